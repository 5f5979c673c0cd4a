/** 抽查计划: the plan of one organ and year with its tasks (A二(二), A附件, B二(九)). Stream `plan-<organ>-<year>`. */
import { checked, type Decider } from '@srd/kernel';
import type { PlanCommand } from './commands';
import type { PlanEvent } from './events';
import { decide } from './rules';
import { evolve, initialPlan, type PlanState } from './state';

export const plan: Decider<PlanState, PlanCommand, PlanEvent> = checked({ initial: initialPlan, evolve, decide });

export { planChart, taskChart, phaseLabels, taskLabels } from './procedure';
export type { PlanPhase, TaskStatus } from './procedure';
export { planRefusals } from './refusals';
export { drawBasis, strataRules } from './allotment-rules';
export type { DrawBasis } from './allotment-rules';
export { conflictChoices, conflictId, conflictLabels, conflictsOf } from './conflicts';
export type { ConflictCode, ConflictFinding, RosterFact } from './conflicts';
export { sampleOf } from './sample';
export type { Sample, SampleRule } from './sample';
export { openConflicts, ratioInForce, tasksOf } from './state';
export type { ConflictState, Consent, PlanState, ReportState, TaskState } from './state';
export { chaozhou2023Table } from './presets';
export { sectorLabels } from './task';
export type { ItemReference, Partner, Ratio, TaskContent, Window } from './task';
export type { ItemFact, PlanCommand, PoolFact } from './commands';
export type { AllottedQuota, PlanDocument, PlanEvent } from './events';
