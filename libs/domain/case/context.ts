import type { Day, Id, Instant } from '@srd/kernel';
import type { DispositionEventType } from './disposition-events';
import type { CaseOpened, DataOf } from './events';
import type {
  Attendance,
  DebtKind,
  DepartmentDues,
  Due,
  InspectedObject,
  ListKind,
  Method,
  PublicResult,
  RecordedFinding,
  Redaction,
  ResultClass,
  Severity,
  Signature,
  TeamMember,
  VisitDues,
  debtStatuses,
} from './vocabulary';
import type { RecusalOrigin, Window, YearLoad } from './vocabulary-3';
import type { ArrangedRevisit } from './vocabulary-5';
import type { Escalated, Review, ServedPaper, ServiceMethod } from './vocabulary-4';

export type Visit = {
  readonly visit: Id;
  readonly inspector: Id;
  readonly present: readonly Attendance[];
  readonly openedOn: Day;
  readonly endedOn: Day | null;
  /** 检查码, which the institution may check on the public page. */
  readonly visitCode: string | null;
  readonly signature: Signature | null;
};

/** One department's part of the result; a case that isn't joint has one. */
export type Section = {
  readonly department: Id;
  readonly status: 'awaited' | 'recorded' | 'returned' | 'approved' | 'absent';
  readonly recordedBy: Id | null;
  readonly recordedOn: Day | null;
  readonly signature: Signature | null;
  readonly evidence: readonly string[];
  readonly returned: readonly {
    readonly reason: string;
    readonly by: Id;
    readonly at: Instant;
    readonly findings: readonly RecordedFinding[];
  }[];
  readonly approvedBy: Id | null;
  readonly approvedAt: Instant | null;
};

/** An earlier wording, kept when an amendment replaced it. */
export type FindingVersion = {
  readonly text: string;
  readonly resultClass: ResultClass;
  readonly replacedBy: Id;
  readonly reason: string;
};

export type Finding = {
  readonly finding: Id;
  readonly department: Id;
  readonly item: Id;
  readonly text: string;
  readonly resultClass: ResultClass;
  readonly severity: Severity;
  readonly contacts: RecordedFinding['contacts'];
  readonly withdrawn: boolean;
  readonly earlier: readonly FindingVersion[];
};

/** A paper that reached the institution (R78). */
export type Served = { readonly paper: ServedPaper; readonly how: ServiceMethod; readonly on: Day };

export type Round = {
  readonly round: number;
  readonly dueOn: Day | null;
  readonly revisit: Due | null;
  readonly reported: boolean | null;
  readonly outcome: 'passed' | 'failed' | null;
  /** What was ordered, reminded or said. */
  readonly asked: string;
  /** 整改报告, null until it is handed in. */
  readonly report: { readonly on: Day; readonly text: string; readonly evidence: readonly string[] } | null;
  /** 回访记录, null until it is made. */
  readonly followUp: {
    readonly on: Day;
    readonly method: Method;
    readonly text: string;
    /** Who was there, where it was told. */
    readonly present: readonly Id[];
    /** Why it wasn't made as it was arranged. */
    readonly deviation: string | null;
  } | null;
  readonly served: Served | null;
};

/** One measure on one finding, where its life stands. */
export type Disposition = {
  readonly disposition: Id;
  readonly finding: Id;
  readonly state: string;
  /** Its events so far, in order; the first is the measure that began it. */
  readonly steps: readonly DispositionEventType[];
  readonly round: number;
  readonly rounds: readonly Round[];
  readonly list: ListKind | null;
  readonly standing: Id | null;
  readonly penalty: {
    readonly documentNumber: string;
    readonly penalties: readonly string[];
    readonly decidedOn: Day;
    readonly annulledOn: Day | null;
    /** 救济途径 as the decision told it (R78). */
    readonly remedies: string | null;
    readonly served: Served | null;
  } | null;
  readonly investigatedOn: Day | null;
  /** 处罚前告知 and 陈述申辩 (R78). */
  readonly notice: { readonly documentNumber: string; readonly servedOn: Day; readonly hearUntil: Day } | null;
  readonly statement: {
    readonly on: Day;
    readonly waived: boolean;
    readonly text: string;
    readonly evidence: readonly string[];
  } | null;
  /** The debt by which the penalty was or is to be made public. */
  readonly outcomeDebt: Id | null;
};

export type ChannelState = {
  readonly channel: string;
  readonly status: 'posted' | 'failed' | 'acknowledged';
  readonly receipt: string | null;
  /** The day of the latest posting. */
  readonly postedOn: Day;
  /** Why the latest posting failed. */
  readonly failure: string | null;
};

