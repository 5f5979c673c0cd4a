import { inspectionCase, visitsCounting, type OpenCase } from '@srd/domain/case';
import { enrolledOn, inspectorOf, inspectors, waiversFor } from '@srd/domain/inspectors';
import type { Sector } from '@srd/domain/organ';
import { priorVisits, roster } from '@srd/domain/roster';
import type { BarFacts, CaseFact, InspectionFact, InspectorFact, Span } from '@srd/domain/selection';
import { addDays, type Id } from '@srd/kernel';
import type { Evidence } from '../evidence';
import { refuse } from '../refusals';
import { caseId } from './ids';
import { inspectorsStream, poolOfOrgan, seatedOrgan, type Available } from './inspector-pool';
import { casesOfObjects, type Sources } from './object-cases';
import { rosterStream } from './rosters';

/** The seats of a case's team: those of an entrusted case are the delegate's (R4, R7, R60). */
export function seatsIn(file: OpenCase): CaseFact['seats'] {
  const { opened } = file.context;
  return opened.departments.map(({ organ, seats: count }) => ({
    organs: [seatedOrgan(file, organ)],
    count,
    field: organ === opened.organ ? opened.sector : null,
  }));
}

/** Who may inspect which object again in a task's draw: the drawing organ's leader has said so (R59, trap 5). */
export async function rotationWaivers(evidence: Evidence, organ: Id, task: Id): Promise<BarFacts['rotationWaivers']> {
  const state = await evidence.of(inspectors, inspectorsStream(organ));
  return waiversFor(state, task).map(({ person, institution }) => ({ person, object: institution }));
}

/** A case that waits for a team; `institution`: where a practitioner practises who is inspected (R19). */
export type WaitingCase = CaseFact & { readonly institution: Id | null };

/** The cases of an object draw that wait for a team, in the order of the draw (R60, R64). @throws Refusal CASES_NOT_REACHED */
export async function waitingCases(
  evidence: Evidence,
  series: Id,
  days: Span,
  drawn: readonly Id[],
): Promise<readonly WaitingCase[]> {
  const waiting: WaitingCase[] = [];
  const reached = new Set<Id>();
  for (let number = 1; ; number++) {
    const file = await evidence.of(inspectionCase, `case-${caseId(series, number)}`);
    if (file === null) break;
    const { object, team, opened } = file.context;
    if (object !== null) reached.add(object.id);
    if (object === null || team.length > 0 || file.value === 'voided') continue;
    waiting.push({
      id: caseId(series, number),
      object: object.id,
      institution: object.institution ?? null,
      days,
      seats: seatsIn(file),
      rotationMonths: opened.terms.rotationMonths.value,
    });
  }
  // A draw's result reaches its cases one by one: a team draw in between would leave the rest of them out.
  const underWay = drawn.filter((object) => !reached.has(object)).length;
  if (underWay > 0) refuse('CASES_NOT_REACHED', `尚有${underWay}家抽中对象正在进入案件，请稍候再试`);
  return waiting;
}

/** Away for good after the last day of a loan (trap 5). */
function absencesOf({ loan, state, person }: Available, days: Span): readonly Span[] {
  const own = inspectorOf(state, person)?.absences ?? [];
  return loan && loan.until < days.to ? [...own, { from: addDays(loan.until, 1), to: days.to }] : own;
}

/**
 * The inspectors of these organs, those lent to them included, under ids made for this once (or `idFor` a place in the list, for what nobody publishes), with the interests that bar them
 * (R21, R56, R61, C24, trap 5).
 */
export async function inspectorFacts(
  { evidence, stores }: Sources,
  organs: readonly Id[],
  most: number,
  days: Span,
  idFor: (place: number) => Id = () => `i-${Buffer.from(stores.chance.bytes(6)).toString('hex')}`,
): Promise<{ readonly found: readonly InspectorFact[]; readonly interests: BarFacts['interests'] }> {
  const found: InspectorFact[] = [];
  const interests: BarFacts['interests'][number][] = [];
  for (const organ of organs) {
    for (const available of await poolOfOrgan(evidence, stores, organ, days.from)) {
      const { person, state } = available;
      const inspector = inspectorOf(state, person);
      if (!inspector || found.some((each) => each.person === person)) continue;
      found.push({
        id: idFor(found.length + 1),
        person,
        organ,
        active: enrolledOn(state, person, days.from),
        capacity: most,
        certificates: inspector.certificates,
        fields: inspector.fields,
        absences: absencesOf(available, days),
      });
      for (const { institution, from, until, weight, withdrawal, ...interest } of state.interests) {
        if (interest.person !== person || weight !== 'hard' || withdrawal !== null) continue;
        interests.push({ person, object: institution, from, until });
      }
    }
  }
  return { found, interests };
}

/** Who inspected these objects before: in cases of this system, and as the organ's rosters brought it along (R59, trap 6). */
export async function inspectionsOf(
  sources: Sources,
  objects: readonly Id[],
  organ: Id,
  sectors: readonly Sector[],
): Promise<readonly InspectionFact[]> {
  const past = (await casesOfObjects(sources, objects)).flatMap<InspectionFact>(visitsCounting);
  for (const sector of sectors) {
    const state = await sources.evidence.of(roster, rosterStream(organ, sector));
    for (const object of objects) {
      const people = new Set(state.institutions[object]?.priorInspections.flatMap(({ inspectors: who }) => who) ?? []);
      for (const person of people) {
        past.push(...priorVisits(state, object, person).map((visitedOn) => ({ person, object, visitedOn })));
      }
    }
  }
  return past;
}
