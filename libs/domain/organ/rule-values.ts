/** The sectors of legal service: a roster each (B二(五); 法律援助 only in B二(八)5). */
export const sectors = [
  'law-firm',
  'grassroots-office',
  'notary-office',
  'forensic-institution',
  'legal-aid-agency',
] as const;
export type Sector = (typeof sectors)[number];

/** Where a rule's value comes from: a document's article, or the organ's own setting, which says so. */
export type Source =
  | { readonly kind: 'document'; readonly document: string; readonly article: string }
  | { readonly kind: 'own'; readonly note: string };

/** A value with its source: no value of an organ stands without one. */
export type Sourced<T> = { readonly value: T; readonly source: Source };

/** How a ratio becomes a number of objects. */
export const roundings = ['ceil', 'floor', 'half-up'] as const;
/** When the drawn names become public: at the reveal, or after the last visit so that nobody is warned. */
export const disclosures = ['at-reveal', 'after-visits'] as const;
/** Whether the reserve takes the place of an object that ceased to exist after the draw. */
export const cessations = ['reserve', 'counted'] as const;
export const parties = ['institution', 'practitioner'] as const;
/** 检查对象: an institution, or one of those who practise in it (R19). */
export type Party = (typeof parties)[number];
export const inspectionMethods = ['onSite', 'documentary'] as const;
/** 实地检查, 书面检查 (R65–R67). */
export type InspectionMethod = (typeof inspectionMethods)[number];

/** How many of a roster are drawn, in whole numbers (R36–R46, C3): 10% is 1000 basis points. */
export type Sampling = {
  readonly basisPoints: number;
  readonly rounding: (typeof roundings)[number];
  readonly atLeast: number;
  /** How often a year this sampling is normally done. */
  readonly perYear: number;
};

export const termUnits = ['calendar', 'working'] as const;
/** So many days, counted in calendar days or in the state calendar's working days (C8). */
export type Term = { readonly days: number; readonly unit: (typeof termUnits)[number] };

/** A duty and the day from which it binds (procedure of later law, section "what overtook the documents"). */
export type Duty = { readonly required: boolean; readonly inForceFrom: string };

/**
 * Tickets of an institution in a draw by what is known of it (R49): 1 for everybody, more for complaints, penalties, a listing and
 * a credit grade, never more than `atMost` (100). Raises the odds and fixes no outcome.
 */
export type RiskWeights = {
  readonly perComplaint: number;
  readonly perPenalty: number;
  /** For each rectification that was late or failed its revisit, as the record has it; nought where nothing is said (R97). */
  readonly perOverdue?: number;
  readonly listed: number;
  readonly grades: readonly { readonly grade: string; readonly add: number }[];
  readonly atMost: number;
};

/** Fields that an organ may publish beside the seven of B三(一) (R75): who inspects, and by which articles. */
export const furtherFields = ['inspecting-body', 'legal-basis'] as const;
export type FurtherField = (typeof furtherFields)[number];

/** What an organ looks out for in a text before it goes out: words of its own beside the general ones, and the fields it adds. */
export type RedactionProfile = { readonly words: readonly string[]; readonly also: readonly FurtherField[] };

/** Law, article and version that let the organ list somebody on a ground; a ground without one lists nobody by itself (C19, trap 8). */
export type ListingBasis = {
  readonly [G in 'unreachable' | 'unheeded' | 'penalty']?: readonly {
    readonly law: string;
    readonly article: string;
    readonly version: string;
  }[];
};

