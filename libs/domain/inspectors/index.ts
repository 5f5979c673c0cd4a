/** 执法检查人员名录库 of one organ: inspectors, their certificates, absences and interests (stream `inspectors-<organ>`). */
import { checked, type Decider } from '@srd/kernel';
import type { InspectorsEvent } from './events';
import { decide, type InspectorsCommand } from './rules';
import { evolve, initial, type InspectorsState } from './state';

export { relations } from './events';
export type {
  Certificate,
  InspectorField,
  InspectorsEvent,
  InterestDeclaration,
  LoanAgreement,
  Relation,
} from './events';
export { lentTo, loanEndsOn, loanOn, statementsOwed, yearlyStatement } from './loans';
export { absentUntil, barsOn, certificateValidOn, enrolledInspectors, enrolledOn, interestsIn } from './eligibility';
export type { Bar } from './eligibility';
export { waiversFor } from './rotation';
export { inspectorsRefusals } from './refusals';
export type { InspectorsCommand } from './rules';
export { inspectorOf } from './state';
export type { Inspector, InspectorsState, Interest, Loan, RotationWaiver, YearlyStatement } from './state';

export const inspectors: Decider<InspectorsState, InspectorsCommand, InspectorsEvent> = checked({
  initial,
  evolve,
  decide,
});
