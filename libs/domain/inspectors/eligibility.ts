import type { Day, Id } from '@srd/kernel';
import type { InspectorField } from './events';
import { inspectorOf, type InspectorsState, type Interest } from './state';

/** Why somebody can't be in a team that day. `since` and `until` where the bar has an end that is known. */
export type Bar =
  | { readonly bar: 'not-enrolled' | 'field' }
  | { readonly bar: 'certificate'; readonly expiredOn: Day | null }
  | { readonly bar: 'absent'; readonly until: Day }
  | { readonly bar: 'interest'; readonly interest: Id; readonly until: Day | null };

/** Whether the inspector holds a certificate that is valid on the day, both end days with it (R22). */
export function certificateValidOn(state: InspectorsState, person: Id, day: Day): boolean {
  const certificates = inspectorOf(state, person)?.certificates ?? [];
  return certificates.some(({ validFrom, validUntil }) => validFrom <= day && day <= validUntil);
}

/** Whether the inspector is in the roster on the day. */
export function enrolledOn(state: InspectorsState, person: Id, day: Day): boolean {
  const inspector = inspectorOf(state, person);
  return inspector !== undefined && (inspector.withdrawnOn === null || day < inspector.withdrawnOn);
}

/** The last day of the absence that covers the day; null when there is none. */
export function absentUntil(state: InspectorsState, person: Id, day: Day): Day | null {
  const absences = inspectorOf(state, person)?.absences ?? [];
  const last = absences.filter(({ from, to }) => from <= day && day <= to).map(({ to }) => to);
  return last.sort().at(-1) ?? null;
}

/** The inspector's interests in the institution that weren't withdrawn; with a day, those in force on it (R61). */
export function interestsIn(state: InspectorsState, person: Id, institution: Id, day?: Day): readonly Interest[] {
  return state.interests.filter(
    (interest) =>
      interest.person === person &&
      interest.institution === institution &&
      interest.withdrawal === null &&
      (day === undefined || (interest.from <= day && (interest.until === null || day <= interest.until))),
  );
}

/**
 * What bars the inspector from inspecting the institution on the day; empty when nothing does (R21, R22, R61). Soft interests don't bar:
 * the section head weighs them (see `interestsIn`). Rotation isn't here: it rests on the cases.
 */
export function barsOn(
  state: InspectorsState,
  person: Id,
  about: { readonly field: InspectorField; readonly institution: Id; readonly day: Day },
): readonly Bar[] {
  const { field, institution, day } = about;
  const inspector = inspectorOf(state, person);
  if (!inspector || !enrolledOn(state, person, day)) return [{ bar: 'not-enrolled' }];
  const bars: Bar[] = [];
  if (!inspector.fields.includes(field)) bars.push({ bar: 'field' });
  if (!certificateValidOn(state, person, day)) {
    const expired = inspector.certificates.map(({ validUntil }) => validUntil).filter((until) => until < day);
    bars.push({ bar: 'certificate', expiredOn: expired.sort().at(-1) ?? null });
  }
  const until = absentUntil(state, person, day);
  if (until !== null) bars.push({ bar: 'absent', until });
  for (const interest of interestsIn(state, person, institution, day)) {
    if (interest.weight === 'hard') bars.push({ bar: 'interest', interest: interest.interest, until: interest.until });
  }
  return bars;
}

/** Everybody who is enrolled on the day, sorted by person id. */
export function enrolledInspectors(state: InspectorsState, day: Day): readonly Id[] {
  return Object.keys(state.inspectors)
    .filter((person) => enrolledOn(state, person, day))
    .sort();
}
