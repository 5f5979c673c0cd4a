import { sectorOf } from '@srd/domain/plan';
import { practisingEntries, practitioners } from '@srd/domain/practitioners';
import { poolOf, roster } from '@srd/domain/roster';
import {
  latest,
  selectionWith,
  type Attempt,
  type SelectionCommand,
  type SelectionEvent,
  type SelectionState,
} from '@srd/domain/selection';
import type { Hash, Id, Instant } from '@srd/kernel';
import { commitmentOf, requestHash, type DrawRequest, type TeamRequest } from '@srd/proof/draw';
import type { Entry, Target } from '../desk';
import { refuse } from '../refusals';
import { physicalLot, platformDraw } from './elsewhere';
import { isOfPractitioners, planOf, selectionStream } from './ids';
import { objectPool, practitionerPool, taskIn, teamPool, type PoolAsked, type SelectionFacts } from './pools';
import { practitionersStream } from './practitioners';
import { rosterStream } from './rosters';
import { barredSince } from './seat-bars';

export { caseId, selectionStream, taskOfSeries } from './ids';

/** The commitment to 32 fresh secret bytes, which stay as ciphertext under the key that lies apart. */
function committed<R extends DrawRequest, P extends { readonly request: R }>(pool: P, { stores }: SelectionFacts) {
  const { request } = pool;
  const secret = stores.chance.bytes(32);
  const hex = Buffer.from(secret).toString('hex');
  return {
    ...pool,
    commitment: commitmentOf(request.protocol, requestHash(request, stores.hash), hex, stores.hash),
    secret: stores.vault.seal(secret, request.draw),
  };
}

function current({ state, id }: SelectionFacts): Attempt {
  return latest(state) ?? refuse('UNKNOWN_SUBJECT', `“${id}”还没有抽取`);
}

/** The reserve's objects that aren't in order today, with what their roster says. */
async function unavailableNow(attempt: Attempt, { evidence }: SelectionFacts) {
  const { request, people } = attempt;
  if (request.protocol !== 'srd-draw/1') return [];
  const gone = new Map<Id, string>();
  for (const sector of new Set(request.candidates.map(({ stratum }) => sectorOf(stratum)))) {
    for (const { institution, status } of poolOf(await evidence.of(roster, rosterStream(request.organ, sector)))) {
      if (status !== 'active') gone.set(institution, status);
    }
    if (!isOfPractitioners(request.series)) continue;
    const practising = await evidence.of(practitioners, practitionersStream(request.organ, sector));
    for (const { person, status } of practisingEntries(practising)) if (status !== 'active') gone.set(person, status);
  }
  return request.candidates.flatMap(({ id }) => {
    const reason = gone.get(people[id] ?? id);
    return reason === undefined ? [] : [{ id, reason }];
  });
}

function isTeam(request: DrawRequest): request is TeamRequest {
  return request.protocol === 'srd-assign/1';
}

/** The draws: requests are built here from plan, rosters and rules; nobody hands one in. */
export function selectionDesk(hash: Hash): Entry<SelectionState, SelectionCommand, SelectionEvent> {
  return {
    decider: selectionWith(hash),
    stream: selectionStream,
    target: async (state, command, id, evidence): Promise<Target | undefined> => {
      const planId = latest(state)?.request.plan ?? (command.data as { plan?: Id }).plan;
      if (planId === undefined) return undefined;
      const { task } = await taskIn(evidence, planId, id);
      return { organ: planOf(planId).organ, section: task.content.section };
    },
    prepare: {
      FreezeObjectDraw: (async (asked: PoolAsked, facts: SelectionFacts) =>
        committed(await objectPool(asked, facts), facts)) as never,
      FreezeTeamDraw: (async (asked: PoolAsked, facts: SelectionFacts) =>
        committed(await teamPool(asked, facts), facts)) as never,
      FreezePractitionerDraw: (async (asked: PoolAsked, facts: SelectionFacts) =>
        committed(await practitionerPool(asked, facts), facts)) as never,
      RecordPhysicalLot: physicalLot as never,
      ImportPlatformDraw: platformDraw as never,
      CloseSealing: ((data: { openUntil?: Instant }, facts: SelectionFacts) => {
        const { request } = current(facts);
        return { openUntil: data.openUntil ?? request.beacon?.expectedAt ?? request.revealBy };
      }) as never,
      Reveal: ((_: object, facts: SelectionFacts) => {
        const attempt = current(facts);
        // A draw held elsewhere has no secret: the rule says that it has been revealed.
        if (attempt.commitment === null) return { secret: '' };
        const secret = facts.stores.vault.open(attempt.secret, attempt.request.draw) ?? refuse('SECRET_UNREADABLE');
        return { secret: Buffer.from(secret).toString('hex') };
      }) as never,
      // A secret that still opens isn't lost: nobody ends a draw because they foresee its outcome (T4).
      RecordSecretLost: ((data: object, facts: SelectionFacts) => {
        const { secret, request, commitment } = current(facts);
        return commitment !== null && facts.stores.vault.open(secret, request.draw) ? refuse('SECRET_READABLE') : data;
      }) as never,
      CallReserve: (async (data: object, facts: SelectionFacts) => ({
        ...data,
        unavailable: await unavailableNow(current(facts), facts),
      })) as never,
      ReplaceDrawnInspector: (async (data: { readonly case: Id }, facts: SelectionFacts) => {
        const attempt = current(facts);
        const { request } = attempt;
        const alsoBarred = isTeam(request) ? await barredSince({ ...attempt, request }, data.case, facts) : [];
        return { ...data, alsoBarred };
      }) as never,
    },
  };
}
