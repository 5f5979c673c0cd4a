import { inspectionCase } from '@srd/domain/case';
import { enrolledOn, inspectorOf, inspectors } from '@srd/domain/inspectors';
import { currentRules } from '@srd/domain/organ';
import { drawBasis, plan, type PlanState, type TaskState } from '@srd/domain/plan';
import { freezeBlockers, poolOf, priorVisits, roster } from '@srd/domain/roster';
import {
  latest,
  objectRequest,
  objectsInForce,
  selectionWith,
  teamRequest,
  type Attempt,
  type BarFacts,
  type CaseFact,
  type ContributorFact,
  type InspectionFact,
  type InspectorFact,
  type SelectionCommand,
  type SelectionEvent,
  type SelectionState,
  type Span,
} from '@srd/domain/selection';
import type { Hash, Id, Instant } from '@srd/kernel';
import { commitmentOf, requestHash, type Beacon, type DrawRequest } from '@srd/proof/draw';
import { cases, type CaseRow } from '@srd/views';
import type { Entry, Facts, Target } from '../desk';
import type { Evidence } from '../evidence';
import { listedObjects } from '../listed';
import { refuse } from '../refusals';
import { organIn, planOf, planStream } from './plans';
import { rosterStream } from './rosters';

type SelectionFacts = Facts<SelectionState>;

/** What a person says of a freeze; the rest follows from the plan, the rosters and the rules. */
interface FreezeAsked {
  readonly plan: Id;
  readonly contributors: readonly { readonly role: string; readonly person?: Id | null }[];
  readonly revealBy?: Instant;
  readonly beacon?: Beacon | null;
}

const DAY = 86_400_000;

/** Stream of a draw's series. */
export function selectionStream(series: Id): string {
  return `selection-${series}`;
}

/** The task a series draws for: `<task>`, `<task>:team`, `<task>:team:2` … */
export function taskOfSeries(series: Id): Id {
  return series.replace(/:team(:\d+)?$/, '');
}

/** Id of a case: the task's and its number, counted from 1. */
export function caseId(task: Id, number: number): Id {
  return `${task}-${number}`;
}

async function taskIn(evidence: Evidence, planId: Id, series: Id): Promise<{ state: PlanState; task: TaskState }> {
  const state = await evidence.of(plan, planStream(planId));
  const task = state.tasks[taskOfSeries(series)];
  return task ? { state, task } : refuse('UNKNOWN_SUBJECT', `计划“${planId}”中没有任务“${taskOfSeries(series)}”`);
}

