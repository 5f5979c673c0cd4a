import type { Bureau } from '../inspections';

export const PLAN = 'kazuo-2024';

/** A task by its 序号 in the plan. */
export const task = (number: number): string => `${PLAN}-${number}`;

export const bureau: Bureau = {
  officer: 'kazuo-officer',
  head: 'kazuo-head',
  supervision: 'kazuo-supervision',
  leader: 'kazuo-leader',
  rectification: 'kazuo-rectification',
};

/** Cases of the two tasks that are drawn in July. */
export const firms = [1, 2, 3].map((number) => `${task(1)}-${number}`) as [string, string, string];
export const offices = [1, 2, 3].map((number) => `${task(3)}-${number}`) as [string, string, string];

export const inspector = (number: number): string => `p-kazuo-inspector-${number}`;