/** The rules of one organ: each value with its source (R104: no discretion without a written rule). */
export type OrganRules = {
  /** Chart and rules that new cases are opened with. */
  readonly caseProcedure: Sourced<'case/1' | 'case/2' | 'case/3' | 'case/4' | 'case/5'>;
  readonly sampling: { readonly [S in Sector]?: Sourced<Sampling> };
  /** Months in which the same inspector doesn't inspect the same object again (R59, C14). */
  readonly rotationMonths: Sourced<number>;
  /** Inspectors per object, two at least (R60). */
  readonly teamSize: Sourced<number>;
  /** Named contributors that a draw needs. */
  readonly contributorsPerDraw: Sourced<number>;
  /** Publication after the visit's last day (R73, C8, C16). */
  readonly publication: Sourced<Term>;
  /** Inner targets after the visit's last day (C9). */
  readonly recordWithin: Sourced<Term>;
  readonly approveWithin: Sourced<Term>;
  /** Revisit after the correction order's last day (R84). */
  readonly revisitWithin: Sourced<Term>;
  /** Hearing window of a listing (陈述申辩). */
  readonly hearingWithin: Sourced<Term>;
  /** `MM-DD`: last day of the annual report (R99, C22) and of rosters and item lists (R15–R17). */
  readonly annualReportBy: Sourced<string>;
  readonly rostersBy: Sourced<string>;
  /** Drawn names are public at the reveal, or after the last visit. */
  readonly disclosure: Sourced<(typeof disclosures)[number]>;
  /** Channels that together make a publication (R74). */
  readonly channels: Sourced<readonly string[]>;
  /** Approval and notice before each visit, a code per visit. */
  readonly approval: Sourced<Duty>;
  readonly notice: Sourced<Duty>;
  readonly visitCode: Sourced<Duty>;
  /** Whether the next of the reserve takes the place of an institution that ceased to exist after the draw (C28). */
  readonly afterCessation: Sourced<(typeof cessations)[number]>;
  /** The lists' names in this organ's documents (C21). */
  readonly listNames: Sourced<{ readonly abnormal: string; readonly credit: string }>;
  /** The organ has one account-admin only; its own grants are flagged. */
  readonly singleAccountAdmin: Sourced<boolean>;
  /** Inspections of one institution in a year, whichever level inspects, from which on it is left out of a draw (R48, C10). */
  readonly yearlyCap?: Sourced<number>;
  /** What counts towards the cap: random inspections only, or those for cause too (traps 11 and 13). */
  readonly capCounts?: Sourced<'random' | 'all'>;
  /** Everybody is inspected once within so many years (R54); the first cycle begins with the year `coverageSince`. */
  readonly coverageYears?: Sourced<number>;
  readonly coverageSince?: Sourced<number>;
  /** Tickets by risk, for plans that draw so (R49). */
  readonly riskWeights?: Sourced<RiskWeights>;
  /** Complaints of three years from which on an institution stands in the raised stratum beside the listed ones (R49, C13). */
  readonly manyComplaints?: Sourced<number>;
  /** How far a sample may lie from a ratio that the document calls 左右 before it is marked (R47, C3). */
  readonly toleranceBasisPoints?: Sourced<number>;
  /** Whether a half-year's task belongs to the half of its plan date or of its visit (trap 13). */
  readonly halfYearBy?: Sourced<'plan' | 'visit'>;
  /** While a recusal is asked for and not decided, the work waits or goes on (R61, trap 6). */
  readonly recusalMeanwhile?: Sourced<'waits' | 'goes-on'>;
  /** By when an urgent inspection for cause is approved afterwards (trap 11). */
  readonly urgentApprovalWithin?: Sourced<Term>;
  /** When a partner doesn't turn up, the visit goes on without it or is moved (trap 12). */
  readonly partnerAbsent?: Sourced<'goes-on' | 'moved'>;
  /** Two inspectors in all, or of each department (trap 12). */
  readonly teamCounts?: Sourced<'in-total' | 'per-department'>;
  /** The clocks of a joint visit begin when the last department has left, or each department's on its own last day (traps 9 and 12). */
  readonly jointClock?: Sourced<'last-department' | 'each'>;
  /** A merged visit counts towards the cap once, or once for each purpose (C13, trap 11). */
  readonly mergedCounts?: Sourced<'once' | 'per-purpose'>;
  /** Each member states before the visit whether an interest stands in the way (R61). */
  readonly conflictStatement?: Sourced<boolean>;
  /** The result is copied for back-up (R73, R102). */
  readonly copy?: Sourced<boolean>;
  /** What is looked out for before a text is published, and which fields go with the seven (R75, C24, trap 10). */
  readonly redaction?: Sourced<RedactionProfile>;
  /** Days after which a channel that sent no receipt counts as having failed (R74, trap 10). */
  readonly receiptDays?: Sourced<number>;
  /** What the organ rests its listings on, by ground; with one for `unreachable` the proposal follows by itself (R83). */
  readonly listingBasis?: Sourced<ListingBasis>;
};

/** Rules by which a case is carried on, beside its terms: a case keeps those of the day on which it was opened. */
export const practiceRules = [
  'recusalMeanwhile',
  'urgentApprovalWithin',
  'partnerAbsent',
  'teamCounts',
  'jointClock',
  'mergedCounts',
  'conflictStatement',
  'copy',
  'redaction',
  'receiptDays',
] as const satisfies readonly (keyof OrganRules)[];

/** Rules that an organ may leave unsaid: what they would bring about then doesn't happen. */
export const optionalRules = [
  'yearlyCap',
  'capCounts',
  'coverageYears',
  'coverageSince',
  'riskWeights',
  'manyComplaints',
  'toleranceBasisPoints',
  'halfYearBy',
  ...practiceRules,
  'listingBasis',
] as const satisfies readonly (keyof OrganRules)[];
export type OptionalRule = (typeof optionalRules)[number];
