/** The forms of a case's commands, from the object to the last publication. */
export {
  AppointTeamDto,
  ApproveInspectionDto,
  DecideRecusalDto,
  DiscloseInterestDto,
  ReplaceInspectorDto,
  ReportSelfInspectionDto,
  RequestRecusalDto,
  ServeNoticeDto,
  VoidCaseDto,
} from './case-opening.dto';
export { DelegateInspectionDto, MergeCauseDto, MoveVisitDto, OpenForCauseDto } from './case-cause.dto';
export { OrderRecusalDto, RequestReplacementDto, StateConflictDto } from './case-recusal.dto';
export {
  AnnulPenaltyDto,
  DecidePenaltyDto,
  FileReceiptDto,
  ForgoListingDto,
  HandOverDto,
  MeasureReasonDto,
  MeasureTextDto,
  OpenInvestigationDto,
  OrderCorrectionDto,
  OrderFurtherCorrectionDto,
  RecordFollowUpDto,
  RecordGuidanceDto,
  ReportRectificationDto,
} from './case-measures.dto';
export {
  AcknowledgePublicationDto,
  AmendmentDto,
  ApproveFindingsDto,
  DeclineAmendmentDto,
  FailPublicationDto,
  FileCopyDto,
  PostPublicationDto,
  ProposeAmendmentDto,
  RecordFindingsDto,
  ReturnFindingsDto,
  WaivePublicationDto,
} from './case-result.dto';
export { ArrangeRevisitDto, CancelRevisitDto, ChangeRevisitDto } from './case-revisits.dto';
export {
  AnswerEscalationDto,
  FindGraveNonCooperationDto,
  GiveGuidanceDto,
  HearStatementDto,
  ReviewPublicationDto,
  SendCopyDto,
  ServeDocumentDto,
  ServePenaltyNoticeDto,
  UrgeRectificationDto,
} from './case-rights.dto';
export {
  AddEvidenceDto,
  EndVisitDto,
  FillChecklistDto,
  NoteDepartmentAbsenceDto,
  OpenVisitDto,
  ReceiveMaterialsDto,
} from './case-visit.dto';