function headOf(asked: FreezeAsked, { id, state, context }: SelectionFacts) {
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
function contributorFacts(asked: FreezeAsked): readonly ContributorFact[] {
  return asked.contributors.map(({ role, person = null }, index) => ({ by: `见证人 ${index + 1}`, role, person }));
}

/** The commitment to 32 fresh secret bytes, which stay as ciphertext under the key that lies apart. */
function committed<R extends DrawRequest>(request: R, { stores }: SelectionFacts) {
  const secret = stores.chance.bytes(32);
  const hex = Buffer.from(secret).toString('hex');
  return {
    commitment: commitmentOf(request.protocol, requestHash(request, stores.hash), hex, stores.hash),
    secret: stores.vault.seal(secret, request.draw),
  };
}

async function freezeObjectDraw(asked: FreezeAsked, facts: SelectionFacts) {
  const { evidence, id, stores } = facts;
  const head = headOf(asked, facts);
  const { state, task } = await taskIn(evidence, asked.plan, id);
  const { sectors } = task.content.objects;
  const rules = currentRules(await organIn(evidence, head.organ)).rules;
  const basis = drawBasis(state, task.id);
  const objects = [];
  const faultyRows: { id: Id; name: string }[] = [];
  for (const sector of sectors) {
    const entries = await evidence.of(roster, rosterStream(head.organ, sector));
    const pool = poolOf(entries);
    const listed = listedObjects(
      stores.views,
      pool.map(({ institution }) => institution),
    );
    faultyRows.push(...freezeBlockers(entries).map(({ institution, name }) => ({ id: institution, name })));
    objects.push(
      ...pool.map(({ institution, name, status }) => ({
        id: institution,
        name,
        person: null,
        sector,
        status,
        listed: listed.has(institution),
        weight: 1,
        excludedFor: null,
      })),
    );
  }
  const { request, people } = objectRequest(head, basis, objects, contributorFacts(asked));
  return {
    request,
    people,
    ...committed(request, facts),
    contributorsPerDraw: rules.contributorsPerDraw.value,
    disclosure: basis.disclosure,
    afterCessation: basis.afterCessation,
    task: basis,
    faultyRows,
  };
}

/** The task's cases that wait for a team, in the order of the draw (R60, R64). */
async function waitingCases(evidence: Evidence, task: TaskState, days: Span): Promise<readonly CaseFact[]> {
  const waiting: CaseFact[] = [];
  for (let number = 1; ; number++) {
    const file = await evidence.of(inspectionCase, `case-${caseId(task.id, number)}`);
    if (file === null) return waiting;
    const { opened, object, team } = file.context;
    if (object === null || team.length > 0 || file.value === 'voided') continue;
    const seats = opened.departments.map(({ organ, seats: count }) => ({
      organs: [organ],
      count,
      field: organ === opened.organ ? opened.sector : null,
    }));
    waiting.push({ id: caseId(task.id, number), object: object.id, days, seats });
  }
}

async function inspectorFacts(facts: SelectionFacts, organs: readonly Id[], most: number, days: Span) {
  const found: InspectorFact[] = [];
  const interests: BarFacts['interests'][number][] = [];
  for (const organ of organs) {
    const state = await facts.evidence.of(inspectors, `inspectors-${organ}`);
    for (const person of Object.keys(state.inspectors).sort()) {
      const inspector = inspectorOf(state, person);
      if (!inspector) continue;
      found.push({
        id: `i-${Buffer.from(facts.stores.chance.bytes(6)).toString('hex')}`,
        person,
        organ,
        active: enrolledOn(state, person, days.from),
        capacity: most,
        certificates: inspector.certificates,
        fields: inspector.fields,
        absences: inspector.absences,
      });
    }
    for (const { person, institution, from, until, weight, withdrawal } of state.interests) {
      if (weight === 'hard' && withdrawal === null) interests.push({ person, object: institution, from, until });
    }
  }
  return { found, interests };
}

/** Who inspected these objects before: in cases of this system, and as the rosters brought it along (R59, trap 6). */
async function inspectionsOf(
  facts: SelectionFacts,
  waiting: readonly CaseFact[],
  organ: Id,
  sectors: readonly string[],
) {
  const objects = waiting.map(({ object }) => object);
  const past: InspectionFact[] = [];
  const { rows } = facts.stores.views.list(cases.name, { where: { object: objects }, limit: 100_000 });
  for (const { row } of rows) {
    const file = await facts.evidence.of(inspectionCase, `case-${(row as CaseRow).case}`);
    const visits = file?.context.visits ?? [];
    for (const { present, endedOn } of visits) {
      if (endedOn === null || !file?.context.object) continue;
      for (const { inspector } of present)
        past.push({ person: inspector, object: file.context.object.id, visitedOn: endedOn });
    }
  }
  for (const sector of sectors) {
    const state = await facts.evidence.of(roster, rosterStream(organ, sector));
    for (const object of objects) {
      const people = new Set(state.institutions[object]?.priorInspections.flatMap(({ inspectors: who }) => who) ?? []);
      for (const person of people) {
        past.push(...priorVisits(state, object, person).map((visitedOn) => ({ person, object, visitedOn })));
      }
    }
  }
  return past;
}

async function freezeTeamDraw(asked: FreezeAsked & { readonly days?: Span }, facts: SelectionFacts) {
  const { evidence, id, stores } = facts;
  const head = headOf(asked, facts);
  const { task } = await taskIn(evidence, asked.plan, id);
  const days = asked.days ?? { from: task.content.window.from, to: task.content.window.to };
  const rules = currentRules(await organIn(evidence, head.organ)).rules;
  const objectDraw = latest(await evidence.of(selectionWith(stores.hash), selectionStream(task.id)));
  const waiting = await waitingCases(evidence, task, days);
  if (waiting.length === 0) refuse('NO_CASE_WAITS');
  const organs = [head.organ, ...task.content.partners.map(({ organ }) => organ)];
  const { found, interests } = await inspectorFacts(facts, organs, waiting.length, days);
  const bars: BarFacts = {
    interests,
    inspections: await inspectionsOf(facts, waiting, head.organ, task.content.objects.sectors),
    rotationWaivers: [],
    rotationMonths: rules.rotationMonths.value,
  };
  const from = objectDraw?.transcriptHash ?? null;
  const { request, people } = teamRequest({ ...head, series: id, from }, waiting, found, bars, contributorFacts(asked));
  return {
    request,
    people,
    ...committed(request, facts),
    contributorsPerDraw: rules.contributorsPerDraw.value,
    disclosure: task.content.disclosure,
    objectDraw: objectDraw && from !== null ? { transcriptHash: from, objects: objectsInForce(objectDraw) } : null,
  };
}

function current({ state, id }: SelectionFacts): Attempt {
  return latest(state) ?? refuse('UNKNOWN_SUBJECT', `“${id}”还没有抽取`);
}

/** The reserve's objects that aren't in order today, with what their roster says. */
async function unavailableNow(attempt: Attempt, { evidence }: SelectionFacts) {
  const { request } = attempt;
  if (request.protocol !== 'srd-draw/1') return [];
  const gone: { id: Id; reason: string }[] = [];
  for (const sector of new Set(request.candidates.map(({ stratum }) => stratum.replace(/\.listed$/, '')))) {
    const pool = poolOf(await evidence.of(roster, rosterStream(request.organ, sector)));
    gone.push(
      ...pool
        .filter(({ status }) => status !== 'active')
        .map(({ institution, status }) => ({ id: institution, reason: status })),
    );
  }
  return gone;
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
      FreezeObjectDraw: freezeObjectDraw as never,
      FreezeTeamDraw: freezeTeamDraw as never,
      CloseSealing: ((data: { openUntil?: Instant }, facts: SelectionFacts) => {
        const { request } = current(facts);
        return { openUntil: data.openUntil ?? request.beacon?.expectedAt ?? request.revealBy };
      }) as never,
      Reveal: ((_: object, facts: SelectionFacts) => {
        const attempt = current(facts);
        const secret = facts.stores.vault.open(attempt.secret, attempt.request.draw) ?? refuse('SECRET_UNREADABLE');
        return { secret: Buffer.from(secret).toString('hex') };
      }) as never,
      // A secret that still opens isn't lost: nobody ends a draw because they foresee its outcome (T4).
      RecordSecretLost: ((data: object, facts: SelectionFacts) => {
        const { secret, request } = current(facts);
        return facts.stores.vault.open(secret, request.draw) ? refuse('SECRET_READABLE') : data;
      }) as never,
      CallReserve: (async (data: object, facts: SelectionFacts) => ({
        ...data,
        unavailable: await unavailableNow(current(facts), facts),
      })) as never,
      ReplaceDrawnInspector: ((data: object) => ({ ...data, alsoBarred: [] })) as never,
    },
  };
}
