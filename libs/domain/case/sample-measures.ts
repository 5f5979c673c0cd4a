import type { CaseCommand } from './commands';
import { calendar, on } from './sample';
import type { ListingGround, ListKind } from './vocabulary';

/** Commands of a disposition for tests: its id, the finding's, the day. */
type Step = readonly [CaseCommand, string?, string?];
export const told = (d: string, f: string, day: string) => ({ disposition: d, finding: f, occurredOn: on(day) });
export const spot = (d: string, f: string, day = '2023-09-28'): CaseCommand => ({
  type: 'NoteOnSpotCorrection',
  data: { ...told(d, f, day), text: '已改', calendar },
});
export const order = (d: string, f: string, day = '2023-10-02', dueOn = '2023-10-17'): CaseCommand => ({
  type: 'OrderCorrection',
  data: { ...told(d, f, day), text: '限期改正', dueOn: on(dueOn), calendar },
});
export const rectified = (d: string, f: string, day: string): CaseCommand => ({
  type: 'ReportRectification',
  data: { ...told(d, f, day), text: '已整改', evidence: [] },
});
export const followUp = (d: string, f: string, day: string, passed: boolean): CaseCommand => ({
  type: 'RecordFollowUp',
  data: { ...told(d, f, day), passed, method: 'onSite', text: '回访', evidence: [], asInspector: 'i1' },
});
export const furtherOrder = (d: string, f: string, day: string, dueOn: string, reason = '整改不到位'): CaseCommand => ({
  type: 'OrderFurtherCorrection',
  data: { ...told(d, f, day), reason, dueOn: on(dueOn), calendar },
});
export const investigate = (d: string, f: string, day: string): CaseCommand => ({
  type: 'OpenInvestigation',
  data: { ...told(d, f, day), documentNumber: '潮司立〔2023〕1号' },
});
export const penalize = (
  d: string,
  f: string,
  day: string,
  penaltyClass: 'minor' | 'ordinary' = 'ordinary',
): CaseCommand => ({
  type: 'DecidePenalty',
  data: {
    ...told(d, f, day),
    documentNumber: '潮司罚〔2023〕1号',
    penalties: ['罚款'],
    penaltyClass,
    publishMinor: null,
    calendar,
  },
});
export const annul = (d: string, f: string, day: string): CaseCommand => ({
  type: 'AnnulPenalty',
  data: { ...told(d, f, day), documentNumber: '潮府复〔2024〕3号', reason: '复议撤销', calendar },
});
export const propose = (
  d: string,
  f: string,
  day: string,
  list: ListKind,
  ground: ListingGround,
  reason: string | null = null,
): CaseCommand => ({
  type: 'NoteListingProposal',
  data: { ...told(d, f, day), list, ground, standing: `firm-1.${list}`, reason },
});
export const end = (
  type: 'NoteListingDeclined' | 'NoteListingWithdrawn' | 'NoteListingEnded',
  d: string,
  f: string,
  day: string,
  list: ListKind = 'credit',
): CaseCommand => ({
  type,
  data: { ...told(d, f, day), standing: `firm-1.${list}`, reason: '决定' },
});
export const confirm = (d: string, f: string, day: string, list: ListKind = 'credit'): CaseCommand => ({
  type: 'NoteListingConfirmed',
  data: { ...told(d, f, day), standing: `firm-1.${list}`, documentNumber: '列入1号' },
});
export const forgo = (d: string, f: string): CaseCommand => ({
  type: 'ForgoListing',
  data: { disposition: d, finding: f, reason: '无列入依据' },
});
export const remind = (d: string, f: string, day: string): CaseCommand => ({
  type: 'IssueReminder',
  data: { ...told(d, f, day), text: '提醒', calendar },
});
export const at = (day: string, ...commands: readonly CaseCommand[]): readonly Step[] =>
  commands.map((command) => [command, 'officer-1', day] as const);
