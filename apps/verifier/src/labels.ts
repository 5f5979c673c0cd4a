import { caseEventLabels } from '@srd/domain/case';
import { sectorLabels } from '@srd/domain/plan';
import { drawEventLabels } from '@srd/domain/selection';

/** Facts outside the cases and draws, in words; whatever isn't here is shown as it is recorded. */
const others: Readonly<Record<string, string>> = {
  OrganFounded: '建立机关',
  OrganRenamed: '机关更名',
  RulesRevised: '修订机关规则',
  SectionsRevised: '调整科室',
  InstitutionRegistered: '录入检查对象',
  InstitutionRevised: '更正检查对象',
  InstitutionStatusChanged: '检查对象状态变更',
  PriorInspectionImported: '补录以往检查',
  FaultWaived: '豁免名录缺陷',
  RemovalProposed: '提请移出名录',
  RemovalConfirmed: '核准移出名录',
  RemovalDeclined: '不予移出名录',
  InspectorEnrolled: '录入检查人员',
  InspectorReassigned: '调整检查人员',
  InspectorWithdrawn: '检查人员离库',
  InspectorLent: '借用检查人员',
  LoanReturned: '归还借用人员',
  CertificateRenewed: '换发执法证',
  AbsenceRecorded: '登记不在岗',
  AbsenceWithdrawn: '撤销不在岗',
  InterestDeclared: '申报利害关系',
  InterestWithdrawn: '撤销利害关系',
  YearlyInterestsStated: '年度利害关系申报',
  ItemEntered: '录入抽查事项',
  ItemRevised: '修订抽查事项',
  ItemWithdrawn: '撤下抽查事项',
  ItemsPublished: '公布抽查事项清单',
  PlanDrafted: '起草计划',
  PlanSubmitted: '报送计划',
  PlanReturned: '退回计划',
  PlanReleased: '发布计划',
  TaskDrafted: '起草任务',
  TaskRevised: '修改任务',
  TaskDropped: '删去任务',
  TaskReleased: '发布任务',
  TaskAllotted: '分配任务',
  TaskAdjusted: '调整任务',
  TaskWithdrawn: '撤回任务',
  TaskCompleted: '任务完成',
  ConflictRaised: '发现矛盾',
  ConflictDecided: '处理矛盾',
  ConflictLapsed: '矛盾消除',
  PartnerConsented: '联合部门同意',
  MinimumWaived: '免除最低数量',
  AdjustmentRequested: '申请调整',
  AdjustmentDeclined: '不予调整',
  AnnualReportSent: '报送年度总结',
  AnnualReportReceived: '收到年度总结',
  ListingProposed: '提请列入名单',
  ListingNoticeServed: '送达列入告知',
  ListingHeard: '听取陈述申辩',
  HearingWindowPassed: '陈述申辩期满',
  ListingConfirmed: '列入名单',
  ListingDeclined: '不予列入',
  ListingWithdrawn: '撤销列入',
  ListingExpired: '列入期满',
  ListingRepaired: '信用修复',
  ListingRemoved: '移出名单',
  AccountOpened: '开立账号',
  AccountDisabled: '停用账号',
  AccountEnabled: '恢复账号',
  RoleProposed: '提请授予岗位',
  RoleGranted: '授予岗位',
  RoleRevoked: '收回岗位',
  RoleProposalDeclined: '不予授予岗位',
  BundleIssued: '出具审计包',
  ReadingOpened: '调阅',
  CalendarYearEntered: '录入年度节假日安排',
  KeyRotated: '更换日志密钥',
  SelfCheckMade: '日志自检',
};

/** An event type in words, or as it is recorded where this page doesn't know it. */
export function eventLabel(type: string): string {
  const known: Readonly<Record<string, string>> = { ...drawEventLabels, ...caseEventLabels, ...others };
  return known[type] ?? type;
}

/** A stratum in words; `.listed` marks the part that is drawn at a raised ratio. */
export function stratumLabel(stratum: string): string {
  const sector = stratum.replace(/\.listed$/, '');
  const label = (sectorLabels as Readonly<Record<string, string>>)[sector] ?? sector;
  return stratum === sector ? label : `${label}（重点）`;
}

export const subjectKinds: Readonly<Record<string, string>> = {
  case: '案件',
  draw: '抽取',
  task: '任务',
  'organ-year': '机关年度',
  'integrity-file': '诚信档案',
};
