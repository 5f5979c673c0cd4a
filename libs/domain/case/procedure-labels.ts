import type { Role } from '../account';
import type { DeadlineKind } from './vocabulary';
import type { GuardName } from './guards';

/** The chart's questions as conditions that the public reads. */
export const guardLabels: { readonly [G in GuardName]: string } = {
  isRandom: '随机抽查案件',
  isForCause: '不受随机限制的检查',
  selfInspectionComesFirst: '先行自查',
  selfInspectionAwaited: '自查尚未报告',
  needsNoNotice: '经批准不预先通知，或者尚无通知义务',
  mayArriveFirst: '经批准不预先通知，或者紧急检查，或者尚无通知义务',
  settled: '各项处置均已了结',
  isWaiting: '有待公示事项',
  isPosting: '公示正在发布',
  listedCredit: '已列入信用黑名单',
  listedAbnormal: '已列入执业异常名单',
  isByRecord: '对象已注销、吊销、撤销、迁出或者停业，凭记录认定',
  isMember: '被替换人在检查组内',
  isOfTeam: '该人员在检查组内',
  isRecusalUndecided: '回避尚未决定',
  isVisitUnderWay: '该次检查正在进行',
  isSectionToWrite: '本部门尚待录入',
  isLastToWrite: '其他部门均已录入',
  isLastToApprove: '其他部门均已审批',
  isSectionAwaited: '该部门尚未录入',
  isSectionToApprove: '本部门待审批',
  lifeExpects: '符合该项处置所处环节',
  isPostable: '该项公示可在此载体发布',
  isPosted: '已在此载体发布',
  isOwed: '该项公示尚未完成',
  isFindingInForce: '该条检查结果有效',
  isAmendmentProposed: '该更正已提出',
  isDeadlineOpen: '该期限尚在计算',
  hasObject: '检查对象已确定',
  isReceiptAwaited: '已在此载体发布，尚无回执',
  isReviewed: '公示内容已经人工核对',
  isNonCooperation: '该条检查结果为不予配合，尚未认定情节严重',
  isDispositionOpen: '该项处置尚未了结',
  isPaperToServe: '责令改正或者处罚决定尚未送达',
  isInvestigated: '正在查处',
  isPenaltyNoticed: '已作处罚前告知，尚未听取陈述申辩',
  isToEscalate: '期限已过，或者结果被退回过迟，尚未报告领导',
  isEscalated: '已报告领导，尚无督办意见',
  isRevisitToArrange: '整改中或者待回访，本轮尚未安排回访',
  isRevisitArranged: '本轮已安排回访，尚未回访',
};

export const deadlineLabels: { readonly [K in DeadlineKind]: string } = {
  window: '在抽查时间内到场检查',
  'urgent-approval': '紧急检查补办审批',
  'self-inspection': '提交自查报告',
  record: '录入检查结果',
  approve: '审批检查结果',
  publication: '公示',
  copy: '抄送备份',
  correction: '改正',
  revisit: '回访',
  service: '送达',
  investigation: '立案后作出处理决定',
  receipt: '公示载体回执',
};

export const roleLabels: { readonly [R in Role]: string } = {
  'section-officer': '科室经办',
  'section-head': '科室负责人',
  'supervision-officer': '法治督察科',
  leader: '分管领导、主要领导',
  inspector: '执法检查人员',
  'rectification-officer': '整改回访专员',
  auditor: '纪检审计',
  'account-admin': '系统管理员',
  'partner-officer': '联合部门',
};

export const versionLabels = {
  'case/1': '检查案件程序（一），沿用潮州2023年计划',
  'case/2': '检查案件程序（二），沿用喀左2024年方案',
  'case/3': '检查案件程序（三），兼采两份文件及其后的规定',
  'case/4': '检查案件程序（四），自结果作出起逐项留痕：核对、回执、送达、申辩、催办、督办',
  'case/5': '检查案件程序（五），回访安排入卷：日期、人员、方式、变更',
} as const;
