import type { CaseEventType, StageCode } from '@srd/domain/case';
import type { Sector } from '@srd/domain/organ';
import type { Day, Id } from '@srd/kernel';
import type { Counted, CountedCase, CountedListing } from './counted';

/** One thing that a figure counts: what opens when somebody looks behind the number. */
export type CountedItem = {
  readonly kind: 'case' | 'measure' | 'draw' | 'listing' | 'institution';
  readonly id: Id;
  readonly label: string;
  readonly organ: Id;
  readonly section: Id | null;
  readonly sector: Sector | null;
  readonly task: Id | null;
  readonly stage: StageCode | null;
  /** The case behind it, to be opened. */
  readonly case: Id | null;
  /** The day by which it falls into a month; null for what has no day. */
  readonly on: Day | null;
};

/** A case falls into the month of its visit; before that into none. */
function caseItem(one: CountedCase, on: Day | null = one.inspectedOn): CountedItem {
  const { case: id, organ, section, sector, task, stage, number, name } = one;
  const label = name === null ? number : `${number} ${name}`;
  return { kind: 'case', id, label, organ, section, sector, task, stage, case: id, on };
}

const own = ({ cases, organs }: Counted): readonly CountedCase[] =>
  cases.filter(({ organ, stage }) => organs.includes(organ) && stage !== 'voided');
export const which =
  (holds: (one: CountedCase, counted: Counted) => boolean, on?: (one: CountedCase) => Day | null) =>
  (counted: Counted): readonly CountedItem[] =>
    own(counted)
      .filter((one) => holds(one, counted))
      .map((one) => caseItem(one, on ? on(one) : one.inspectedOn));

export const inspected = ({ inspectedOn }: CountedCase): boolean => inspectedOn !== null;

/** Each purpose counts once: a merged visit is one random inspection and one for each cause (R26, C13, trap 11). */
export function directed(counted: Counted): readonly CountedItem[] {
  return own(counted)
    .filter(inspected)
    .flatMap((one) => {
      if (one.purpose === 'for-cause') return [caseItem(one)];
      const merged = one.marks.filter(({ type }) => type === 'CauseMerged');
      return merged.map(({ revision }): CountedItem => ({
        ...caseItem(one),
        kind: 'measure',
        id: `${one.case}@${revision}`,
      }));
    });
}

export const randomInspections = which((one) => inspected(one) && one.purpose === 'random');

/** Events of some types, each counted where it stands. */
export const events =
  (...types: readonly CaseEventType[]) =>
  (counted: Counted): readonly CountedItem[] =>
    own(counted).flatMap((one) =>
      one.marks
        .filter(({ type }) => types.includes(type))
        .map(({ revision, on }): CountedItem => ({
          ...caseItem(one, on),
          kind: 'measure',
          id: `${one.case}@${revision}`,
        })),
    );

export const drawItems =
  (voidedOnly: boolean) =>
  ({ draws, organs }: Counted): readonly CountedItem[] =>
    draws
      .filter(({ organ, voided }) => organs.includes(organ) && (voided || !voidedOnly))
      .map(({ draw, organ, section, sector, task, frozenOn }) => ({
        kind: 'draw',
        id: draw,
        label: draw,
        organ,
        section,
        sector,
        task,
        stage: null,
        case: null,
        on: frozenOn,
      }));

export const listingItems =
  (list: 'abnormal' | 'credit' | null, dayOfIt: (one: CountedListing) => Day | null, inYear = true) =>
  ({ listings, organs, year }: Counted): readonly CountedItem[] =>
    listings
      .filter((one) => organs.includes(one.organ) && (list === null || one.list === list))
      .flatMap((one): CountedItem[] => {
        const on = dayOfIt(one);
        if (on === null || (inYear && !on.startsWith(`${year}-`))) return [];
        const { object, organ, section, sector, case: from } = one;
        const id = `${object}.${one.list}@${one.marks[0]?.revision ?? 0}`;
        return [
          { kind: 'listing', id, label: object, organ, section, sector, task: null, stage: null, case: from, on },
        ];
      });

export const inForceOn = ({ inForce, confirmedOn }: CountedListing): Day | null => (inForce ? confirmedOn : null);

/** Inspections of one institution, by whichever level: its burden (C10, C25). */
export function inspectionsOf({ cases }: Counted, institution: Id): readonly CountedCase[] {
  return cases.filter((one) => one.object === institution && inspected(one) && one.stage !== 'voided');
}

export const institutions =
  (coveredOnly: boolean) =>
  (counted: Counted): readonly CountedItem[] => {
    const reached = new Set(
      counted.cases.filter((one) => inspected(one) && one.stage !== 'voided').map(({ object }) => object),
    );
    return counted.institutions
      .filter(({ id, organ }) => counted.organs.includes(organ) && (!coveredOnly || reached.has(id)))
      .map(({ id, name, organ, section, sector }) => ({
        kind: 'institution',
        id,
        label: name,
        organ,
        section,
        sector,
        task: null,
        stage: null,
        case: null,
        on: null,
      }));
  };

/** Inspections that fell on the institutions of the rosters. */
export function borne(counted: Counted): readonly CountedItem[] {
  return counted.institutions
    .filter(({ organ }) => counted.organs.includes(organ))
    .flatMap(({ id, organ, section }) =>
      inspectionsOf(counted, id).map((one) => ({ ...caseItem(one), organ, section })),
    );
}
