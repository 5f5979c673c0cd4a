import type { Id } from '@srd/kernel';
import { firms as firms2023 } from '../chaozhou-2023/bureaus';
import { WITNESSES, type Ceremony } from '../draws';
import type { Stage } from '../stage';

export const PLAN = 'chaozhou-2024';

/** A task by its 序号 in the plan. */
export const task = (number: number): string => `${PLAN}-${number}`;

/** A draw of this plan with two witnesses (R11). */
export const ceremony = (officer: string, series: string, hour: number): Ceremony => ({
  officer,
  plan: PLAN,
  series,
  witnesses: WITNESSES,
  hour,
});

/** Every case of the task has come to an end. */
export const complete = (stage: Stage, officer: Id, number: number): Promise<void> =>
  stage.as(officer).give('plan', PLAN, 'CompleteTask', { task: task(number), occurredOn: stage.today });

export const firmCases = [1, 2, 3, 4, 5, 6].map((number) => `${task(3)}-${number}`);

/**
 * The law firms' cases of spring, whoever was drawn: that of the firm which 2023 left on the list, drawn in a stratum of its own, and
 * the five others in the order of the draw.
 */
export async function firmsOf(stage: Stage): Promise<{ readonly listed: Id; readonly others: readonly Id[] }> {
  const objectOf = async (id: Id) => (await stage.file(id)).context.object?.id;
  const unreachable = await objectOf(firms2023[3]);
  const objects = await Promise.all(firmCases.map(objectOf));
  const listed = firmCases.find((_, index) => objects[index] === unreachable);
  if (!listed) throw new Error('the listed firm was not drawn');
  return { listed, others: firmCases.filter((id) => id !== listed) };
}

/** One of the five, from 0. */
export async function firm(stage: Stage, place: number): Promise<Id> {
  return (await firmsOf(stage)).others[place] ?? '';
}
