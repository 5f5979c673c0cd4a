/** What is owed to the public, by kind. */
export const debtLabels = {
  result: '检查结果',
  outcome: '查处结果补充公示',
  correction: '更正公示',
  withdrawal: '撤回公示',
  'non-cooperation': '不予配合情节严重',
} as const;
