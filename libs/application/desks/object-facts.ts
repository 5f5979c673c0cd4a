import { countOf, halfYearOf, type OpenCase } from '@srd/domain/case';
import { organ, type DrawModes, type Organ, type Sector } from '@srd/domain/organ';
import { institutionOf, poolOf, roster, type Institution } from '@srd/domain/roster';
import type { CheckFact, ObjectFact } from '@srd/domain/selection';
import type { Id } from '@srd/kernel';
import type { Evidence } from '../evidence';
import { refuse } from '../refusals';
import { casesOfObjects, type Sources } from './object-cases';
import { indicatorWords, listingReasons, riskOf, riskRecords } from './risk-facts';
import { rosterStream } from './rosters';

export type { Sources } from './object-cases';

/** An organ that must exist. @throws Refusal UNKNOWN_SUBJECT */
export async function organIn(evidence: Evidence, id: Id): Promise<Organ> {
  return (await evidence.of(organ, `organ-${id}`)) ?? refuse('UNKNOWN_SUBJECT', `没有编号为“${id}”的机关`);
}

/** The name of an organ of this installation; an old record's body may be none, and then stands as it was written. */
async function nameOf(evidence: Evidence, body: string): Promise<string> {
  const known = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/.test(body) ? await evidence.of(organ, `organ-${body}`) : null;
  return known?.name ?? body;
}

/** A visit counts once for its case, or for each of its purposes where the organ's rule says so (C10, trap 11). */
function checksOfCase(file: OpenCase, organName: string): readonly CheckFact[] {
  const { visitedOn, purposes } = countOf(file);
  if (visitedOn === null) return [];
  const { opened } = file.context;
  const counted = opened.practice?.mergedCounts?.value === 'per-purpose' ? purposes : purposes.slice(0, 1);
  const countsFor = halfYearOf(file).counted.year;
  return counted.map((purpose) => ({ organ: opened.organ, organName, purpose, visitedOn, countsFor }));
}

/** Inspections by every level, this system's and those that the roster brought along (R48, R54, C10, trap 13). By object. */
export async function checksOf(
  sources: Sources,
  entries: readonly Institution[],
): Promise<ReadonlyMap<Id, readonly CheckFact[]>> {
  const checks = new Map<Id, CheckFact[]>(entries.map(({ institution }) => [institution, []]));
  for (const file of await casesOfObjects(sources, [...checks.keys()])) {
    const organName = await nameOf(sources.evidence, file.context.opened.organ);
    checks.get(file.context.object?.id ?? '')?.push(...checksOfCase(file, organName));
  }
  for (const { institution, priorInspections } of entries) {
    for (const { inspectedOn, inspectingBody, random } of priorInspections) {
      checks.get(institution)?.push({
        organ: inspectingBody,
        organName: await nameOf(sources.evidence, inspectingBody),
        purpose: random ? 'random' : 'for-cause',
        visitedOn: inspectedOn,
        countsFor: Number(inspectedOn.slice(0, 4)),
      });
    }
  }
  return checks;
}

/**
 * The objects of a sector as they stand today (R55, R49): status, listing, risk by the roster's particulars. Earlier checks are looked
 * up only where a disclosed mode of the plan weighs them.
 */
export async function objectFacts(
  sources: Sources,
  owner: Id,
  sector: Sector,
  modes: DrawModes | undefined,
): Promise<readonly ObjectFact[]> {
  const state = await sources.evidence.of(roster, rosterStream(owner, sector));
  const entries = poolOf(state).flatMap(({ institution, status }) => {
    const entry = institutionOf(state, institution);
    return entry ? [{ entry, status }] : [];
  });
  const ids = entries.map(({ entry }) => entry.institution);
  const listed = await listingReasons(sources, ids);
  const records = modes?.weights || modes?.manyComplaints ? await riskRecords(sources, ids) : undefined;
  const weighs = modes?.yearlyCap !== undefined || modes?.coverage !== undefined;
  const checks = weighs
    ? await checksOf(
        sources,
        entries.map(({ entry }) => entry),
      )
    : undefined;
  return entries.map(({ entry, status }): ObjectFact => {
    const { institution, particulars } = entry;
    const { name } = particulars;
    const risk = riskOf(entry, records?.get(institution));
    const raisedFor = [...(listed.get(institution) ?? []), ...indicatorWords(risk, modes)];
    return {
      id: institution,
      name,
      person: null,
      sector,
      status,
      listed: listed.has(institution),
      weight: 1,
      excludedFor: null,
      risk,
      ...(raisedFor.length > 0 && { raisedFor }),
      ...(checks && { checks: checks.get(institution) ?? [] }),
    };
  });
}
