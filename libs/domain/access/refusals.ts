import { refuser, type RefusalTable } from '@srd/kernel';

/** What the day's record of readings refuses. */
export const accessRefusals = {
  OUT_OF_TURN: { title: '记录与查阅的形式不符', basis: '本系统' },
  PURPOSE_MISSING: { title: '请说明查阅目的', basis: '全程留痕', status: 422 },
  HEADS_MISSING: { title: '没有可导出的记录', basis: 'srd-log/1', status: 404 },
} as const satisfies RefusalTable;

export const refuse = refuser(accessRefusals);
