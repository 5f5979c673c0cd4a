import type { CaseCommand } from './commands';
import type { CaseFact, CaseOpened } from './events';
import {
  acknowledge,
  approveFindings,
  approveInspection,
  calendar,
  hash,
  on,
  openCase,
  played,
  post,
  recordFindings,
  serveNotice,
  takeObject,
  takeTeam,
} from './sample';
import { signedEnd, visitBy } from './sample-3';
import { told } from './sample-measures';
import type { RecordedFinding } from './vocabulary';

/** Synthetic cases under `case/4`, for tests. */
type Step = readonly [CaseCommand, string?, string?];
type DataOf<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>['data'];

export const openFourth: readonly CaseFact[] = played([openCase({ procedure: 'case/4' })]);
export const visitedFourth = (more: Partial<CaseOpened> = {}): readonly CaseFact[] =>
  played([
    openCase({ procedure: 'case/4', ...more }),
    takeObject,
    takeTeam,
    approveInspection,
    serveNotice,
    [visitBy(['i1', 'i2']), 'inspector-1', '2023-09-27'],
    [signedEnd, 'inspector-1', '2023-09-28'],
  ]);
export const recordedFourth = (
  findings: readonly RecordedFinding[],
  more: Partial<CaseOpened> = {},
): readonly CaseFact[] => played([[recordFindings(findings), 'inspector-1', '2023-09-29']], visitedFourth(more));
export const approvedFourth = (
  findings: readonly RecordedFinding[],
  more: Partial<CaseOpened> = {},
): readonly CaseFact[] => played([[approveFindings, 'head-1', '2023-09-30']], recordedFourth(findings, more));

export const review = (debt: string, more: Partial<DataOf<'ReviewPublication'>> = {}): CaseCommand => ({
  type: 'ReviewPublication',
  data: { debt, redactions: [], confirmed: [], reason: null, names: [], ...more },
});
/** Read, posted on these channels and received by each. */
export const publishedOn = (debt: string, day: string, channels: readonly string[]): readonly Step[] => [
  [review(debt), 'officer-1', day],
  ...channels.flatMap((channel): readonly Step[] => [
    [post(debt, channel), 'officer-1', day],
    [acknowledge(debt, channel), 'system:channels', day],
  ]),
];
export const out = (debt: string, day: string): readonly Step[] =>
  publishedOn(debt, day, ['portal', 'credit-platform']);
export const publishedFourth = (
  findings: readonly RecordedFinding[],
  more: Partial<CaseOpened> = {},
): readonly CaseFact[] => played(out('result-1', '2023-10-02'), approvedFourth(findings, more));

export const paper = (digit: string): CaseCommand => ({
  type: 'AddEvidence',
  data: { sha256: hash(digit), name: '回证.pdf', size: 10, disposition: null },
});
export const orderWith = (remedies: string, day = '2023-10-08', dueOn = '2023-10-23'): CaseCommand => ({
  type: 'OrderCorrection',
  data: { ...told('d1', 'f1', day), text: '限期补齐委托手续', dueOn: on(dueOn), calendar, remedies },
});
export const REMEDIES = '不服本决定的，可在六十日内申请行政复议，或者在六个月内提起行政诉讼';
export const serve = (day: string, more: Partial<DataOf<'ServeDocument'>> = {}): CaseCommand => ({
  type: 'ServeDocument',
  data: {
    ...told('d1', 'f1', day),
    paper: 'correction-order',
    how: 'in-person',
    evidence: [hash('e')],
    dueOn: null,
    calendar,
    ...more,
  },
});
export const noticed = (day: string, hearUntil: string): CaseCommand => ({
  type: 'ServePenaltyNotice',
  data: { ...told('d1', 'f1', day), documentNumber: '潮司罚告〔2023〕1号', hearUntil: on(hearUntil) },
});
export const heard = (day: string, waived = false): CaseCommand => ({
  type: 'HearStatement',
  data: { ...told('d1', 'f1', day), waived, text: waived ? '明确放弃' : '称已自行退费，请求从轻', evidence: [] },
});
export const guide = (guidance: string, day: string, finding: string | null = 'f1'): CaseCommand => ({
  type: 'GiveGuidance',
  data: { guidance, finding, kind: 'advice', text: '建议完善收费公示制度', occurredOn: on(day) },
});
export const decide = (day: string, remedies = REMEDIES): CaseCommand => ({
  type: 'DecidePenalty',
  data: {
    ...told('d1', 'f1', day),
    documentNumber: '潮司罚〔2023〕1号',
    penalties: ['罚款'],
    penaltyClass: 'ordinary',
    publishMinor: null,
    calendar,
    remedies,
  },
});
export const urge = (day: string): CaseCommand => ({
  type: 'UrgeRectification',
  data: { ...told('d1', 'f1', day), text: '整改期限将至，请按期报告' },
});
export const pass = (deadline: string): CaseCommand => ({ type: 'PassCaseDeadline', data: { deadline } });
