/** An organ's year: its figures, the sections' reports, the counties' material, the days that were due (stream `report-<organ>-<year>`). */
import { checked, type Decider } from '@srd/kernel';
import type { YearCommand } from './commands';
import type { YearEvent } from './events';
import { decide } from './rules';
import { evolve, initial, type YearState } from './state';

export const report: Decider<YearState, YearCommand, YearEvent> = checked({ initial, evolve, decide });

export { burdenRows } from './burden';
export type { BurdenRow } from './burden';
export type { YearCommand } from './commands';
export { asOf, caseAt, dayOrNull, endOf, listingAt, yearOf } from './counted';
export type {
  Counted,
  CountedCase,
  CountedDraw,
  CountedInstitution,
  CountedListing,
  MarkedCase,
  MarkedListing,
  Moment,
} from './counted';
export { dayInYear, dutiesOf, isLapsed } from './duties';
export type { Duty, DutyFacts } from './duties';
export { actingRoles, escalationOf } from './escalation';
export { escalations } from './events';
export type { DutyKind, Escalation, Summary, YearEvent } from './events';
export { countBy, countFigures, groupings, groupOf, itemsOf } from './count';
export type { Grouping, Selection } from './count';
export { figures } from './figures';
export type { FigureValue } from './figures';
export type { CountedItem } from './items';
export { marksAfter, occurredOn } from './marks';
export type { CaseMark } from './marks';
export { reportRefusals } from './refusals';
export { materialOf, reportLabels, reportOf } from './state';
export type { CountyMaterial, ReportStatus, SectionReport, YearState } from './state';
