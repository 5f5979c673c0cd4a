import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '@srd/domain/account';
import { currentRules, type RiskWeights, type Sector, type Sourced } from '@srd/domain/organ';
import {
  conflictText,
  drawBasis,
  openConflicts,
  plan,
  ratioInForce,
  remarksOf,
  ruleRemarks,
  tasksOf,
  whatIf,
  type ConflictText,
  type PlanState,
  type Supposition,
  type TaskRemark,
  type TaskState,
  type WhatIfTask,
} from '@srd/domain/plan';
import {
  exclusionByMode,
  exclusionReasons,
  explainWeight,
  isRaised,
  weightOf,
  type BarFacts,
  type RiskFact,
  type RiskPart,
} from '@srd/domain/selection';
import { addDays, day, dayOf, type Id } from '@srd/kernel';
import { CommandRunner } from '@srd/runtime';
import { admitAs } from './desk';
import { planOf, planStream } from './desks/ids';
import { inspectionsOf, inspectorFacts, rotationWaivers } from './desks/inspector-facts';
import { levelFacts } from './desks/level-facts';
import { objectFacts, organIn, type Sources } from './desks/object-facts';
import { riskRecords, type RiskRecord } from './desks/risk-facts';
import { Evidence } from './evidence';
import { STORES, type Stores } from './ports';
import { visibleOrgans } from './queries';
import { refuse } from './refusals';
import type { Who } from './who';

const PLANNERS: readonly Role[] = ['section-officer', 'section-head', 'supervision-officer', 'leader'];
/** A partner department sends one inspector to each joint inspection. */
const PARTNER_SEATS = 1;

/** A task's remarks and open conflicts in words, each with its sources. */
export interface TaskRemarks {
  readonly task: Id;
  readonly number: number;
  readonly remarks: readonly TaskRemark[];
  readonly conflicts: readonly (ConflictText & { readonly conflict: Id })[];
}

/** An institution's indicators, what each adds, and where they are to be read. */
export interface InstitutionRisk {
  readonly institution: Id;
  readonly name: string;
  readonly sector: Sector;
  /** Null where the organ has no weights: then only the indicators are told. */
  readonly weight: number | null;
  readonly capped: boolean;
  readonly parts: readonly RiskPart[];
  readonly record: RiskRecord | null;
}

/** The organ's weights with their source, the rows that have taken them up, and every institution, the heaviest first. */
export interface RiskProposal {
  readonly weights: Sourced<RiskWeights> | null;
  readonly adopted: readonly Id[];
  readonly institutions: readonly InstitutionRisk[];
}

const NO_RISK: RiskFact = { complaints: 0, penalties: 0, grade: null };
/** Counts everything and adds nothing. */
const NO_WEIGHTS = {
  weights: {
    value: { perComplaint: 0, perPenalty: 0, perOverdue: 0, listed: 0, grades: [], atMost: 1 },
    source: { kind: 'own', note: '未规定风险权重' },
  },
} as const;

/** What a plan would mean before anybody submits it, and what stands beside its numbers. Reads only; nothing is drawn, no chance is used. */
@Injectable()
export class PlanOutlook {
  constructor(
    @Inject(STORES) private readonly stores: Stores,
    private readonly runner: CommandRunner,
  ) {}

  /** Sizes, chances for `years` years, teams, burden across levels (C3, C10, C25, R36–R48). @throws Refusal */
  async whatIf(who: Who, id: Id, years: number): Promise<Supposition> {
    const { state, sources, organ, rules } = await this.read(who, id);
    const { organ: owner, year } = planOf(id);
    const live = tasksOf(state).filter(({ status }) => status !== 'withdrawn' && status !== 'completed');
    const tasks: WhatIfTask[] = [];
    for (const task of live) tasks.push(await this.supposed(sources, owner, state, task));
    const today = dayOf(this.stores.clock.now());
    const end = day(`${year}-12-31`);
    const days = { from: today, to: end < today ? addDays(today, 1) : end };
    const partners = live.flatMap(({ content }) => content.partners.map((partner) => partner.organ));
    const objects = [
      ...new Set(tasks.flatMap(({ pool }) => pool.flatMap((part) => part.objects.map((each) => each.id)))),
    ];
    const organs = [...new Set([owner, ...partners])];
    const { found, interests } = await inspectorFacts(sources, organs, objects.length, days, (place) => `i-${place}`);
    const sectors = [...new Set(live.flatMap(({ content }) => content.objects.sectors))];
    const bars: BarFacts = {
      interests,
      inspections: await inspectionsOf(sources, objects, owner, sectors),
      rotationWaivers: await this.waivers(sources, owner, live),
      rotationMonths: rules.rotationMonths.value,
    };
    return whatIf({
      organ: owner,
      organName: organ.name,
      tasks,
      years,
      teamSize: rules.teamSize.value,
      partnerSeats: PARTNER_SEATS,
      inspectors: found,
      bars,
      otherLevels: await levelFacts(sources, owner, year, visibleOrgans(this.stores, who)),
      yearlyCap: rules.yearlyCap?.value ?? null,
      ...(rules.toleranceBasisPoints && { tolerance: rules.toleranceBasisPoints.value }),
    });
  }

