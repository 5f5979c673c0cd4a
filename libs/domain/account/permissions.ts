import type { Role } from './roles';

/**
 * Who may give which command: any of the roles. A command that isn't here, or has no role, is for the system's own set-up and daily job
 * only. What depends on persons (another than the proposer, not in the team) isn't here but in the rules.
 */
export const mayCommand: Readonly<Record<string, readonly Role[]>> = {
  // calendar
  EnterCalendarYear: ['supervision-officer'],

  // organ
  FoundOrgan: [],
  ReviseRules: ['leader'],
  RenameOrgan: ['leader'],
  ReviseSections: ['leader'],

  // roster
  RegisterInstitution: ['section-officer'],
  ReviseInstitution: ['section-officer'],
  ChangeInstitutionStatus: ['section-officer'],
  WaiveFault: ['leader'],
  ProposeRemoval: ['section-officer'],
  ConfirmRemoval: ['section-officer', 'section-head'],
  DeclineRemoval: ['section-officer', 'section-head'],
  ImportPriorInspection: ['section-officer'],

  // inspectors
  EnrolInspector: ['section-officer', 'supervision-officer', 'partner-officer'],
  RenewCertificate: ['section-officer', 'supervision-officer', 'partner-officer'],
  ReassignInspector: ['section-officer', 'supervision-officer', 'partner-officer'],
  WithdrawInspector: ['section-officer', 'supervision-officer', 'partner-officer'],
  RecordAbsence: ['section-officer', 'supervision-officer', 'partner-officer'],
  WithdrawAbsence: ['section-officer', 'supervision-officer', 'partner-officer'],
  DeclareInterest: ['inspector', 'section-officer', 'section-head', 'supervision-officer', 'partner-officer'],
  WithdrawInterest: ['section-head', 'partner-officer'],
  LendInspector: [],
  ReturnLoan: [],
  StateYearlyInterests: [],

  // catalogue
  EnterItem: ['section-officer'],
  ReviseItem: ['section-officer'],
  PublishItems: ['section-officer'],
  WithdrawItem: ['section-officer'],

  // account
  OpenAccount: ['account-admin'],
  ProposeRole: ['account-admin'],
  ConfirmRole: ['account-admin'],
  DeclineRole: ['account-admin'],
  RevokeRole: ['account-admin'],
  DisableAccount: ['account-admin'],
  EnableAccount: ['account-admin'],

  // plan
  DraftPlan: ['section-officer'],
  DraftTask: ['section-officer'],
  ReviseTask: ['section-officer'],
  DropTask: ['section-officer'],
  CheckPlan: ['section-officer', 'section-head', 'supervision-officer'],
  SubmitPlan: ['section-head'],
  DecideConflict: ['section-head', 'leader'],
  ReturnPlan: ['supervision-officer'],
  ReleasePlan: ['supervision-officer'],
  ReleaseTask: ['supervision-officer'],
  RecordPartnerConsent: ['partner-officer'],
  WaiveMinimum: ['leader'],
  AllotTask: ['supervision-officer'],
  WithdrawTask: ['supervision-officer'],
  CompleteTask: ['section-officer'],
  SendAnnualReport: ['section-officer', 'section-head'],
  ReceiveAnnualReport: ['supervision-officer'],

  // selection: seals come by a contributor's own link, not by an account
  FreezeObjectDraw: ['section-officer'],
  FreezeTeamDraw: ['section-officer'],
  EnterSeal: [],
  CloseSealing: ['section-officer'],
  OpenSeal: [],
  EndOpening: ['section-officer'],
  EnterBeacon: ['section-officer', 'section-head'],
  ConfirmBeacon: ['section-officer', 'section-head'],
  ProposeVoid: ['section-officer'],
  DeclineVoid: ['section-head'],
  ApproveVoid: ['section-head'],
  MarkOverdue: [],
  Reveal: ['section-officer'],
  RecordSecretLost: ['section-head'],
  CallReserve: ['section-officer'],
  ReplaceDrawnInspector: ['section-officer'],
  DiscloseDraw: [],

  // case
  OpenCase: [],
  TakeDrawnObject: [],
  NameObject: ['leader'],
  VoidCase: ['section-head'],
  TakeDrawnTeam: [],
  AppointTeam: ['section-head'],
  ReplaceInspector: ['section-head'],
  RequestRecusal: ['section-officer', 'inspector'],
  DecideRecusal: ['section-head'],
  OrderRecusal: [],
  StateConflict: [],
  RequestReplacement: [],
  DelegateInspection: [],
  MoveVisit: [],
  MergeCause: [],
  DiscloseInterest: ['inspector', 'section-officer'],
  ApproveInspection: ['section-head', 'leader'],
  ServeNotice: ['section-officer', 'inspector'],
  ReportSelfInspection: ['section-officer', 'inspector'],
  ReceiveMaterials: [],
  OpenVisit: ['inspector'],
  EndVisit: ['inspector'],
  FillChecklist: [],
  NoteDepartmentAbsence: ['inspector', 'section-officer'],
  AddEvidence: ['inspector', 'rectification-officer', 'section-officer'],
  RecordFindings: ['inspector', 'partner-officer', 'section-officer'],
  ReturnFindings: ['section-head', 'leader', 'partner-officer'],
  ApproveFindings: ['section-head', 'leader', 'partner-officer'],
  NoteOnSpotCorrection: ['section-officer'],
  OrderCorrection: ['section-officer'],
  ReportRectification: ['rectification-officer'],
  RecordFollowUp: ['rectification-officer', 'inspector'],
  OrderFurtherCorrection: ['section-officer'],
  OpenInvestigation: ['section-officer'],
  DecidePenalty: ['leader'],
  DropInvestigation: ['leader'],
  AnnulPenalty: ['leader'],
  NoteListingProposal: [],
  NoteListingConfirmed: [],
  NoteListingDeclined: [],
  NoteListingWithdrawn: [],
  NoteListingEnded: [],
  ForgoListing: ['section-head'],
  IssueReminder: ['section-officer', 'rectification-officer'],
  HoldInterview: ['section-officer', 'rectification-officer'],
  RecordGuidance: ['section-officer', 'rectification-officer'],
  ReportToLicensing: ['section-officer'],
  FileLicensingReceipt: ['section-officer'],
  ReferToJudiciary: ['section-officer'],
  FileReferralReceipt: ['section-officer'],
  PostPublication: ['section-officer'],
  AcknowledgePublication: ['section-officer'],
  FailPublication: ['section-officer'],
  WaivePublication: ['leader'],
  FileCopy: ['supervision-officer'],
  ProposeAmendment: ['section-officer', 'inspector'],
  ApproveAmendment: ['section-head', 'leader'],
  DeclineAmendment: ['section-head', 'leader'],
  PassCaseDeadline: [],

  // standing
  ProposeListing: ['section-officer', 'rectification-officer'],
  ServeListingNotice: ['section-officer', 'rectification-officer'],
  RecordHearing: ['section-officer', 'rectification-officer'],
  CloseHearing: [],
  ConfirmListing: ['leader'],
  DeclineListing: ['leader'],
  WithdrawListing: ['leader'],
};

/** Whether one of the roles may give the command. */
export function permits(command: string, held: readonly Role[]): boolean {
  const may = Object.hasOwn(mayCommand, command) ? mayCommand[command] : undefined;
  return may?.some((role) => held.includes(role)) ?? false;
}
