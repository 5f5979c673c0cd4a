import type { Id } from '@srd/kernel';
import type { ViewsStore } from '@srd/runtime';
import { standings, type StandingRow } from '@srd/views';

/** Those of the objects that stand on the abnormal-practice list or the credit blacklist now (R49, R91, R92). */
export function listedObjects(views: ViewsStore, objects: readonly Id[]): ReadonlySet<Id> {
  const page = views.list(standings.name, {
    where: { object: objects, phase: 'listed' },
    limit: Math.max(1, 2 * objects.length),
  });
  return new Set(page.rows.map(({ row }) => (row as StandingRow).object));
}
