import { refuser, type RefusalTable } from '@srd/kernel';

/** What a roster of practitioners refuses. */
export const practitionersRefusals = {
  OUT_OF_TURN: { title: '该人员在名录库中的状态不允许此操作', basis: '本系统' },
  PRACTITIONERS_MISMATCH: { title: '该名录库属于另一机关或另一行业', basis: 'B二(五)' },
  PRACTITIONER_KNOWN: { title: '该人员已在法律服务人员名录库中', basis: 'B二(五)' },
  PRACTITIONER_UNKNOWN: { title: '法律服务人员名录库中没有该人员', basis: 'B二(五)', status: 404 },
  PRACTITIONER_INVALID: { title: '法律服务人员信息填写有误', basis: 'B二(五)', status: 422 },
  PRACTITIONER_INSTITUTION_UNKNOWN: { title: '检查对象名录库中没有该执业机构', basis: 'B二(五)', status: 422 },
  PRACTISES_THERE: { title: '该人员已在该机构执业', basis: 'B二(五)' },
  PRACTISES_NOT_THERE: { title: '该人员不在所写的原执业机构', basis: 'B二(五)' },
  PRACTITIONERS_DAY_INVALID: { title: '日期有误：不能晚于今日，也不能早于上一次变动', basis: '本系统', status: 422 },
  PRACTITIONERS_REASON_MISSING: { title: '请说明理由', basis: 'B一(二)', status: 422 },
  PRACTITIONERS_UNCHANGED: { title: '没有任何改动', basis: '本系统' },
} as const satisfies RefusalTable;

export const refuse = refuser(practitionersRefusals);
