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

/** How many of a roster are drawn, in whole numbers (R36–R46, C3): 10% is 1000 basis points. */
export type Sampling = {
  readonly basisPoints: number;
  readonly rounding: 'ceil' | 'floor' | 'half-up';
  readonly atLeast: number;
  /** How often a year this sampling is normally done. */
  readonly perYear: number;
};

/** So many days, counted in calendar days or in the state calendar's working days (C8). */
export type Term = { readonly days: number; readonly unit: 'calendar' | 'working' };

/** A duty and the day from which it binds (procedure of later law, section "what overtook the documents"). */
export type Duty = { readonly required: boolean; readonly inForceFrom: string };

/** The rules of one organ: each value with its source (R104: no discretion without a written rule). */
export type OrganRules = {
  /** Chart and rules that new cases are opened with. */
  readonly caseProcedure: Sourced<'case/1' | 'case/2'>;
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
  readonly disclosure: Sourced<'at-reveal' | 'after-visits'>;
  /** Channels that together make a publication (R74). */
  readonly channels: Sourced<readonly string[]>;
  /** Approval and notice before each visit, a code per visit. */
  readonly approval: Sourced<Duty>;
  readonly notice: Sourced<Duty>;
  readonly visitCode: Sourced<Duty>;
  /** Whether the next of the reserve takes the place of an institution that ceased to exist after the draw (C28). */
  readonly afterCessation: Sourced<'reserve' | 'counted'>;
  /** The lists' names in this organ's documents (C21). */
  readonly listNames: Sourced<{ readonly abnormal: string; readonly credit: string }>;
  /** The organ has one account-admin only; its own grants are flagged. */
  readonly singleAccountAdmin: Sourced<boolean>;
};
