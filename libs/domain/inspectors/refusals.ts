import { refuser, type RefusalTable } from '@srd/kernel';

/** What the roster of inspectors refuses. */
export const inspectorsRefusals = {
  OUT_OF_TURN: { title: '该人员在名录库中的状态不允许此操作', basis: '本系统' },
  INSPECTORS_MISMATCH: { title: '该人员名录库属于另一机关', basis: 'B二(四)' },
  INSPECTOR_ENROLLED: { title: '该人员已在执法检查人员名录库中', basis: 'B二(四)' },
  INSPECTOR_UNKNOWN: { title: '执法检查人员名录库中没有该人员', basis: 'B二(四)', status: 404 },
  INSPECTOR_INVALID: { title: '执法检查人员信息填写有误', basis: 'B二(四)', status: 422 },
  CERTIFICATE_MISSING: { title: '没有行政执法证，不能纳入执法检查人员名录库', basis: 'A二(四)、B二(四)', status: 422 },
  CERTIFICATE_INVALID: { title: '行政执法证的有效期填写有误', basis: 'A二(四)、B二(四)', status: 422 },
  CERTIFICATE_EXPIRED: { title: '行政执法证已过期，请先换证', basis: 'A二(四)、B二(四)' },
  CERTIFICATE_NOT_LATER: { title: '新证的有效期止应晚于现有各证', basis: 'A二(四)、B二(四)' },
  ABSENCE_INVALID: { title: '不在岗的起止日期填写有误', basis: '本系统', status: 422 },
  ABSENCE_KNOWN: { title: '这段不在岗已登记', basis: '本系统' },
  ABSENCE_UNKNOWN: { title: '没有登记这段不在岗', basis: '本系统', status: 404 },
  INTEREST_INVALID: { title: '利害关系填写有误', basis: 'B二(九)', status: 422 },
  INTEREST_KNOWN: { title: '该编号的利害关系已申报', basis: 'B二(九)' },
  INTEREST_UNKNOWN: { title: '没有这项利害关系，或已撤回', basis: 'B二(九)', status: 404 },
  LOAN_INVALID: { title: '借调填写有误', basis: 'B二(四)', status: 422 },
  LOAN_KNOWN: { title: '该编号的借调已登记', basis: 'B二(四)' },
  LOAN_OVERLAPS: { title: '该人员在这段时间已借调', basis: 'B二(四)' },
  LOAN_UNKNOWN: { title: '没有这项借调，或已结束', basis: 'B二(四)', status: 404 },
  LOAN_WITHOUT_CONSENT: { title: '借调须借入、借出双方同意，并由不同的人作出', basis: 'B二(三)(四)' },
  STATEMENT_INVALID: { title: '年度申报填写有误', basis: 'B二(九)', status: 422 },
  STATEMENT_KNOWN: { title: '该年度已申报；其后的变动请逐项申报', basis: 'B二(九)' },
  ROTATION_WAIVER_INVALID: { title: '豁免轮换须写明人员、对象和抽查任务', basis: 'B二(九)', status: 422 },
  ROTATION_WAIVER_OWN: { title: '不能为本人豁免轮换', basis: 'B二(九)' },
  ROTATION_WAIVED: { title: '该人员对该对象在本任务中的轮换已豁免', basis: 'B二(九)' },
  INSPECTORS_REASON_MISSING: { title: '请说明理由', basis: 'B一(二)', status: 422 },
  INSPECTORS_DAY_INVALID: { title: '日期有误：不能晚于今日', basis: '本系统', status: 422 },
  INSPECTORS_UNCHANGED: { title: '没有任何改动', basis: '本系统' },
} as const satisfies RefusalTable;

export const refuse = refuser(inspectorsRefusals);
