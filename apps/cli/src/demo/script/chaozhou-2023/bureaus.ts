import type { Ceremony } from '../draws';
import { WITNESSES } from '../draws';
import type { Bureau } from '../inspections';

export const PLAN = 'chaozhou-2023';

/** A task by its 序号 in the table. */
export const task = (number: number): string => `${PLAN}-${number}`;

export const supervision = 'chaozhou-supervision';
export const leader = 'chaozhou-leader';
const shared = { supervision, leader, rectification: 'chaozhou-rectification' } as const;

/** 律师工作管理科: law firms and grassroots offices (R1). */
export const lawyers: Bureau = { officer: 'chaozhou-lawyer-officer', head: 'chaozhou-lawyer-head', ...shared };
/** 公共法律服务管理科: notary offices and forensic institutions (R2). */
export const services: Bureau = { officer: 'chaozhou-public-officer', head: 'chaozhou-public-head', ...shared };

/** Cases of the year by task: five law firms, and one of each other kind, in the order of the draw. */
export const firms = [1, 2, 3, 4, 5].map((number) => `${task(4)}-${number}`) as [
  string,
  string,
  string,
  string,
  string,
];
export const office = `${task(3)}-1`;
export const notary = `${task(2)}-1`;
export const forensic = `${task(1)}-1`;

/** A draw of this plan with two witnesses (R11). */
export const ceremony = (officer: string, series: string, hour: number): Ceremony => ({
  officer,
  plan: PLAN,
  series,
  witnesses: WITNESSES,
  hour,
});
