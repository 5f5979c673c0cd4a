import { stage, type CaseEventType, type OpenCase, type StageCode } from '@srd/domain/case';
import { dayOf, type Day, type Instant, type RecordedEvent } from '@srd/kernel';

/** One event of a case as far as it is ever counted: where the case stood after it, and when it happened and became known. */
export type CaseMark = {
  readonly revision: number;
  readonly at: Instant;
  /** The day it tells of. */
  readonly on: Day;
  readonly type: CaseEventType;
  readonly stage: StageCode;
  /** The result stands on every channel that the rule names: the case counts in 完成率. */
  readonly published: boolean;
  /** Last day of the result's publication, once the visit has ended. */
  readonly dueOn: Day | null;
};

/** Events that are counted by themselves, whatever stage they lead to. */
const counted: readonly CaseEventType[] = [
  'CaseOpened',
  'ObjectDrawn',
  'ObjectNamed',
  'VisitEnded',
  'CauseMerged',
  'DeadlinePassed',
  'OnSpotCorrectionNoted',
  'CorrectionOrdered',
  'FurtherCorrectionOrdered',
  'FollowUpPassed',
  'FollowUpFailed',
  'ReminderIssued',
  'InterviewHeld',
  'GuidanceRecorded',
  'GuidanceGiven',
  'InvestigationOpened',
  'PenaltyDecided',
  'PenaltyAnnulled',
  'ReportedToLicensing',
  'ReferredToJudiciary',
];

/** The day of which an event tells; without one the day on which it was recorded. */
export function occurredOn({ data, at }: Pick<RecordedEvent, 'data' | 'at'>): Day {
  return (typeof data['occurredOn'] === 'string' ? data['occurredOn'] : dayOf(at)) as Day;
}

/** The marks of a case with one more event; the same list when nothing that counts has changed. `state` is the case after it. */
export function marksAfter(marks: readonly CaseMark[], event: RecordedEvent, state: OpenCase): readonly CaseMark[] {
  const { debts, dues } = state.context;
  const mark: CaseMark = {
    revision: event.revision,
    at: event.at,
    on: occurredOn(event),
    type: event.type as CaseEventType,
    stage: stage(state).code,
    published: debts.some(({ kind, status }) => kind === 'result' && status === 'discharged'),
    dueOn: dues?.publication.on ?? null,
  };
  const last = marks.at(-1);
  const changed = last?.stage !== mark.stage || last.published !== mark.published || last.dueOn !== mark.dueOn;
  return changed || counted.includes(mark.type) ? [...marks, mark] : marks;
}
