import { sectorOf } from '@srd/domain/plan';
import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '@srd/domain/account';
import { noCertificate } from '@srd/domain/case';
import { poolOf, roster } from '@srd/domain/roster';
import {
  arrivedAfterFreeze,
  barsFor,
  latest,
  practitionerSeries,
  selectionWith,
  type ExplainedBar,
  type Lot,
  type SelectionCommand,
  type SelectionEvent,
} from '@srd/domain/selection';
import { dayOf, Refusal, type Context, type Day, type Id, type JsonObject } from '@srd/kernel';
import type { Candidate, DrawWitness, Excluded, Quota } from '@srd/proof/draw';
import { CommandRunner, type Chance } from '@srd/runtime';
import { cases, draws, plans, type CaseRow, type DrawRow, type PlanRow } from '@srd/views';
import { admitAs } from './desk';
import { objectPool, practitionerPool, taskIn, teamFacts, teamPool, type SelectionFacts } from './desks/pools';
import { isOfPractitioners, planOf, selectionStream, seriesOfCase, taskOfSeries } from './desks/ids';
import { rosterStream } from './desks/rosters';
import { Engine } from './engine';
import { Evidence } from './evidence';
import { STORES, type Stores } from './ports';
import { checkSees, demandRole, visibleOrgans } from './queries';
import { refuse } from './refusals';
import type { Who } from './who';

const WATCHING: readonly Role[] = ['section-officer', 'section-head', 'supervision-officer', 'leader', 'auditor'];
const PREPARING: readonly Role[] = ['section-officer', 'section-head', 'supervision-officer', 'leader'];

/** Where one series of a task stands: its last attempt, or none yet. */
export interface SeriesStanding {
  readonly series: Id;
  readonly draw: string | null;
  readonly attempt: number;
  readonly phase: DrawRow['phase'] | 'unfrozen';
  readonly way: DrawRow['way'] | null;
  readonly overdue: boolean;
  readonly revealBy: string | null;
}

/** An allotted task, and how far its two draws have come (R32, R55, R56). */
export interface TaskToDraw {
  readonly plan: Id;
  readonly planTitle: string;
  readonly task: Id;
  readonly number: number;
  readonly name: string;
  readonly organ: Id;
  readonly section: Id;
  readonly sectors: readonly string[];
  readonly joint: boolean;
  readonly window: string;
  /** Its institutions, and its practitioners where they are objects of the task (R19, C5). */
  readonly lines: readonly LineToDraw[];
}

/** What a task draws, and the teams that inspect it. */
export interface LineToDraw {
  readonly kind: 'institutions' | 'practitioners';
  readonly objects: SeriesStanding;
  readonly team: SeriesStanding;
  /** Cases whose object is drawn and that have no team. */
  readonly waiting: number;
}

/** Why a freeze would be refused now. */
export interface Hindrance {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly basis: string;
  readonly data: JsonObject;
}

/** What freezing an object draw would fix now; nothing is recorded and no chance is used. */
export interface ObjectPreview {
  readonly candidates: readonly Candidate[];
  readonly excluded: readonly Excluded[];
  readonly quotas: readonly Quota[];
  /** Whether anything is left to chance (C12); null where the freeze would be refused. */
  readonly lot: Lot | null;
  readonly contributorsPerDraw: number;
  readonly disclosure: string;
  readonly hindrance: Hindrance | null;
}

/** Somebody who could come, by name: internal, the public sees a label. */
export interface CandidateInspector {
  readonly id: Id;
  readonly person: Id;
  readonly name: string | null;
  readonly organ: Id;
  readonly fields: readonly string[];
  readonly certificateUntil: Day;
}

/** What freezing an inspector draw would fix now, each bar with its reason and its end (R22, R59, R61, trap 5). */
export interface TeamPreview {
  readonly inspectors: readonly CandidateInspector[];
  readonly cases: readonly { readonly id: Id; readonly object: Id; readonly name: string; readonly seats: number }[];
  readonly bars: readonly ExplainedBar[];
  /** The least load that makes a complete assignment; null where there is none. */
  readonly cap: number | null;
  readonly contributorsPerDraw: number;
  readonly hindrance: Hindrance | null;
}

type Frozen = Extract<SelectionEvent, { type: 'DrawFrozen' }>['data'];

/** A preview commits to nothing. */
const UNCOMMITTED = { commitment: '0'.repeat(64), secret: {} };

