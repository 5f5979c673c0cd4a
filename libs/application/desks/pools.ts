import { currentRules } from '@srd/domain/organ';
import { drawBasis, plan, type PlanState, type TaskState } from '@srd/domain/plan';
import { freezeBlockers, roster } from '@srd/domain/roster';
import {
  exclusionReasons,
  latest,
  objectRequest,
  objectsInForce,
  practitionerRequest,
  selectionWith,
  teamRequest,
  type BarFacts,
  type ContributorFact,
  type DrawHead,
  type ObjectFact,
  type RaisedFact,
  type SelectionState,
  type Span,
} from '@srd/domain/selection';
import type { Day, Id, Instant } from '@srd/kernel';
import type { Beacon } from '@srd/proof/draw';
import type { Facts } from '../desk';
import type { Evidence } from '../evidence';
import { namesOf } from '../organ-names';
import { refuse } from '../refusals';
import { drawnSeries, isOfPractitioners, planOf, planStream, selectionStream, taskOfSeries } from './ids';
import { inspectionsOf, inspectorFacts, rotationWaivers, waitingCases } from './inspector-facts';
import { objectFacts, organIn } from './object-facts';
import { practitionerFacts } from './practitioners';
import { lastFreeze, recentLibraryChanges, recentRosterChanges } from './recent-facts';
import { rosterStream } from './rosters';

export type SelectionFacts = Facts<SelectionState>;

/** What a person says of a pool; the rest follows from the plan, the rosters and the rules. */
export interface PoolAsked {
  readonly plan: Id;
  readonly contributors: readonly { readonly role: string; readonly person?: Id | null }[];
  readonly revealBy?: Instant;
  readonly beacon?: Beacon | null;
  /** Days of the visits; the task's window when left out. Team draws only. */
  readonly days?: Span;
}

const DAY = 86_400_000;

/** The plan and the task that a series draws for. @throws Refusal UNKNOWN_SUBJECT */
export async function taskIn(
  evidence: Evidence,
  planId: Id,
  series: Id,
): Promise<{ readonly state: PlanState; readonly task: TaskState }> {
  const state = await evidence.of(plan, planStream(planId));
  const task = state.tasks[taskOfSeries(series)];
  return task ? { state, task } : refuse('UNKNOWN_SUBJECT', `计划“${planId}”中没有任务“${taskOfSeries(series)}”`);
}

function headOf(asked: PoolAsked, { id, state, context }: SelectionFacts): DrawHead {
  const attempt = state.attempts.length + 1;
  return {
    draw: `${id}.${attempt}`,
    attempt,
    organ: planOf(asked.plan).organ,
    plan: asked.plan,
    frozenAt: context.at,
    revealBy: asked.revealBy ?? (new Date(Date.parse(context.at) + DAY).toISOString() as Instant),
    beacon: asked.beacon ?? null,
  };
}

/** Contributors stand under a number and a role; who they are is an internal record. */
function contributorFacts(asked: PoolAsked): readonly ContributorFact[] {
  return asked.contributors.map(({ role, person = null }, index) => ({ by: `见证人 ${index + 1}`, role, person }));
}

/**
 * The pool of an object draw as it stands now, however it is drawn from (R32, R55, R64, trap 4). It stands under the series that was
 * asked for, so that the rule can refuse one that isn't the task's.
 */
export async function objectPool(asked: PoolAsked, facts: SelectionFacts) {
  const { evidence, id } = facts;
  const head = headOf(asked, facts);
  const { state, task } = await taskIn(evidence, asked.plan, id);
  const { sectors } = task.content.objects;
  const { rules } = currentRules(await organIn(evidence, head.organ));
  const basis = drawBasis(state, task.id);
  const objects: ObjectFact[] = [];
  const faultyRows: { id: Id; name: string }[] = [];
  for (const sector of sectors) {
    const entries = await evidence.of(roster, rosterStream(head.organ, sector));
    faultyRows.push(...freezeBlockers(entries).map(({ institution, name }) => ({ id: institution, name })));
    objects.push(...(await objectFacts(facts, head.organ, sector, basis.modes)));
  }
  const last = await lastFreeze(facts, head.organ, id, sectors);
  const { request, people } = objectRequest(head, basis, objects, contributorFacts(asked));
  return {
    request: { ...request, series: id },
    people,
    contributorsPerDraw: rules.contributorsPerDraw.value,
    disclosure: basis.disclosure,
    recentChanges: await recentRosterChanges(facts, head.organ, sectors, head.frozenAt),
    ...(last && { lastFreeze: last }),
    raised: raisedOf(objects, basis.modes?.weights !== undefined || basis.rules.listed !== null),
    task: basis,
    afterCessation: basis.afterCessation,
    faultyRows,
  };
}

