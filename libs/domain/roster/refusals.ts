import { refuser, type RefusalTable } from '@srd/kernel';

/** What a roster refuses. */
export const rosterRefusals = {
  OUT_OF_TURN: { title: '该机构在名录库中的状态不允许此操作', basis: '本系统' },
  ROSTER_MISMATCH: { title: '该名录库属于另一机关或另一行业', basis: 'B二(五)' },
  INSTITUTION_KNOWN: { title: '该机构编号已在名录库中', basis: 'B二(五)' },
  INSTITUTION_UNKNOWN: { title: '名录库中没有该机构', basis: 'B二(五)', status: 404 },
  INSTITUTION_ELSEWHERE: { title: '该机构已在另一名录库中，请先由原主管机关办理迁出', basis: 'B二(五)' },
  INSTITUTION_INVALID: { title: '机构信息填写有误', basis: 'B二(五)', status: 422 },
  USCC_DUPLICATE: { title: '统一社会信用代码与名录库中另一机构重复', basis: 'B二(五)' },
  REGISTRATION_DUPLICATE: { title: '登记号与名录库中另一机构重复', basis: 'B二(五)' },
  TEXT_FORBIDDEN: { title: '文字为空，或含有不可见的控制字符', basis: '本系统', status: 422 },
  ROSTER_DAY_INVALID: { title: '日期有误：不能晚于今日', basis: '本系统', status: 422 },
  ROSTER_REASON_MISSING: { title: '请说明理由', basis: 'B一(二)', status: 422 },
  ROSTER_UNCHANGED: { title: '没有任何改动', basis: '本系统' },
  STATUS_BEFORE_LAST: { title: '状态起始日早于现行状态的起始日', basis: '本系统' },
  NO_USCC_FAULT: { title: '该机构的统一社会信用代码没有差错，或已豁免', basis: '本系统' },
  REMOVAL_PENDING: { title: '已有人提出移出，待另一人确认', basis: 'A三(三)' },
  NO_REMOVAL_PROPOSED: { title: '没有待确认的移出', basis: 'A三(三)' },
  REMOVAL_SAME_PERSON: { title: '移出名录库须由提出人以外的另一人确认', basis: 'A三(三)', status: 403 },
  PRIOR_INSPECTION_KNOWN: { title: '该次既往检查已导入', basis: 'B二(九)' },
} as const satisfies RefusalTable;

export const refuse = refuser(rosterRefusals);
