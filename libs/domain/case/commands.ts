import type { Day, DomainCommand, Id } from '@srd/kernel';
import type { CalendarDays } from '../calendar';
import type { FourthCommands } from './commands-4';
import type { FifthCommands } from './commands-5';
import type { CaseOpened, DataOf } from './events';
import type {
  Attendance,
  ListingGround,
  ListKind,
  Method,
  RecordedFinding,
  Purpose,
  Redaction,
  ResultClass,
  Severity,
  Signature,
} from './vocabulary';
import type { ChecklistAnswer, TeamBar, Window } from './vocabulary-3';

/** The person's own entry in the register of inspectors, loaded from the account; null when there is none. */
type AsInspector = { readonly asInspector: Id | null };
type WithCalendar = { readonly calendar: CalendarDays };
/** The organ for which the asker acts, where a decision belongs to one of several (B二(三), A二(二)). */
type ByOrgan = { readonly byOrgan?: Id };
type On = { readonly disposition: Id; readonly finding: Id };
type Told = On & { readonly occurredOn: Day };
type Paper = Told & { readonly documentNumber: string };

type Later = FourthCommands & FifthCommands;
type Commands = Later & {
  OpenCase: CaseOpened;
  TakeDrawnObject: DataOf<'ObjectDrawn'>;
  /** `lists`: where the object is listed today. `calendar` where the set time for the approval is pinned. */
  NameObject: DataOf<'ObjectNamed'> & { readonly lists?: readonly ListKind[]; readonly calendar?: CalendarDays };
  /** B二(九)1–4: opened and named at once. Who gives it approves it, unless it is urgent; `proposedBy` brought it forward. */
  OpenForCause: {
    readonly opened: CaseOpened;
    readonly named: Omit<Commands['NameObject'], 'approvedBy' | 'proposedBy'> & { readonly proposedBy: Id | null };
  };
  VoidCase: DataOf<'CaseVoided'>;
  TakeDrawnTeam: DataOf<'TeamDrawn'>;
  /** `bars`: what keeps whom from this object, of everybody who is appointed (R22, R59, R61). */
  AppointTeam: DataOf<'TeamAppointed'> & { readonly bars?: readonly TeamBar[] };
  ReplaceInspector: DataOf<'InspectorReplaced'> & { readonly bars?: readonly TeamBar[] };
  RequestRecusal: DataOf<'RecusalRequested'>;
  DecideRecusal: AsInspector & ByOrgan & { readonly recusal: Id; readonly granted: boolean; readonly reason: string };
  DiscloseInterest: DataOf<'InterestDisclosed'>;
  /** 依职权责令回避: the head orders it without being asked. */
  OrderRecusal: AsInspector &
    ByOrgan & {
      readonly recusal: Id;
      readonly inspector: Id;
      readonly reason: string;
      readonly occurredOn: Day;
    };
  /** One's own statement; with a conflict it asks for the recusal under the id given. */
  StateConflict: AsInspector & DataOf<'ConflictStated'> & { readonly recusal: Id | null };
  RequestReplacement: DataOf<'ReplacementRequested'>;
  /** `subordinates`: organs whose superior the case's organ is. */
  DelegateInspection: DataOf<'InspectionDelegated'> & { readonly subordinates: readonly Id[] };
  MoveVisit: Omit<DataOf<'VisitMoved'>, 'from' | 'to'> & { readonly window: Window };
  /** `other`: the for-cause case that is merged into this one, as it stands. */
  MergeCause: DataOf<'CauseMerged'> & {
    readonly other: { readonly object: Id | null; readonly purpose: Purpose; readonly visited: boolean };
  };
  ApproveInspection: AsInspector & ByOrgan & DataOf<'InspectionApproved'>;
  ServeNotice: DataOf<'NoticeServed'>;
  ReportSelfInspection: DataOf<'SelfInspectionReported'>;
  ReceiveMaterials: DataOf<'MaterialsReceived'>;

  OpenVisit: {
    readonly visit: Id;
    readonly institution: Id;
    readonly inspector: Id;
    readonly present: readonly Attendance[];
    readonly occurredOn: Day;
    readonly visitCode: string | null;
    readonly premises: string;
    readonly elsewhere: string | null;
  };
  EndVisit: WithCalendar &
    AsInspector & { readonly visit: Id; readonly occurredOn: Day; readonly signature?: Signature | null };
  FillChecklist: AsInspector & {
    readonly department: Id;
    readonly item: Id;
    readonly revision: number;
    readonly answers: readonly ChecklistAnswer[];
    readonly occurredOn: Day;
  };
  NoteDepartmentAbsence: DataOf<'DepartmentAbsent'>;
  AddEvidence: DataOf<'EvidenceAdded'>;
  /** `occurredOn` is the day of writing; without a visit it starts the clock of R73. */
  RecordFindings: WithCalendar &
    AsInspector & {
      readonly department: Id;
      readonly findings: readonly RecordedFinding[];
      readonly signature: Signature | null;
      readonly evidence: readonly string[];
      readonly occurredOn: Day;
    };
  ReturnFindings: AsInspector & ByOrgan & DataOf<'FindingsReturned'>;
  ApproveFindings: AsInspector & ByOrgan & { readonly department: Id };

  NoteOnSpotCorrection: WithCalendar & Told & { readonly text: string };
  /** `remedies` 救济途径: demanded since `case/4` (R78). */
  OrderCorrection: WithCalendar & Told & { readonly text: string; readonly dueOn: Day; readonly remedies?: string };
  ReportRectification: Told & { readonly text: string; readonly evidence: readonly string[] };
  RecordFollowUp: Told &
    AsInspector & {
      readonly passed: boolean;
      readonly method: Method;
      readonly text: string;
      readonly evidence: readonly string[];
      /** Demanded since `case/5`, with what keeps whom away (R22, R60, R61). */
      readonly present?: readonly Attendance[];
      readonly bars?: readonly TeamBar[];
      /** Why it isn't as arranged. */
      readonly deviation?: string | null;
    };
  OrderFurtherCorrection: WithCalendar & Told & { readonly reason: string; readonly dueOn: Day };
  OpenInvestigation: Paper;
  /** `publishMinor`: a reason to publish a minor penalty all the same. */
  DecidePenalty: WithCalendar &
    Paper & {
      readonly penalties: readonly string[];
      readonly penaltyClass: Exclude<Severity, 'none'>;
      readonly publishMinor: string | null;
      readonly remedies?: string;
    };
  DropInvestigation: WithCalendar & Told & { readonly reason: string };
  AnnulPenalty: WithCalendar & Paper & { readonly reason: string };
  NoteListingProposal: Told & {
    readonly list: ListKind;
    readonly ground: ListingGround;
    readonly standing: Id;
    readonly reason: string | null;
  };
  NoteListingConfirmed: Paper & { readonly standing: Id };
  NoteListingDeclined: Told & { readonly standing: Id; readonly reason: string };
  NoteListingWithdrawn: Told & { readonly standing: Id; readonly reason: string };
  NoteListingEnded: Told & { readonly standing: Id; readonly reason: string };
  ForgoListing: On & { readonly reason: string };
  IssueReminder: WithCalendar & Told & { readonly text: string };
  HoldInterview: WithCalendar & Told & { readonly text: string };
  RecordGuidance: DataOf<'GuidanceRecorded'>;
  ReportToLicensing: Paper & { readonly recipient: string };
  FileLicensingReceipt: Told & { readonly receipt: string };
  ReferToJudiciary: Paper & { readonly recipient: string };
  FileReferralReceipt: Told & { readonly receipt: string };

  /** `read`: somebody has read what is going out; `redactions` replace a finding's text in it. */
  PostPublication: {
    readonly debt: Id;
    readonly channel: string;
    readonly read: boolean;
    readonly redactions: readonly Redaction[];
  };
  AcknowledgePublication: DataOf<'PublicationAcknowledged'>;
  FailPublication: DataOf<'PublicationFailed'>;
  WaivePublication: { readonly debt: Id; readonly reason: string };
  FileCopy: DataOf<'CopyFiled'>;

  ProposeAmendment: {
    readonly amendment: Id;
    readonly finding: Id;
    readonly text: string | null;
    readonly resultClass: ResultClass | null;
    readonly withdrawn: boolean;
    readonly reason: string;
  };
  ApproveAmendment: WithCalendar & AsInspector & { readonly amendment: Id };
  DeclineAmendment: { readonly amendment: Id; readonly reason: string };
  PassCaseDeadline: { readonly deadline: Id };
};

export type CaseCommandType = keyof Commands;
export type CommandData<T extends CaseCommandType> = Commands[T];
/** Everything that may be asked of a case. */
export type CaseCommand = { [T in CaseCommandType]: DomainCommand<T, Commands[T]> }[CaseCommandType];
