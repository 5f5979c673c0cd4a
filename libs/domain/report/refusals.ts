import { refuser, type RefusalTable } from '@srd/kernel';

/** What the organ's yearly report refuses. */
export const reportRefusals = {
  OUT_OF_TURN: { title: '记录与年度总结的顺序不符', basis: '本系统' },
  REPORT_SECTION_UNKNOWN: { title: '本机关没有该业务科室', basis: 'A三末段', status: 422 },
  REPORT_DAY_OPEN: { title: '统计截止日须是本年度内已经结束的一天', basis: 'A三末段', status: 422 },
  REPORT_TEXT_MISSING: { title: '须写明分析和总结', basis: 'B四(三)', status: 422 },
  REPORT_NOT_SUMMED: { title: '该科室尚未汇总，或汇总已经报送', basis: 'A三末段' },
  REPORT_AWAITS_RECEIPT: { title: '已报送的年度工作开展情况尚待签收', basis: 'A三末段' },
  REPORT_NOT_SENT: { title: '没有待签收的年度工作开展情况', basis: 'A三末段' },
  LATE_REASON_MISSING: { title: '已过报送期限，须写明迟报理由', basis: 'A三末段', status: 422 },
  COUNTY_MATERIAL_MISSING: { title: '县区材料尚未收齐，须写明未收齐仍报送的理由', basis: 'A三末段', status: 422 },
  SENDER_RECEIVES: { title: '报送人不得签收自己报送的材料', basis: 'A三末段', status: 403 },
  RECEIPT_MISSING: { title: '须写明收文编号', basis: 'A三末段', status: 422 },
  NO_SUPERIOR: { title: '本机关在系统中没有上级机关', basis: 'A三末段' },
  COUNTY_UNKNOWN: { title: '不是本机关下级的县区司法局', basis: 'A三末段', status: 422 },
  MATERIAL_NOT_ARRIVED: { title: '没有待签收的县区材料', basis: 'A三末段' },
  MATERIAL_IN: { title: '该县区的材料已经收到', basis: 'A三末段' },
  REASON_MISSING: { title: '须写明内容', basis: 'A三末段', status: 422 },
  REPORT_OCCURRED_LATER: { title: '发生日期不能晚于今日', basis: '本系统', status: 422 },
  DUTY_UNKNOWN: { title: '本年度没有这项期限', basis: '本系统', status: 404 },
  DUTY_NOT_LAPSED: { title: '期限未届满，或已按期办理', basis: 'A一' },
} as const satisfies RefusalTable;

export const refuse = refuser(reportRefusals);
