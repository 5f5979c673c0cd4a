import { setup, transition } from 'xstate';
import type { DispositionEvent, DispositionEventType } from './disposition-events';

/** What a disposition waits for: a column of the board, or nothing. */
export type DispositionTag =
  | 'awaiting-disposition'
  | 'rectifying'
  | 'awaiting-revisit'
  | 'investigating'
  | 'settled'
  | 'listed-abnormal'
  | 'listed-credit';

type Meta = { readonly basis: string; readonly label: string };
type LifeEvent = { readonly type: DispositionEventType };

const settled = (label: string, basis: string, ...more: DispositionTag[]): { tags: DispositionTag[]; meta: Meta } => ({
  tags: ['settled', ...more],
  meta: { label, basis },
});
const open = (tag: DispositionTag, label: string, basis: string): { tags: DispositionTag[]; meta: Meta } => ({
  tags: [tag],
  meta: { label, basis },
});

/**
 * The life of one measure on one finding (B三(三)). Two ladders, breach and risk; no step leads from the first into the
 * abnormal list, however often a revisit fails.
 */
export const disposition = setup({
  types: { events: {} as LifeEvent, tags: {} as DispositionTag, meta: {} as Meta },
}).createMachine({
  id: 'disposition',
  initial: 'undecided',
  states: {
    undecided: {
      ...open('awaiting-disposition', '待处置', 'B三(三)'),
      on: {
        /** R79 */
        OnSpotCorrectionNoted: 'correctedOnSpot',
        /** R84 */
        CorrectionOrdered: 'rectifying',
        /** R81 */
        InvestigationOpened: 'investigating',
        /** R85 */
        ReminderIssued: 'reminded',
        /** R85 */
        InterviewHeld: 'reminded',
        /** R77 */
        GuidanceRecorded: 'guided',
        /** R9, R80 */
        ReportedToLicensing: 'reportedToLicensing',
        /** R10, R82 */
        ReferredToJudiciary: 'referred',
        /** R83 */
        ListingProposalNoted: 'abnormalProposed',
      },
    },

    /** R79 */
    correctedOnSpot: {
      ...open('awaiting-revisit', '已当场纠正，待复核', 'B三(三)'),
      on: { FollowUpPassed: 'corrected', FollowUpFailed: 'uncorrected' },
    },
    /** R84: reported or not, it is revisited. */
    rectifying: {
      ...open('rectifying', '整改中', 'B三(三)'),
      on: { RectificationReported: 'revisiting', RectificationLapsed: 'revisiting' },
    },
    revisiting: {
      ...open('awaiting-revisit', '待回访', 'B三(三)'),
      on: { FollowUpPassed: 'corrected', FollowUpFailed: 'uncorrected' },
    },
    /** R84 */
    uncorrected: {
      ...open('awaiting-disposition', '未改正，待再处置', 'B三(三)'),
      on: { FurtherCorrectionOrdered: 'rectifying', InvestigationOpened: 'investigating' },
    },
    corrected: settled('已改正', 'B三(三)'),

    investigating: {
      ...open('investigating', '查处中', 'B三(三)'),
      on: { PenaltyDecided: 'penalized', InvestigationDropped: 'dropped' },
    },
    dropped: settled('不予处罚', '行政处罚法第五十七条'),
    /** R87 */
    penalized: {
      ...open('awaiting-disposition', '已处罚，待定列入名单', 'B三(三)'),
      on: { ListingProposalNoted: 'creditProposed', ListingForgone: 'penaltyStands', PenaltyAnnulled: 'annulled' },
    },
    creditProposed: {
      ...open('investigating', '拟列入信用黑名单', 'B三(三)'),
      on: {
        ListingConfirmed: 'listedCredit',
        ListingDeclined: 'penaltyStands',
        ListingWithdrawn: 'penaltyStands',
        PenaltyAnnulled: 'annulling',
      },
    },
    listedCredit: {
      ...settled('列入信用黑名单', 'B三(三)', 'listed-credit'),
      on: { ListingEnded: 'penaltyStands', ListingWithdrawn: 'penaltyStands', PenaltyAnnulled: 'annulling' },
    },
    penaltyStands: { ...settled('已处罚', 'B三(三)'), on: { PenaltyAnnulled: 'annulled' } },
    annulling: {
      ...open('investigating', '处罚已撤销，待撤出名单', '行政复议法、行政诉讼法'),
      on: { ListingWithdrawn: 'annulled', ListingDeclined: 'annulled', ListingEnded: 'annulled' },
    },
    annulled: {
      ...settled('处罚已撤销', '行政复议法、行政诉讼法'),
      on: { InvestigationOpened: 'investigating' },
    },

    /** R85 */
    reminded: {
      ...open('awaiting-revisit', '已提醒约谈，待回访', 'B三(三)'),
      on: { FollowUpPassed: 'heeded', FollowUpFailed: 'unheeded' },
    },
    heeded: settled('已采纳', 'B三(三)'),
    /** R86 */
    unheeded: {
      ...open('awaiting-disposition', '提醒约谈后仍不纠正', 'B三(三)'),
      on: { ReminderIssued: 'reminded', InterviewHeld: 'reminded', ListingProposalNoted: 'abnormalProposed' },
    },
    abnormalProposed: {
      ...open('investigating', '拟列入执业异常对象名单', 'B三(三)'),
      on: { ListingConfirmed: 'listedAbnormal', ListingDeclined: 'unlisted', ListingWithdrawn: 'unlisted' },
    },
    listedAbnormal: {
      ...settled('列入执业异常对象名单', 'B三(三)', 'listed-abnormal'),
      on: { ListingEnded: 'unlisted', ListingWithdrawn: 'unlisted' },
    },
    unlisted: settled('未列入或已移出名单', 'B三(三)'),

    guided: settled('已行政指导', 'B三(二)'),
    reportedToLicensing: {
      ...open('investigating', '已报告许可部门，待回执', 'B三(三)'),
      on: { LicensingReceiptFiled: 'licensingInformed' },
    },
    licensingInformed: settled('许可部门已收件', 'B三(三)'),
    referred: {
      ...open('investigating', '已移送司法机关，待回执', 'B三(三)'),
      on: { ReferralReceiptFiled: 'referralReceived' },
    },
    referralReceived: settled('司法机关已收件', 'B三(三)'),
  },
});