/** A publication that fell due; it stays in the record when it is discharged, waived or overtaken. */
export type Debt = {
  readonly debt: Id;
  readonly kind: DebtKind;
  /** The disposition or amendment that it tells of; null for the result itself. */
  readonly about: Id | null;
  readonly due: Due;
  readonly status: (typeof debtStatuses)[number];
  readonly channels: readonly ChannelState[];
  readonly content: PublicResult | null;
  readonly statement: string | null;
  readonly replaces: Id | null;
  /** Channels that the law itself names; null: those of the organ's rule. */
  readonly on: readonly string[] | null;
  readonly review: (Review & { readonly by: Id; readonly at: Instant }) | null;
};

export type Recusal = {
  readonly recusal: Id;
  readonly inspector: Id;
  readonly status: 'requested' | 'granted' | 'declined';
  readonly origin: RecusalOrigin | null;
  readonly requestedOn: Day;
  /** A result was on record already when it was asked for. */
  readonly afterResult: boolean;
  readonly decidedBy: Id | null;
};
/** Another member asked for; `incoming` once somebody has come. */
export type Replacement = DataOf<'ReplacementRequested'> & { readonly incoming: Id | null };
export type Amendment = DataOf<'AmendmentProposed'> & { readonly proposedBy: Id };

/** What the case's record adds up to; replaced as a whole by each fact, never changed in place. */
export type CaseContext = {
  readonly opened: CaseOpened;
  readonly openedAt: Instant | null;
  readonly object: InspectedObject | null;
  readonly drawnOn: Day | null;
  readonly cause: DataOf<'ObjectNamed'> | null;
  readonly namedBy: Id | null;
  /** The window that holds now; `opened.window` is the plan's. */
  readonly window: Window;
  readonly moves: readonly DataOf<'VisitMoved'>[];
  readonly merged: readonly DataOf<'CauseMerged'>[];
  readonly delegation: DataOf<'InspectionDelegated'> | null;
  /** The institution's year as it was known at each decision to inspect. */
  readonly loads: readonly YearLoad[];
  readonly team: readonly TeamMember[];
  readonly teamOn: Day | null;
  readonly recusals: readonly Recusal[];
  readonly statements: readonly DataOf<'ConflictStated'>[];
  readonly replacements: readonly Replacement[];
  readonly approvedBy: Id | null;
  readonly approvedAt: Instant | null;
  readonly unannounced: boolean;
  readonly noticeOn: Day | null;
  readonly selfInspection: 'none' | 'awaited' | 'reported' | 'lapsed';
  readonly selfInspectionDueOn: Day | null;
  readonly visits: readonly Visit[];
  readonly dues: VisitDues | null;
  /** Of a joint visit where the organ's rule gives each department its own clock. */
  readonly departmentDues: readonly DepartmentDues[];
  readonly evidence: readonly string[];
  readonly materials: readonly DataOf<'MaterialsReceived'>[];
  readonly checklists: readonly DataOf<'ChecklistFilled'>[];
  readonly sections: readonly Section[];
  readonly findings: readonly Finding[];
  readonly resultOn: Day | null;
  readonly dispositions: readonly Disposition[];
  readonly debts: readonly Debt[];
  /** In force for every publication, until the finding's text is amended. */
  readonly redactions: readonly Redaction[];
  readonly amendment: Amendment | null;
  readonly amendments: readonly Id[];
  readonly copyReceipt: string | null;
  /** 抄送 as it was sent and received; after an amendment it is owed anew (R102). */
  readonly copies: readonly (DataOf<'CopySent'> & {
    readonly sentBy: Id;
    readonly receipt: string | null;
    readonly filedOn: Day | null;
  })[];
  /** Findings of grave non-cooperation (R76). */
  readonly grave: readonly Id[];
  readonly urgings: readonly (DataOf<'RectificationUrged'> & { readonly by: Id })[];
  /** 回访安排, oldest first; which of them stands is derived (arranged.ts). */
  readonly revisits: readonly ArrangedRevisit[];
  readonly guidance: readonly (DataOf<'GuidanceGiven'> & { readonly by: Id })[];
  readonly escalations: readonly (Escalated & {
    readonly on: Day;
    readonly answer: { readonly instruction: string; readonly by: Id; readonly at: Instant } | null;
  })[];
  /** Who told an interest late, each as `interest-disclosed:` with the inspector's id. */
  readonly flags: readonly string[];
  /** Deadlines whose passing is on record. */
  readonly passed: readonly Id[];
  readonly voided: string | null;
};
