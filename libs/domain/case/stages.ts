/** The board's columns, from the least advanced to the rest states; one English code, one Chinese label. */
export const stageLabels = {
  planned: '已计划',
  'awaiting-team': '待指派',
  'awaiting-notice': '待通知',
  'self-inspecting': '自查中',
  'awaiting-visit': '待检查',
  inspecting: '检查中',
  'awaiting-approval': '待审批',
  'awaiting-publication': '待公示',
  'awaiting-disposition': '待处置',
  rectifying: '整改中',
  'awaiting-revisit': '待回访',
  investigating: '查处中',
  closed: '已办结',
  abnormal: '执业异常',
  blacklisted: '黑名单',
  voided: '终止',
} as const;

/** Where the least advanced part of a case stands. */
export type StageCode = keyof typeof stageLabels;
export type Stage = { readonly code: StageCode; readonly label: string };

/** The codes in the board's order. */
export const stageCodes = Object.keys(stageLabels) as readonly StageCode[];

/** A stage with its Chinese label. */
export function stageOf(code: StageCode): Stage {
  return { code, label: stageLabels[code] };
}