/** The same life as a table, read off the machine by asking it: what each state means and where each event leads. */
export type LifeState = {
  readonly name: string;
  readonly tags: ReadonlySet<DispositionTag>;
  readonly settled: boolean;
  readonly basis: string;
  readonly label: string;
  readonly next: { readonly [T in DispositionEventType]?: string };
};

function lifeOf(name: string): LifeState {
  const node = disposition.states[name as 'undecided'] as (typeof disposition)['root'];
  const snapshot = disposition.resolveState({ value: name as 'undecided' });
  const next: { [T in DispositionEventType]?: string } = {};
  for (const type of node.ownEvents as DispositionEventType[]) {
    next[type] = transition(disposition, snapshot, { type })[0].value;
  }
  const meta = node.meta as Meta;
  const tags = new Set(node.tags as DispositionTag[]);
  return { name, tags, settled: tags.has('settled'), basis: meta.basis, label: meta.label, next };
}

/** Every state of a disposition by its name. */
export const lives: { readonly [state: string]: LifeState } = Object.fromEntries(
  Object.keys(disposition.states).map((name) => [name, lifeOf(name)]),
);

const types = new Set(Object.values(lives).flatMap((life) => Object.keys(life.next)));

/** Whether an event belongs to a disposition. */
export function isDispositionEvent<E extends { readonly type: string }>(
  event: E,
): event is Extract<E, DispositionEvent> {
  return types.has(event.type);
}

/** The types of a disposition's events, sorted. */
export const dispositionEventTypes = [...types].sort() as readonly DispositionEventType[];

/** Where the event leads from this state, or undefined when the procedure doesn't expect it there. */
export function lifeAfter(state: string, type: string): string | undefined {
  return lives[state]?.next[type as DispositionEventType];
}
