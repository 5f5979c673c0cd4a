/** The seven fields of the publication form, and no eighth. */
export const publicFields = [
  ['institutionName', '机构名称'],
  ['registrationNumber', '登记号'],
  ['inspectedOn', '抽查时间'],
  ['method', '抽查方式'],
  ['scope', '抽查内容'],
  ['result', '抽查结果'],
  ['breachHandling', '违法行为查处情况'],
] as const;
