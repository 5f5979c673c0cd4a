/** The forms of a case's commands, from the object to the last publication. */
export {
  AppointTeamDto,
  ApproveInspectionDto,
  DecideRecusalDto,
  DiscloseInterestDto,
  NameObjectDto,
  ReplaceInspectorDto,
  ReportSelfInspectionDto,
  RequestRecusalDto,
  ServeNoticeDto,
  VoidCaseDto,
} from './case-opening.dto';
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
export { AddEvidenceDto, EndVisitDto, NoteDepartmentAbsenceDto, OpenVisitDto } from './case-visit.dto';
