import { organ } from '@srd/domain/organ';
import type { Id } from '@srd/kernel';
import type { Evidence } from './evidence';

/** What organs are called, an id where it names none; nothing rests on it. */
export async function namesOf(evidence: Evidence, ids: readonly Id[]): Promise<Readonly<Record<Id, string>>> {
  const named = await Promise.all(
    ids.map(async (id) => [id, (await evidence.glance(organ, `organ-${id}`))?.name ?? id] as const),
  );
  return Object.fromEntries(named);
}
