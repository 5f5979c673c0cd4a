import { inspectionCase } from '@srd/domain/case';
import { barsFor, withoutDates, type Attempt, type BarFacts, type CaseFact } from '@srd/domain/selection';
import type { Id } from '@srd/kernel';
import type { Barred, TeamRequest } from '@srd/proof/draw';
import { refuse } from '../refusals';
import { planOf } from './ids';
import { inspectionsOf, inspectorFacts, rotationWaivers, seatsIn } from './inspector-facts';
import { taskIn, type SelectionFacts } from './pools';

/**
 * What keeps whom from a seat today and didn't at the freeze (traps 5 and 6): certificates, absences, interests declared since, inspections
 * since, recusals asked for or granted in the case, loans that have ended. Under the draw's ids, as its request has them.
 */
export async function barredSince(
  { request, people }: Attempt & { readonly request: TeamRequest },
  id: Id,
  facts: SelectionFacts,
): Promise<readonly Barred[]> {
  const { evidence, context } = facts;
  const file =
    (await evidence.of(inspectionCase, `case-${id}`)) ?? refuse('UNKNOWN_SUBJECT', `没有编号为“${id}”的案件`);
  const { object, window, opened, recusals } = file.context;
  const institution = object?.institution;
  const from = window.from > context.today ? window.from : context.today;
  const days = { from, to: window.to > from ? window.to : from };
  const seats = seatsIn(file);
  const waiting: CaseFact = { id, object: object?.id ?? '', days, seats };
  const { organ } = planOf(request.plan);
  const { task } = await taskIn(evidence, request.plan, request.series);
  const { sectors } = task.content.objects;
  const { found, interests } = await inspectorFacts(facts, [...new Set(seats.flatMap((seat) => seat.organs))], 1, days);
  const bars: BarFacts = {
    interests: interests.map((each) => (each.object === institution ? { ...each, object: waiting.object } : each)),
    inspections: await inspectionsOf(facts, [waiting.object], organ, sectors),
    rotationWaivers: await rotationWaivers(evidence, organ, task.id),
    rotationMonths: opened.terms.rotationMonths.value,
  };
  const drawn = request.inspectors.flatMap(({ id: drawId }) => {
    const fact = found.find(({ person }) => person === people[drawId]);
    return fact ? [{ ...fact, id: drawId }] : [];
  });
  const gone = request.inspectors.filter(({ id: drawId }) => !drawn.some((each) => each.id === drawId));
  const recused = request.inspectors.filter(({ id: drawId }) =>
    recusals.some(({ inspector, status }) => inspector === people[drawId] && status !== 'declined'),
  );
  const barred: readonly Barred[] = [
    ...withoutDates(barsFor(drawn, [waiting], bars)),
    ...gone.map(({ id: inspector }) => ({ case: '*', inspector, reason: 'unavailable' as const })),
    ...recused.map(({ id: inspector }) => ({ case: id, inspector, reason: 'recusal' as const })),
  ];
  const isSame = (a: Barred, b: Barred): boolean =>
    a.inspector === b.inspector && a.reason === b.reason && (a.case === b.case || a.case === '*');
  return barred.filter(
    (bar, index) =>
      !request.barred.some((known) => isSame(known, bar)) &&
      !barred.slice(0, index).some((other) => isSame(other, bar)),
  );
}
