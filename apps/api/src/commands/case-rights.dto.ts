import { guidanceKinds, servedPapers, serviceMethods } from '@srd/domain/case';
import { IsDay, IsId, IsText } from '../edge/fields';
import { HasDefault, IsFlag, IsHashes, IsOneOf, IsParts, IsTexts, MayLack, OrNull } from './members';
import { RedactionDto } from './case-result.dto';
import { LONG } from './shared.dto';

/** 公示前人工核对 (trap 10). */
export class ReviewPublicationDto {
  @IsId()
  debt: string;

  /** What stands in place of a finding's text. */
  @HasDefault()
  @IsParts(RedactionDto, 200)
  redactions: RedactionDto[] = [];

  /** Fields that look doubtful and are harmless. */
  @HasDefault()
  @IsTexts(20, 50)
  confirmed: string[] = [];

  /** Why they are. */
  @OrNull()
  @IsText(LONG)
  reason: string | null = null;
}

/** 抄送 (R73, R102). */
export class SendCopyDto {
  /** The section that is to keep the copy. */
  @IsId()
  recipient: string;

  @IsDay()
  occurredOn: string;
}

/** 不予配合情节严重 (R76). */
export class FindGraveNonCooperationDto {
  @IsId()
  finding: string;

  @IsText(LONG)
  reason: string;

  @IsDay()
  occurredOn: string;
}

/** A measure that is told about and doesn't move by it. */
class OnMeasure {
  @IsId()
  disposition: string;

  @IsId()
  finding: string;

  @IsDay()
  occurredOn: string;
}

/** 催办 (R84). */
export class UrgeRectificationDto extends OnMeasure {
  @IsText(LONG)
  text: string;
}

/** 送达 (R78). */
export class ServeDocumentDto extends OnMeasure {
  @IsOneOf(servedPapers)
  paper: (typeof servedPapers)[number];

  @IsOneOf(serviceMethods)
  how: (typeof serviceMethods)[number];

  /** 送达回证, by its hash. */
  @IsHashes()
  evidence: string[];

  /** The order's new last day, where it arrives after the one it names. */
  @OrNull()
  @IsDay()
  dueOn: string | null = null;
}

/** 处罚前告知 (R78). */
export class ServePenaltyNoticeDto extends OnMeasure {
  @IsText(200)
  documentNumber: string;

  /** Last day of 陈述申辩. */
  @IsDay()
  hearUntil: string;
}

/** 陈述申辩 (R78). */
export class HearStatementDto extends OnMeasure {
  @IsFlag()
  waived: boolean;

  @IsText(LONG)
  text: string;

  @HasDefault()
  @IsHashes()
  evidence: string[] = [];
}

/** 行政指导 (R77). */
export class GiveGuidanceDto {
  /** The next free one when left out. */
  @MayLack()
  @IsId()
  guidance?: string;

  /** null: of the case as a whole. */
  @OrNull()
  @IsId()
  finding: string | null = null;

  @IsOneOf(guidanceKinds)
  kind: (typeof guidanceKinds)[number];

  @IsText(LONG)
  text: string;

  @IsDay()
  occurredOn: string;
}

/** 督办意见 of the leader. */
export class AnswerEscalationDto {
  @IsText(300)
  escalation: string;

  @IsText(LONG)
  instruction: string;
}
