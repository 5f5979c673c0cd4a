import { Refusal } from '@srd/kernel';
import { drawBasis, plan, type DrawBasis, type PlanEvent, type PlanState } from '@srd/domain/plan';
import type { ObjectRequest } from '@srd/proof/draw';
import { nameOf, type Entry } from './document';
import { replayed } from './replay';
import type { Strand } from './streams';
import { Wrong } from './verdict';

/** What the plan said of the task when the draw was frozen; null where the bundle doesn't hold enough of the plan to know. */
function basisOf(entry: Entry, request: ObjectRequest, strands: ReadonlyMap<string, Strand>): DrawBasis | null {
  const names = [request.plan, `plan-${request.plan}`];
  const quoted = entry.event.meta.basedOn.find(({ stream }) => names.includes(stream));
  const strand = quoted && strands.get(quoted.stream);
  if (!quoted || !strand || strand.entries.length <= quoted.revision) return null;
  const entries = strand.entries.slice(0, quoted.revision + 1);
  if (entries.some(({ event }, at) => event.revision !== at)) return null;
  const { state, open } = replayed<PlanState, PlanEvent>({ entries }, plan.initial, (at, fact) =>
    plan.evolve(at, fact),
  );
  if (open) return null;
  try {
    return drawBasis(state, request.series);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Wrong('DRAW_NOT_OF_PLAN', `${nameOf(entry)}：${error.detail}`, entry.index);
  }
}

/** The request of an object draw asks for what the plan's task says, as far as the bundle holds the plan. @throws Wrong DRAW_NOT_OF_PLAN */
export function demandPlan(entry: Entry, request: ObjectRequest, strands: ReadonlyMap<string, Strand>): void {
  // Practitioners are drawn in a series of their own, by the institutions that were drawn.
  if (/:/.test(request.series)) return;
  const basis = basisOf(entry, request, strands);
  if (!basis) return;
  const differs = (what: string): never => {
    throw new Wrong('DRAW_NOT_OF_PLAN', `${nameOf(entry)}：抽取的请求与计划不符，${what}`, entry.index);
  };
  if (!basis.allotted) differs('任务尚未分配');
  for (const { stratum, basisPoints, rounding, atLeast } of request.quotas) {
    const sector = stratum.replace(/\.listed$/, '');
    const rule = stratum === sector ? basis.rules.open : basis.rules.listed;
    if (!rule || !basis.sectors.some((each) => each === sector)) {
      differs(`计划没有 ${stratum} 一类`);
      continue;
    }
    if (rule.basisPoints !== basisPoints || rule.rounding !== rounding || rule.atLeast !== atLeast)
      differs(`${stratum} 的抽查比例或取整不是计划所定`);
  }
}
