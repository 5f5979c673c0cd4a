import type { Day, Id } from '@srd/kernel';
import type { OrganRules, Sector, Source, Term, InspectionMethod } from '../organ';
import type { ChecklistEntry } from './vocabulary-3';

/** Chart and rules that a case was opened with; both stay with it for ever. */
export const caseVersions = ['case/1', 'case/2', 'case/3', 'case/4', 'case/5'] as const;
export type CaseVersion = (typeof caseVersions)[number];

/** Whether a case runs under a version or a later one: what a version asks for, its successors ask for too. */
export function isSince(procedure: CaseVersion, version: CaseVersion): boolean {
  return caseVersions.indexOf(procedure) >= caseVersions.indexOf(version);
}

/** What an inspection found, one class per finding (R79–R85, C28). */
export const resultClasses = [
  'nothing-found',
  'corrected-on-spot',
  'correction-ordered',
  'risk',
  'licensing',
  'breach-investigation',
  'crime-suspected',
  'non-cooperation',
  'unreachable',
  'deregistered',
  'licence-revoked',
  'licence-withdrawn',
  'moved-out',
  'business-suspended',
] as const;
export type ResultClass = (typeof resultClasses)[number];

/** The institution ceased to be an object of inspection after the draw: 注销、吊销、撤销、迁出、停业 (C28). */
export const ceasedClasses: readonly ResultClass[] = [
  'deregistered',
  'licence-revoked',
  'licence-withdrawn',
  'moved-out',
  'business-suspended',
];

export type Severity = 'none' | 'minor' | 'ordinary' | 'serious';

/** Why an object is inspected outside the draw: five sources of the first ground, then the three others (B二(九)1–4, R89–R92). */
export const causeGrounds = [
  'complaint',
  'appeal',
  'report',
  'instruction',
  'transfer',
  'breach-seen',
  'credit-listed',
  'abnormal-listed',
] as const;
export type CauseGround = (typeof causeGrounds)[number];
/** Where the matter is on file, and since when. */
export type CauseSource = { readonly reference: string; readonly receivedOn: Day };
export const purposes = ['random', 'for-cause'] as const;
export type Purpose = (typeof purposes)[number];

/** The organ's rule values that the case uses, copied with their sources on the day of opening (trap 15). */
export type PinnedTerms = Pick<
  OrganRules,
  | 'teamSize'
  | 'rotationMonths'
  | 'publication'
  | 'recordWithin'
  | 'approveWithin'
  | 'revisitWithin'
  | 'channels'
  | 'approval'
  | 'notice'
  | 'visitCode'
  | 'afterCessation'
  | 'listNames'
  | 'yearlyCap'
  | 'capCounts'
  | 'halfYearBy'
>;

/** Versions of what the case rests on. */
export type Pins = {
  readonly rulesRevision: number;
  readonly catalogueRevision: number;
  readonly calendarRevision: number;
};

/** An item of the catalogue as it stood at a revision, with what the visit needs of it: its articles, its checklist. */
export type PinnedItem = {
  readonly id: Id;
  readonly revision: number;
  readonly name: string;
  readonly basis?: readonly string[];
  readonly checklist?: readonly ChecklistEntry[];
};

/** A department that inspects: the organ itself first, then the partners of a joint inspection (R52, R68). */
export type Department = { readonly organ: Id; readonly seats: number };

/** The inspected object as its roster had it. An institution's data, never a person's. */
export type InspectedObject = {
  readonly id: Id;
  readonly name: string;
  readonly registrationNumber: string;
  readonly premises: string;
  readonly sector: Sector;
  /** For a practitioner: where they practise. `id` is then the person's; name, number and premises are the institution's (R19, C24). */
  readonly institution?: Id;
};

/** An inspector lent by the organ in whose register they stand: to which department, from when till when (R21, trap 5). */
export type LoanTerms = { readonly loan: Id; readonly department: Id; readonly from: Day; readonly until: Day };

/** A member of the team: an id in the register of inspectors of `organ`, the certificate's last day (R22), the loan where there is one. */
export type TeamMember = {
  readonly inspector: Id;
  readonly organ: Id;
  readonly certificateValidUntil: Day;
  readonly loan?: LoanTerms;
};

/** Stands where somebody has no certificate, or isn't in the register any more (R22). */
export const noCertificate = '0001-01-01' as Day;

/** Who is at the visit, with the certificate's and the loan's last day as known that day. */
export type Attendance = { readonly inspector: Id; readonly certificateValidUntil: Day; readonly loan?: LoanTerms };

/** A day that falls due, by which rule, and the day that the other unit would give (C8: both are shown). */
export type Due = {
  readonly on: Day;
  readonly rule: string;
  readonly term: Term;
  readonly otherUnitOn: Day | null;
  readonly source: Source;
};

/** The days that run from the end of the visit (R73, C9). */
export type VisitDues = { readonly record: Due; readonly approve: Due; readonly publication: Due };

/** Inner targets of one department of a joint visit, from the last day on which it was there (traps 9 and 12). */
export type DepartmentDues = { readonly department: Id } & Pick<VisitDues, 'record' | 'approve'>;

/** A dated attempt to reach the institution at its registered premises, with its evidence (R83). */
export type ContactAttempt = { readonly on: Day; readonly how: string; readonly evidence: string };

/** One finding as written down; its first text is never overwritten. */
export type RecordedFinding = {
  readonly finding: Id;
  readonly item: Id;
  readonly text: string;
  readonly resultClass: ResultClass;
  readonly severity: Severity;
  readonly contacts: readonly ContactAttempt[];
};

/** The institution signed, refused to (recorded with its reason), or nobody was there to sign (trap 14). */
export type Signature =
  | { readonly kind: 'signed'; readonly evidence: string | null }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'nobody-there'; readonly reason: string };

/** What falls to be published: a day and the debt's id. */
export type DebtDue = { readonly debt: Id; readonly due: Due };
export const debtKinds = ['result', 'outcome', 'correction', 'withdrawal', 'non-cooperation'] as const;
export type DebtKind = (typeof debtKinds)[number];
export const debtStatuses = ['owed', 'posting', 'discharged', 'waived', 'superseded'] as const;

/** The seven fields of B三(一) (R75), and no eighth: no person stands in them (C24). */
export type PublicResult = {
  readonly institutionName: string;
  readonly registrationNumber: string;
  readonly inspectedOn: string;
  readonly method: string;
  readonly scope: string;
  readonly result: string;
  readonly breachHandling: string;
};

/** A finding's text as it goes out, where the recorded one can't; it stands for later publications too. */
export type Redaction = { readonly finding: Id; readonly text: string };

export type ListKind = 'abnormal' | 'credit';
/** `unreachable` (R83) and `penalty` (R87) shall, `unheeded` (R86) may (C18). */
export type ListingGround = 'unreachable' | 'penalty' | 'unheeded';
export type Method = InspectionMethod;

/** What may fall due in a case. */
export const deadlineKinds = [
  'window',
  'urgent-approval',
  'self-inspection',
  'record',
  'approve',
  'publication',
  'copy',
  'correction',
  'revisit',
  'service',
  'investigation',
  'receipt',
] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];