/** The draw room: what is ready to be drawn, and what a freeze would fix. Reads only. */
@Injectable()
export class DrawRoom {
  constructor(
    @Inject(STORES) private readonly stores: Stores,
    private readonly runner: CommandRunner,
    private readonly engine: Engine,
  ) {}

  /** Allotted tasks of the asker's organ and those below it, the newest year first. @throws Refusal ROLE_MISSING */
  async ready(who: Who): Promise<readonly TaskToDraw[]> {
    demandRole(who, WATCHING);
    await this.engine.caughtUp();
    const { rows } = this.stores.views.list(plans.name, { organs: visibleOrgans(this.stores, who), limit: 10_000 });
    return rows
      .map(({ row }) => row as PlanRow)
      .toSorted((a, b) => b.year - a.year || (a.plan < b.plan ? -1 : 1))
      .flatMap((plan) => this.tasksOf(plan));
  }

  /** @throws Refusal UNKNOWN_SUBJECT, ROLE_MISSING, OTHER_ORGAN, OTHER_SECTION */
  async objects(who: Who, plan: Id, series: Id): Promise<ObjectPreview> {
    const facts = await this.standing(who, plan, series);
    const asked = { plan, contributors: [] };
    const now = facts();
    const people = isOfPractitioners(series);
    const pool = await (people ? practitionerPool(asked, now) : objectPool(asked, now));
    const { request, contributorsPerDraw, disclosure } = pool;
    const command = {
      type: people ? 'FreezePractitionerDraw' : 'FreezeObjectDraw',
      data: { ...pool, request: { ...request, contributors: seats(contributorsPerDraw) }, ...UNCOMMITTED },
    } as SelectionCommand;
    const { frozen, hindrance } = await this.attempt(now, () => command);
    const { candidates, excluded, quotas } = request;
    return { candidates, excluded, quotas, lot: frozen?.lot ?? null, contributorsPerDraw, disclosure, hindrance };
  }

  /** @throws Refusal UNKNOWN_SUBJECT, NO_CASE_WAITS, CASES_NOT_REACHED, ROLE_MISSING, OTHER_ORGAN, OTHER_SECTION */
  async team(who: Who, plan: Id, series: Id): Promise<TeamPreview> {
    const facts = await this.standing(who, plan, series);
    const { waiting, found, bars, rules } = await teamFacts({ plan, contributors: [] }, facts());
    const contributorsPerDraw = rules.contributorsPerDraw.value;
    const { frozen, hindrance } = await this.attempt(facts(), async (now) => ({
      type: 'FreezeTeamDraw',
      data: { ...(await teamPool({ plan, contributors: seats(contributorsPerDraw) }, now)), ...UNCOMMITTED },
    }));
    const names = await this.stores.persons.get(found.map(({ person }) => person));
    const objects = this.namesOf(waiting.map(({ object }) => object));
    return {
      inspectors: found.map(({ id, person, organ, fields, certificates }) => ({
        id,
        person,
        name: names.get(person)?.name ?? null,
        organ,
        fields,
        certificateUntil:
          certificates
            .map(({ validUntil }) => validUntil)
            .toSorted()
            .at(-1) ?? noCertificate,
      })),
      cases: waiting.map(({ id, object, seats }) => ({
        id,
        object,
        name: objects.get(object) ?? object,
        seats: seats.reduce((sum, { count }) => sum + count, 0),
      })),
      bars: barsFor(found, waiting, bars),
      cap: frozen?.request.protocol === 'srd-assign/1' ? frozen.request.cap : null,
      contributorsPerDraw,
      hindrance,
    };
  }

  /** Institutions that came into the roster after the freeze, and so stand beside the draw, not in it (trap 4). @throws Refusal UNKNOWN_SUBJECT */
  async arrived(who: Who, series: Id): Promise<readonly { readonly id: Id; readonly name: string }[]> {
    const { state } = await this.runner.load(selectionWith(this.stores.hash), selectionStream(series));
    const request = latest(state)?.request ?? refuse('UNKNOWN_SUBJECT', `“${series}”还没有抽取`);
    checkSees(this.stores, who, request.organ, 'draws');
    if (request.protocol !== 'srd-draw/1' || isOfPractitioners(series)) return [];
    const entries: { id: Id; name: string }[] = [];
    for (const sector of new Set(request.quotas.map(({ stratum }) => sectorOf(stratum)))) {
      const pool = poolOf((await this.runner.load(roster, rosterStream(request.organ, sector))).state);
      entries.push(...pool.map(({ institution, name }) => ({ id: institution, name })));
    }
    return arrivedAfterFreeze(request, entries);
  }

