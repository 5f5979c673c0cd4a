import { resultClasses } from '@srd/domain/case';
import { IsDay, IsHash, IsId, IsText } from '../edge/fields';
import { HasDefault, IsFlag, IsHashes, IsOneOf, IsParts, MayLack, OrNull } from './members';
import { LONG } from './shared.dto';
import { IsSignature, type SignatureDto } from './signature.dto';

/** An attempt to reach the institution at its registered premises (R83). */
export class ContactAttemptDto {
  @IsDay()
  on: string;

  @IsText(300)
  how: string;

  @IsHash()
  evidence: string;
}

export class FindingDto {
  /** The next free one when left out. */
  @MayLack()
  @IsId()
  finding?: string;

  @IsId()
  item: string;

  @IsText(LONG)
  text: string;

  @IsOneOf(resultClasses)
  resultClass: string;

  @HasDefault()
  @IsOneOf(['none', 'minor', 'ordinary', 'serious'])
  severity = 'none';

  @HasDefault()
  @IsParts(ContactAttemptDto, 20)
  contacts: ContactAttemptDto[] = [];
}

/** 录入检查结果: one department's part. */
export class RecordFindingsDto {
  /** The case's own organ when left out. */
  @MayLack()
  @IsId()
  department?: string;

  @IsParts(FindingDto, 200)
  findings: FindingDto[];

  @OrNull()
  @IsSignature()
  signature: SignatureDto | null = null;

  @HasDefault()
  @IsHashes()
  evidence: string[] = [];

  @IsDay()
  occurredOn: string;
}

export class ApproveFindingsDto {
  @MayLack()
  @IsId()
  department?: string;
}

export class ReturnFindingsDto extends ApproveFindingsDto {
  @IsText(LONG)
  reason: string;
}

export class RedactionDto {
  @IsId()
  finding: string;

  @IsText(LONG)
  text: string;
}

export class PostPublicationDto {
  @IsId()
  debt: string;

  @IsText(100)
  channel: string;

  /** Somebody has read what goes out. */
  @IsFlag()
  read: boolean;

  /** What stands in place of a finding's text. */
  @HasDefault()
  @IsParts(RedactionDto, 200)
  redactions: RedactionDto[] = [];
}

export class AcknowledgePublicationDto {
  @IsId()
  debt: string;

  @IsText(100)
  channel: string;

  @IsText(300)
  receipt: string;

  /** The day it came, where that isn't today. */
  @MayLack()
  @IsDay()
  occurredOn?: string;
}

export class FailPublicationDto {
  @IsId()
  debt: string;

  @IsText(100)
  channel: string;

  @IsText(LONG)
  reason: string;
}

export class WaivePublicationDto {
  @IsId()
  debt: string;

  @IsText(LONG)
  reason: string;
}

export class FileCopyDto {
  /** The section that keeps the copy. */
  @IsId()
  recipient: string;

  @IsText(300)
  receipt: string;

  @IsDay()
  occurredOn: string;
}

export class AmendmentDto {
  @IsId()
  amendment: string;
}

export class DeclineAmendmentDto extends AmendmentDto {
  @IsText(LONG)
  reason: string;
}

/** New words, another class, or the withdrawal of a finding. */
export class ProposeAmendmentDto extends DeclineAmendmentDto {
  @IsId()
  finding: string;

  @OrNull()
  @IsText(LONG)
  text: string | null = null;

  @OrNull()
  @IsOneOf(resultClasses)
  resultClass: string | null = null;

  @HasDefault()
  @IsFlag()
  withdrawn = false;
}
