import { refuser, type RefusalTable } from '@srd/kernel';

/** What a circular refuses. */
export const circularRefusals = {
  OUT_OF_TURN: { title: '通报的现状不允许此操作', basis: 'B三(四)' },
  CIRCULAR_INVALID: { title: '通报填写有误', basis: 'B三(四)', status: 422 },
  NAMED_TWICE: { title: '同一机构在通报中只列一次', basis: 'B三(四)', status: 422 },
  NOT_THE_CASES_OBJECT: { title: '所列机构不是该案件的检查对象', basis: 'B三(四)', status: 422 },
  CASE_OUTSIDE_CIRCULAR: { title: '该案件不在通报的任务或期间之内', basis: 'B三(四)', status: 422 },
  RESULT_NOT_APPROVED: { title: '检查结果未经审批，不得通报', basis: 'A二(二)' },
  RESULT_NOT_PUBLISHED: { title: '检查结果尚未公示，不得对社会通报', basis: 'B三(一)' },
  PERSONAL_DATA: { title: '疑似含个人信息，请改写', basis: '个人信息保护法第六条', status: 422 },
  DRAFTER_ISSUES: { title: '拟稿人不得签发', basis: 'B四(二)', status: 403 },
  REASON_MISSING: { title: '请说明理由', basis: '本系统', status: 422 },
} as const satisfies RefusalTable;

export const refuse = refuser(circularRefusals);
