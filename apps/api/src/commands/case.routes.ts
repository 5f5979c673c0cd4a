import type { CommandRoute } from '../edge/command-controller';
import {
  AcknowledgePublicationDto,
  AddEvidenceDto,
  AmendmentDto,
  AnnulPenaltyDto,
  AppointTeamDto,
  ApproveFindingsDto,
  ApproveInspectionDto,
  DecidePenaltyDto,
  DecideRecusalDto,
  DeclineAmendmentDto,
  DiscloseInterestDto,
  EndVisitDto,
  FailPublicationDto,
  FileCopyDto,
  FileReceiptDto,
  ForgoListingDto,
  HandOverDto,
  MeasureReasonDto,
  MeasureTextDto,
  NameObjectDto,
  NoteDepartmentAbsenceDto,
  OpenInvestigationDto,
  OpenVisitDto,
  OrderCorrectionDto,
  OrderFurtherCorrectionDto,
  PostPublicationDto,
  ProposeAmendmentDto,
  RecordFindingsDto,
  RecordFollowUpDto,
  RecordGuidanceDto,
  ReplaceInspectorDto,
  ReportRectificationDto,
  ReportSelfInspectionDto,
  RequestRecusalDto,
  ReturnFindingsDto,
  ServeNoticeDto,
  VoidCaseDto,
  WaivePublicationDto,
} from './case.dto';

const opening: Readonly<Record<string, CommandRoute>> = {
  NameObject: { form: NameObjectDto, summary: '不受随机限制的检查：指定检查对象，写明事由和来源' },
  VoidCase: { form: VoidCaseDto, summary: '检查之前终止案件' },
  AppointTeam: { form: AppointTeamDto, summary: '为不受随机限制的检查指派检查组' },
  ReplaceInspector: { form: ReplaceInspectorDto, summary: '替换指派的检查人员；随机选派的由抽取替换' },
  RequestRecusal: { form: RequestRecusalDto, summary: '申请回避', creates: true },
  DecideRecusal: { form: DecideRecusalDto, summary: '决定是否回避' },
  DiscloseInterest: { form: DiscloseInterestDto, summary: '披露事后发现的利害关系', creates: true },
  ApproveInspection: { form: ApproveInspectionDto, summary: '检查审批' },
  ServeNotice: { form: ServeNoticeDto, summary: '送达检查通知' },
  ReportSelfInspection: { form: ReportSelfInspectionDto, summary: '登记自查报告' },
};

const visit: Readonly<Record<string, CommandRoute>> = {
  OpenVisit: { form: OpenVisitDto, summary: '到场检查：两人以上持有效证件' },
  EndVisit: { form: EndVisitDto, summary: '检查结束，公示期限起算' },
  NoteDepartmentAbsence: { form: NoteDepartmentAbsenceDto, summary: '记录联合部门未参加' },
  AddEvidence: { form: AddEvidenceDto, summary: '证据材料入卷', creates: true },
};

const result: Readonly<Record<string, CommandRoute>> = {
  RecordFindings: { form: RecordFindingsDto, summary: '录入检查结果' },
  ReturnFindings: { form: ReturnFindingsDto, summary: '退回检查结果' },
  ApproveFindings: { form: ApproveFindingsDto, summary: '审批检查结果' },
  ProposeAmendment: { form: ProposeAmendmentDto, summary: '提请更正已审批的结果' },
  ApproveAmendment: { form: AmendmentDto, summary: '同意更正，原文保留' },
  DeclineAmendment: { form: DeclineAmendmentDto, summary: '不同意更正' },
};

const measures: Readonly<Record<string, CommandRoute>> = {
  NoteOnSpotCorrection: { form: MeasureTextDto, summary: '记录当场纠正' },
  OrderCorrection: { form: OrderCorrectionDto, summary: '责令改正' },
  ReportRectification: { form: ReportRectificationDto, summary: '登记整改报告' },
  RecordFollowUp: { form: RecordFollowUpDto, summary: '记录跟踪回访' },
  OrderFurtherCorrection: { form: OrderFurtherCorrectionDto, summary: '再次责令改正' },
  OpenInvestigation: { form: OpenInvestigationDto, summary: '立案查处' },
  DecidePenalty: { form: DecidePenaltyDto, summary: '作出行政处罚决定' },
  DropInvestigation: { form: MeasureReasonDto, summary: '不予处罚，撤销立案' },
  AnnulPenalty: { form: AnnulPenaltyDto, summary: '处罚决定被撤销' },
  ForgoListing: { form: ForgoListingDto, summary: '处罚后不列入名单，写明理由' },
  IssueReminder: { form: MeasureTextDto, summary: '书面提醒' },
  HoldInterview: { form: MeasureTextDto, summary: '约谈负责人' },
  RecordGuidance: { form: RecordGuidanceDto, summary: '记录行政指导' },
  ReportToLicensing: { form: HandOverDto, summary: '报告行政许可审批部门' },
  FileLicensingReceipt: { form: FileReceiptDto, summary: '登记许可审批部门回执' },
  ReferToJudiciary: { form: HandOverDto, summary: '移送司法机关' },
  FileReferralReceipt: { form: FileReceiptDto, summary: '登记移送回执' },
};

const publication: Readonly<Record<string, CommandRoute>> = {
  PostPublication: { form: PostPublicationDto, summary: '在一个载体上公示' },
  AcknowledgePublication: { form: AcknowledgePublicationDto, summary: '登记公示载体回执' },
  FailPublication: { form: FailPublicationDto, summary: '登记公示未成功' },
  WaivePublication: { form: WaivePublicationDto, summary: '具名准予不公示' },
  FileCopy: { form: FileCopyDto, summary: '签收抄送备份' },
};

/** The cases; the id is `<task>-<n>`. Opening, the drawn object and the drawn team come from plan and draw, not from people. */
export const caseRoutes: Readonly<Record<string, CommandRoute>> = {
  ...opening,
  ...visit,
  ...result,
  ...measures,
  ...publication,
};
