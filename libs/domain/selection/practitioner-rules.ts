import type { Context, Hash } from '@srd/kernel';
import type { Asked, PractitionerPoolData } from './commands';
import type { Lot, SelectionEvent } from './events';
import { lotOf, pooled, requireCandidates, requireDisclosedOdds, requireSound, requireTurn } from './freeze-rules';
import { practitionerSeries } from './practitioner-request';
import { refuse } from './refusals';
import type { SelectionState } from './state';

/** The practitioners of the drawn institutions, or all of them, as the plan says; each under an id of this draw (R19, C5, C24). */
export function requirePractitionerPool({ request, task, practitioners, objectDraw, people }: PractitionerPoolData): {
  readonly lot: Lot;
  readonly from: 'drawn' | 'all';
} {
  if (!task.allotted) refuse('TASK_NOT_ALLOTTED');
  const { from, rule } = task.practitioners ?? refuse('PRACTITIONERS_NOT_DRAWN');
  const series = practitionerSeries(task.task);
  if (request.series !== series) refuse('SERIES_MISMATCH', `法律服务人员抽取的系列应为「${series}」`);
  if (from === 'drawn' && !objectDraw) refuse('OBJECTS_NOT_DRAWN_YET');
  requireCandidates(request);
  for (const { id, name } of [...request.candidates, ...request.excluded]) {
    const fact = practitioners.find((each) => each.id === id);
    if (!fact || people[id] !== fact.person) return refuse('PEOPLE_INCOMPLETE', `「${name}」没有对应的人员`);
    if (id === fact.person) refuse('PEOPLE_INCOMPLETE', '法律服务人员在每次抽取中须另编代号（C24）');
    if (from === 'drawn' && !objectDraw?.objects.includes(fact.institution)) {
      refuse('OBJECT_NOT_DRAWN', `「${name}」所在机构不在抽中名单内`, { object: fact.institution });
    }
  }
  const { basisPoints, rounding, atLeast } = rule;
  const other = request.quotas.find(
    (quota) => quota.basisPoints !== basisPoints || quota.rounding !== rounding || quota.atLeast !== atLeast,
  );
  if (other) refuse('SIZE_NOT_THE_PLANS', `「${other.stratum}」的抽取规则与计划不一致`, { stratum: other.stratum });
  requireDisclosedOdds(request, { ...task, modes: {} });
  return { lot: lotOf(request), from };
}

/** Freezes a draw of practitioners. */
export function freezePractitionerDraw(
  state: SelectionState,
  data: Asked<'FreezePractitionerDraw'>,
  context: Context,
  hash: Hash,
): readonly SelectionEvent[] {
  const { request, task, commitment, secret } = data;
  requireTurn(state, request);
  const { lot, from } = requirePractitionerPool(data);
  requireSound(data, lot, context);
  const kept = pooled(state, 'objects', data, lot, { afterCessation: null, task }, hash);
  return [{ type: 'DrawFrozen', data: { ...kept, practitioners: from, commitment, secret } }];
}
