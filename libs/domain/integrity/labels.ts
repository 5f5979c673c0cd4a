import type { EntryKind, ExitGround } from './events';

export const entryLabels: Readonly<Record<EntryKind, string>> = {
  result: '检查结果',
  'result-amended': '检查结果更正',
  'correction-ordered': '责令改正',
  corrected: '已改正',
  uncorrected: '未改正',
  guidance: '行政指导',
  penalty: '行政处罚',
  'penalty-annulled': '处罚撤销',
  listed: '列入名单',
  'listing-ended': '移出名单',
  'listing-withdrawn': '撤销列入',
  circular: '随机抽查通报',
  'circular-withdrawn': '通报撤回',
};

export const exitLabels: Readonly<Record<ExitGround, string>> = {
  'licence-revoked': '执业许可被吊销',
  'licence-withdrawn': '执业许可被撤销',
  'licence-cancelled': '执业许可被注销',
  barred: '被禁止从业',
};