  /**
   * What the record says of each institution in the plan's sectors, and how many tickets the organ's weights would make of it: a proposal that a
   * row of the plan takes up by naming the weights, and that changes no draw by itself (R49, R97). @throws Refusal
   */
  async risk(who: Who, id: Id): Promise<RiskProposal> {
    const { state, sources, rules } = await this.read(who, id);
    const { organ: owner } = planOf(id);
    const weights = rules.riskWeights ?? null;
    const live = tasksOf(state).filter(({ status }) => status !== 'withdrawn');
    const institutions: InstitutionRisk[] = [];
    for (const sector of new Set(live.flatMap(({ content }) => content.objects.sectors))) {
      const objects = await objectFacts(sources, owner, sector, weights ? { weights } : NO_WEIGHTS);
      const records = await riskRecords(
        sources,
        objects.map((each) => each.id),
      );
      for (const { id: institution, name, listed, risk = NO_RISK } of objects) {
        const { weight, parts, capped } = explainWeight(weights?.value ?? NO_WEIGHTS.weights.value, risk, listed);
        const record = records.get(institution) ?? null;
        institutions.push({ institution, name, sector, weight: weights && weight, capped, parts, record });
      }
    }
    institutions.sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0) || (a.institution < b.institution ? -1 : 1));
    const adopted = live.filter(({ content }) => content.modes?.weights !== undefined).map((task) => task.id);
    return { weights, adopted, institutions };
  }

  /** A waiver holds in one task; the outlook looks at the plan as a whole. */
  private async waivers(sources: Sources, owner: Id, tasks: readonly TaskState[]) {
    const waived = [];
    for (const { id } of tasks) waived.push(...(await rotationWaivers(sources.evidence, owner, id)));
    return waived;
  }

  /** What isn't a contradiction but has to be seen beside the plan, and its open conflicts in words (C1–C4, C15, C22, R47). @throws Refusal */
  async remarks(who: Who, id: Id): Promise<readonly TaskRemarks[]> {
    const { state, rules } = await this.read(who, id);
    const tasks = tasksOf(state).filter(({ status }) => status !== 'withdrawn');
    const beside = ruleRemarks(planOf(id).year, tasks, rules);
    return tasks.map((task) => ({
      task: task.id,
      number: task.content.number,
      remarks: [
        ...(beside[task.id] ?? []),
        ...remarksOf(
          task.content,
          task.allotted?.quotas ?? [],
          ratioInForce(state, task),
          rules.toleranceBasisPoints?.value,
        ),
      ],
      conflicts: openConflicts(state, task.id).map(({ id: conflict, finding }) => ({
        conflict,
        ...conflictText(finding, task.content),
      })),
    }));
  }

  private async read(who: Who, id: Id) {
    const { organ: owner } = planOf(id);
    admitAs(who, PLANNERS, { organ: owner });
    const sources: Sources = { evidence: new Evidence(this.runner), stores: this.stores };
    const state = await sources.evidence.of(plan, planStream(id));
    if (state.organ === null) refuse('UNKNOWN_SUBJECT', `没有编号为“${id}”的计划`);
    const organ = await organIn(sources.evidence, owner);
    return { state, sources, organ, rules: currentRules(organ).rules };
  }

  /** The row with the pool as it stands today; a row of the plan is drawn once. */
  private async supposed(sources: Sources, owner: Id, state: PlanState, task: TaskState): Promise<WhatIfTask> {
    const { content } = task;
    const basis = drawBasis(state, task.id);
    const { modes } = basis;
    const weights = modes?.weights?.value;
    const pool = [];
    for (const sector of content.objects.sectors) {
      const objects = await objectFacts(sources, owner, sector, modes);
      pool.push({
        sector,
        objects: objects
          .filter(
            ({ status, checks = [] }) => exclusionReasons[status] === null && exclusionByMode(checks, basis) === null,
          )
          .map((object) => ({
            id: object.id,
            name: object.name,
            listed: isRaised(object, modes),
            weight: weights && object.risk ? weightOf(weights, object.risk, object.listed) : 1,
          })),
      });
    }
    return { id: task.id, content, ratio: ratioInForce(state, task), pool, perYear: 1 };
  }
}
