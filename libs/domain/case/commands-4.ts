import type { Day, Id } from '@srd/kernel';
import type { CalendarDays } from '../calendar';
import type { DataOf } from './events';
import type { Redaction } from './vocabulary';
import type { ServedPaper, ServiceMethod } from './vocabulary-4';

type WithCalendar = { readonly calendar: CalendarDays };
type On = { readonly disposition: Id; readonly finding: Id };
type Told = On & { readonly occurredOn: Day };

/** What may be asked of a case under `case/4` beside the rest. */
export type FourthCommands = {
  /**
   * `confirmed`: fields that look doubtful and were found harmless, with the reason. `names`: people who must not occur in the text, as
   * the register of persons knows them; they are compared and not recorded.
   */
  ReviewPublication: {
    readonly debt: Id;
    readonly redactions: readonly Redaction[];
    readonly confirmed: readonly string[];
    readonly reason: string | null;
    readonly names: readonly string[];
  };
  SendCopy: DataOf<'CopySent'>;
  FindGraveNonCooperation: WithCalendar & Omit<DataOf<'GraveNonCooperationFound'>, 'publication'>;
  UrgeRectification: DataOf<'RectificationUrged'>;
  /** `dueOn`: the order's new last day, where it arrives after the one it names. */
  ServeDocument: WithCalendar &
    Told & {
      readonly paper: ServedPaper;
      readonly how: ServiceMethod;
      readonly evidence: readonly string[];
      readonly dueOn: Day | null;
    };
  ServePenaltyNotice: DataOf<'PenaltyNoticeServed'>;
  HearStatement: DataOf<'StatementHeard'>;
  GiveGuidance: DataOf<'GuidanceGiven'>;
  AnswerEscalation: DataOf<'EscalationAnswered'>;
};
