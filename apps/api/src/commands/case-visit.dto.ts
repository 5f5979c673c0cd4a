import { checklistMarks } from '@srd/domain/case';
import { IsDay, IsHash, IsId, IsText } from '../edge/fields';
import { HasDefault, IsHashes, IsIds, IsOneOf, IsParts, IsTexts, IsWhole, MayLack, OrNull } from './members';
import { LONG } from './shared.dto';
import { IsSignature, type SignatureDto } from './signature.dto';

/** Visit number, code, certificates and the opener are added here. */
export class OpenVisitDto {
  /** Who came, by person id. */
  @IsIds(20, 1)
  present: string[];

  @IsDay()
  occurredOn: string;

  @IsText(300)
  premises: string;

  /** Why it isn't at the registered premises. */
  @OrNull()
  @IsText(LONG)
  elsewhere: string | null = null;
}

export class EndVisitDto {
  @IsId()
  visit: string;

  @IsDay()
  occurredOn: string;

  /** Taken before leaving (trap 14). */
  @MayLack()
  @IsSignature()
  signature?: SignatureDto;
}

export class NoteDepartmentAbsenceDto {
  /** The partner's organ id. */
  @IsId()
  department: string;

  @IsText(LONG)
  reason: string;

  @IsDay()
  occurredOn: string;
}

export class AddEvidenceDto {
  /** Of a file that was sent before (`POST /api/v1/attachments`). */
  @IsHash()
  sha256: string;

  /** The name under which it was sent, when left out. */
  @MayLack()
  @IsText(200)
  name?: string;

  /** In bytes, to be held against what was received. */
  @MayLack()
  @IsWhole(1, Number.MAX_SAFE_INTEGER)
  size?: number;

  @OrNull()
  @IsId()
  disposition: string | null = null;

  /** The day that it tells of, where that isn't the day of its receipt. */
  @MayLack()
  @IsDay()
  occurredOn?: string;
}

/** 书面材料 as handed in, against the guidance list (R29, R66). */
export class ReceiveMaterialsDto {
  @IsTexts(100, 300, 1)
  list: string[];

  @HasDefault()
  @IsHashes()
  evidence: string[] = [];

  @IsDay()
  occurredOn: string;
}

export class ChecklistAnswerDto {
  @IsId()
  entry: string;

  @IsOneOf(checklistMarks)
  mark: string;

  /** Asked for where the entry isn't met. */
  @OrNull()
  @IsText(LONG)
  note: string | null = null;
}

/** 检查表 of one item, in the version that the case pinned. */
export class FillChecklistDto {
  /** The asker's own when left out. */
  @MayLack()
  @IsId()
  department?: string;

  @IsId()
  item: string;

  @IsWhole(1, 1_000_000)
  revision: number;

  @IsParts(ChecklistAnswerDto, 200, 1)
  answers: ChecklistAnswerDto[];

  @IsDay()
  occurredOn: string;
}
