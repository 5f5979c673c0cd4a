import { latest, selectionWith } from '@srd/domain/selection';
import type { Id } from '@srd/kernel';
import { sealOf } from '@srd/proof/draw';
import { madeUpName } from '../cast/people';
import type { Stage } from './stage';

/** One draw: of a task's objects, or of the team for its cases. */
export interface Ceremony {
  readonly officer: Id;
  readonly plan: Id;
  readonly series: Id;
  /** Public roles of those who contribute; none where nothing is left to chance (C12). */
  readonly witnesses: readonly string[];
  /** When the pool is frozen; the rest follows within the hour. */
  readonly hour: number;
}

/** Roles of the people who are invited to watch (B二(九)). */
export const WITNESSES = ['行业协会代表', '法律服务人员代表'] as const;

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

async function attemptOf(stage: Stage, series: Id) {
  const attempt = latest(await stage.read(selectionWith(stage.stores.hash), `selection-${series}`));
  if (!attempt) throw new Error(`nothing is frozen for ${series}`);
  return attempt;
}

function freezing(series: Id): string {
  if (series.includes(':team')) return 'FreezeTeamDraw';
  return series.endsWith(':practitioners') ? 'FreezePractitionerDraw' : 'FreezeObjectDraw';
}

/** Those who watch a draw, by role and person. */
export async function witnesses(stage: Stage, roles: readonly string[] = WITNESSES) {
  const contributors = [];
  for (const [index, role] of roles.entries()) {
    const person = `p-witness-${index + 1}`;
    await stage.stores.persons.put(person, { name: madeUpName(190 + index) });
    contributors.push({ role, person });
  }
  return contributors;
}

/** Freezes the pool and commits to the secret. */
export async function freeze(stage: Stage, { officer, plan, series, witnesses: roles, hour }: Ceremony): Promise<void> {
  await stage.at(`${hour}:00`);
  const contributors = await witnesses(stage, roles);
  await stage.as(officer).give('selection', series, freezing(series), { plan, contributors });
}

/** Everybody seals, the sealing is closed, everybody opens, and the result is revealed. */
export async function draw(stage: Stage, ceremony: Ceremony): Promise<void> {
  const { officer, series, hour } = ceremony;
  await freeze(stage, ceremony);
  const { request, requestHash } = await attemptOf(stage, series);
  const { chance, hash } = stage.stores;
  const links = (await stage.witnesses(officer, series)).map((witness) => {
    // Six throws of a die and a nonce, as the witness's own device would make them.
    const value = [...chance.bytes(6)].map((byte) => (byte % 6) + 1).join(' ');
    const nonce = hex(chance.bytes(16));
    const seal = sealOf(request.protocol, requestHash, { by: witness.by, role: witness.role, value, nonce }, hash);
    return { ...witness, seal, value, nonce };
  });

  await stage.at(`${hour}:20`);
  for (const { give, seal } of links) await give('EnterSeal', { seal });
  await stage.at(`${hour}:30`);
  await stage.as(officer).give('selection', series, 'CloseSealing');
  await stage.at(`${hour}:35`);
  for (const { give, value, nonce } of links) await give('OpenSeal', { value, nonce });
  await stage.as(officer).give('selection', series, 'EndOpening');
  await stage.at(`${hour}:40`);
  await stage.as(officer).give('selection', series, 'Reveal');
}
