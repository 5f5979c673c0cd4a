import { addDays, addMonths, type Day, type Id } from '@srd/kernel';
import type { Barred, BarReason } from '@srd/proof/draw';
import type { CaseFact, InspectionFact, InspectorFact, InterestFact, RotationWaiver, Span } from './facts';

/** What is known about inspectors and objects on the day of the freeze. */
export type BarFacts = {
  readonly interests: readonly InterestFact[];
  readonly inspections: readonly InspectionFact[];
  readonly rotationWaivers: readonly RotationWaiver[];
  /** Months in which the same person doesn't inspect the same object again, where the case doesn't say its own (R59, C14). */
  readonly rotationMonths: number;
};

/** A bar with what the public request doesn't say: the day on which rotation ends. */
export type ExplainedBar = Barred & { readonly until: Day | null };

/** Whether the spans together cover each day. */
function cover(spans: readonly Span[], { from, to }: Span): boolean {
  let next = from;
  for (const span of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (span.from <= next && span.to >= next) next = addDays(span.to, 1);
  }
  return next > to;
}

/** A field that fits a seat of the inspector's organ, and a certificate valid on every planned day (R22, trap 5). */
function isCertified(inspector: InspectorFact, { days, seats }: CaseFact): boolean {
  const valid = inspector.certificates.map(({ validFrom, validUntil }) => ({ from: validFrom, to: validUntil }));
  return (
    cover(valid, days) &&
    seats
      .filter(({ organs }) => organs.length === 0 || organs.includes(inspector.organ))
      .some(({ field }) => field === null || inspector.fields.includes(field))
  );
}

function fits(inspector: InspectorFact, { seats }: CaseFact): boolean {
  return seats.some(({ organs }) => organs.length === 0 || organs.includes(inspector.organ));
}

function hasInterest(
  inspector: InspectorFact,
  { object, days }: CaseFact,
  interests: readonly InterestFact[],
): boolean {
  return interests.some(
    (interest) =>
      interest.person === inspector.person &&
      interest.object === object &&
      (interest.from === null || interest.from <= days.to) &&
      (interest.until === null || interest.until >= days.from),
  );
}

/** The day from which the inspector may inspect the object again, if that is after the first planned day. */
function rotationUntil(
  { person }: InspectorFact,
  { object, days, rotationMonths }: CaseFact,
  facts: BarFacts,
): Day | null {
  if (facts.rotationWaivers.some((waiver) => waiver.person === person && waiver.object === object)) return null;
  const last = facts.inspections
    .filter((inspection) => inspection.person === person && inspection.object === object)
    .map(({ visitedOn }) => visitedOn)
    .sort()
    .at(-1);
  if (!last) return null;
  const until = addMonths(last, rotationMonths ?? facts.rotationMonths);
  return until > days.from ? until : null;
}

function barsOf(
  inspector: InspectorFact,
  teamCase: CaseFact,
  facts: BarFacts,
): readonly { reason: BarReason; until: Day | null }[] {
  const away = !inspector.active || cover(inspector.absences, teamCase.days);
  const until = rotationUntil(inspector, teamCase, facts);
  return [
    ...(fits(inspector, teamCase) && !isCertified(inspector, teamCase)
      ? [{ reason: 'certificate' as const, until: null }]
      : []),
    ...(hasInterest(inspector, teamCase, facts.interests) ? [{ reason: 'recusal' as const, until: null }] : []),
    ...(until ? [{ reason: 'rotation' as const, until }] : []),
    ...(away ? [{ reason: 'unavailable' as const, until: null }] : []),
  ];
}

/**
 * Who may not take which case, and why (R22, R59, R61, traps 5 and 6). What keeps somebody from every case for want of a
 * certificate or of presence stands once, under `*`. Ascending by case, inspector, reason.
 */
export function barsFor(
  inspectors: readonly InspectorFact[],
  cases: readonly CaseFact[],
  facts: BarFacts,
): readonly ExplainedBar[] {
  const bars = inspectors.flatMap((inspector) => {
    const own = cases.flatMap((teamCase) =>
      barsOf(inspector, teamCase, facts).map((bar): ExplainedBar => ({
        case: teamCase.id,
        inspector: inspector.id,
        ...bar,
      })),
    );
    const general = (['certificate', 'unavailable'] as const).filter(
      (reason) => own.length > 0 && own.filter((bar) => bar.reason === reason).length === cases.length,
    );
    return [
      ...general.map((reason): ExplainedBar => ({ case: '*', inspector: inspector.id, reason, until: null })),
      ...own.filter((bar) => !general.some((reason) => reason === bar.reason)),
    ];
  });
  const key = (bar: Barred): string => `${bar.case} ${bar.inspector} ${bar.reason}`;
  return bars.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Bars as the request shows them. */
export function withoutDates(bars: readonly ExplainedBar[]): readonly Barred[] {
  return bars.map(({ case: id, inspector, reason }) => ({ case: id, inspector, reason }));
}

/** Persons of the draw by their id in it. */
export function peopleOf(inspectors: readonly InspectorFact[]): Readonly<Record<Id, Id>> {
  return Object.fromEntries(inspectors.map(({ id, person }) => [id, person]));
}
