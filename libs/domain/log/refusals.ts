import { refuser, type RefusalTable } from '@srd/kernel';

/** What the log's own stream refuses. */
export const logRefusals = {
  OUT_OF_TURN: { title: '记录与日志自身的流不符', basis: 'srd-log/1' },
  LOG_KEY_UNCHANGED: { title: '新旧密钥相同', basis: 'srd-log/1' },
} as const satisfies RefusalTable;

export const refuse = refuser(logRefusals);