  private tasksOf({ plan, title, organ, tasks }: PlanRow): readonly TaskToDraw[] {
    return Object.values(tasks)
      .filter(({ status }) => status === 'allotted')
      .toSorted((a, b) => a.number - b.number)
      .map(({ task, number, name, section, sectors, practitioners, joint, window }) => ({
        plan,
        planTitle: title,
        task,
        number,
        name,
        organ,
        section,
        sectors,
        joint,
        window,
        lines: [
          this.lineOf('institutions', task),
          ...(practitioners ? [this.lineOf('practitioners', practitionerSeries(task))] : []),
        ],
      }));
  }

  private lineOf(kind: LineToDraw['kind'], drawn: Id): LineToDraw {
    const waiting = this.waitingIn(drawn);
    return { kind, objects: this.seriesOf(drawn), team: this.teamSeries(drawn, waiting), waiting };
  }

  /** Cases of an object draw that have no team yet. */
  private waitingIn(series: Id): number {
    const where = { task: taskOfSeries(series), stage: 'awaiting-team' };
    const { rows } = this.stores.views.list(cases.name, { where, limit: 10_000 });
    return rows.filter(({ row }) => seriesOfCase((row as CaseRow).case) === series).length;
  }

  private seriesOf(series: Id): SeriesStanding {
    const { rows } = this.stores.views.list(draws.name, { where: { series }, limit: 1_000 });
    const last = rows.map(({ row }) => row as DrawRow).toSorted((a, b) => b.attempt - a.attempt)[0];
    if (!last) {
      return { series, draw: null, attempt: 0, phase: 'unfrozen', way: null, overdue: false, revealBy: null };
    }
    const { draw, attempt, phase, way, overdue, revealBy } = last;
    return { series, draw, attempt, phase, way, overdue, revealBy };
  }

  /** The last team series of a task; the next one where that was revealed and cases still wait (`<task>:team:2` …). */
  private teamSeries(task: Id, waiting: number): SeriesStanding {
    for (let number = 1; ; number++) {
      const standing = this.seriesOf(number === 1 ? `${task}:team` : `${task}:team:${number}`);
      if (standing.phase !== 'revealed' || waiting === 0) return standing;
    }
  }

  private namesOf(ids: readonly Id[]): ReadonlyMap<Id, string> {
    const { rows } = this.stores.views.list(cases.name, { where: { object: ids }, limit: 10_000 });
    return new Map(
      rows.map(({ row }) => row as CaseRow).map(({ object, name }) => [object ?? '', name ?? object ?? '']),
    );
  }

  /** Who asks may prepare the draw; @returns what a freeze would rest on, the same at each call */
  private async standing(who: Who, plan: Id, series: Id): Promise<() => SelectionFacts> {
    const evidence = new Evidence(this.runner);
    const { task } = await taskIn(evidence, plan, series);
    admitAs(who, PREPARING, { organ: planOf(plan).organ, section: task.content.section });
    const state = await evidence.of(selectionWith(this.stores.hash), selectionStream(series));
    const at = this.stores.clock.now();
    const context: Context = { actor: who.account, at, today: dayOf(at) };
    return () => ({ id: series, state, evidence, context, stores: { ...this.stores, chance: counting() }, who });
  }

  /** What the freeze would record or refuse. */
  private async attempt(
    facts: SelectionFacts,
    commandOf: (facts: SelectionFacts) => SelectionCommand | Promise<SelectionCommand>,
  ): Promise<{ readonly frozen: Frozen | null; readonly hindrance: Hindrance | null }> {
    try {
      const command = await commandOf(facts);
      const [event] = selectionWith(this.stores.hash).decide(command, facts.state, facts.context);
      return { frozen: (event as Extract<SelectionEvent, { type: 'DrawFrozen' }>).data, hindrance: null };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, text, detail, data } = error;
      return { frozen: null, hindrance: { code, title: text.title, detail, basis: text.basis, data } };
    }
  }
}

/** Somebody for each seat that the organ's rule asks for, so that a preview is refused for nobody's absence. */
function seats(count: number): readonly DrawWitness[] {
  return Array.from({ length: count }, (_, index) => ({ by: `见证人 ${index + 1}`, role: '现场监督人员' }));
}

/** Stands for the chance of a freeze: ids that are the same at each look, and nothing that anybody could foresee a draw by. */
function counting(): Chance {
  let count = 0;
  return { bytes: (length) => Buffer.from(String(++count).padStart(length, '0').slice(-length)) };
}