/** The pool of a draw of practitioners as it stands now: those of the drawn institutions or all of them, as the plan says (R19, C5). */
export async function practitionerPool(asked: PoolAsked, facts: SelectionFacts) {
  const { evidence, id, stores } = facts;
  const head = headOf(asked, facts);
  const { state, task } = await taskIn(evidence, asked.plan, id);
  const { sectors } = task.content.objects;
  const { rules } = currentRules(await organIn(evidence, head.organ));
  const basis = drawBasis(state, task.id);
  const institutions = latest(await evidence.of(selectionWith(stores.hash), selectionStream(task.id)));
  const drawn = institutions?.phase === 'revealed' ? objectsInForce(institutions) : null;
  const ofDrawn = basis.practitioners?.from === 'drawn';
  const practitioners = await practitionerFacts(facts, head.organ, sectors, ofDrawn ? (drawn ?? []) : null);
  const { request, people } = practitionerRequest(head, basis, practitioners, contributorFacts(asked));
  return {
    request: { ...request, series: id },
    people,
    contributorsPerDraw: rules.contributorsPerDraw.value,
    disclosure: basis.disclosure,
    task: basis,
    practitioners,
    objectDraw: ofDrawn && drawn ? { objects: drawn } : null,
  };
}

/** Who stands apart or holds more tickets, where the plan draws so, with the reasons (R49, R91, R92, C13). */
function raisedOf(objects: readonly ObjectFact[], draws: boolean): readonly RaisedFact[] {
  if (!draws) return [];
  return objects.flatMap(({ id, name, status, raisedFor = [] }) =>
    exclusionReasons[status] === null && raisedFor.length > 0 ? [{ id, name, reasons: raisedFor }] : [],
  );
}

/** The planned days that can still be visited on: who was lent or certified since the window began may come (R21, R22). */
function stillAhead({ from, to }: Span, today: Day): Span {
  return { from: from < today && today <= to ? today : from, to };
}

/** What an inspector draw rests on as it stands now: who waits for a team, who could come, and what bars whom (R56, R59–R61). */
export async function teamFacts(asked: PoolAsked, facts: SelectionFacts) {
  const { evidence, id, stores } = facts;
  const head = headOf(asked, facts);
  const { task } = await taskIn(evidence, asked.plan, id);
  const days = asked.days ?? stillAhead(task.content.window, facts.context.today);
  const { rules } = currentRules(await organIn(evidence, head.organ));
  const objectDraw = latest(await evidence.of(selectionWith(stores.hash), selectionStream(drawnSeries(id))));
  const drawn = objectDraw && objectDraw.transcriptHash !== null ? objectsInForce(objectDraw) : [];
  const people = objectDraw && isOfPractitioners(id) ? objectDraw.people : {};
  const cases = await waitingCases(
    evidence,
    drawnSeries(id),
    days,
    drawn.map((object) => people[object] ?? object),
  );
  if (cases.length === 0) refuse('NO_CASE_WAITS');
  // Practitioners stand in the request under the ids of the draw that chose them (C24).
  const shown = new Map(Object.entries(people).map(([drawId, person]) => [person, drawId]));
  const waiting = cases.map(({ institution: _, ...each }) => ({
    ...each,
    object: shown.get(each.object) ?? each.object,
  }));
  // Whose inspectors sit in the seats: a case that was entrusted has the delegate's (R7).
  const organs = [...new Set(waiting.flatMap(({ seats }) => seats.flatMap((seat) => seat.organs)))];
  const { found, interests } = await inspectorFacts(facts, organs, waiting.length, days);
  const objects = cases.map(({ object }) => object);
  const inspections = await inspectionsOf(facts, objects, head.organ, task.content.objects.sectors);
  const bars: BarFacts = {
    // An interest in the institution keeps somebody from the people in it, too (R61).
    interests: interests.flatMap((interest) =>
      cases.flatMap(({ object, institution }) =>
        interest.object === object || interest.object === institution
          ? [{ ...interest, object: shown.get(object) ?? object }]
          : [],
      ),
    ),
    inspections: inspections.map((each) => ({ ...each, object: shown.get(each.object) ?? each.object })),
    rotationWaivers: (await rotationWaivers(evidence, head.organ, task.id)).map((each) => ({
      ...each,
      object: shown.get(each.object) ?? each.object,
    })),
    rotationMonths: rules.rotationMonths.value,
  };
  return { head, task, rules, objectDraw, drawn, waiting, organs, found, bars };
}

/** The pool of an inspector draw as it stands now, however it is drawn from (R56, R59–R61). */
export async function teamPool(asked: PoolAsked, facts: SelectionFacts) {
  const { head, task, rules, objectDraw, drawn, waiting, organs, found, bars } = await teamFacts(asked, facts);
  const from = objectDraw?.transcriptHash ?? null;
  const organNames = await namesOf(facts.evidence, organs);
  const named = { ...head, series: facts.id, from, organNames };
  const prepared = teamRequest(named, waiting, found, bars, contributorFacts(asked));
  return {
    ...prepared,
    contributorsPerDraw: rules.contributorsPerDraw.value,
    disclosure: task.content.disclosure,
    recentChanges: await recentLibraryChanges(facts, organs, prepared, head.frozenAt),
    objectDraw: objectDraw && from !== null ? { transcriptHash: from, objects: drawn } : null,
  };
}
