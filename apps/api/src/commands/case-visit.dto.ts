import { IsDay, IsHash, IsId, IsText } from '../edge/fields';
import { IsIds, IsWhole, MayLack, OrNull } from './members';
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
  @IsHash()
  sha256: string;

  @IsText(200)
  name: string;

  /** In bytes. */
  @IsWhole(1, Number.MAX_SAFE_INTEGER)
  size: number;

  @OrNull()
  @IsId()
  disposition: string | null = null;

  /** The day that it tells of, where that isn't the day of its receipt. */
  @MayLack()
  @IsDay()
  occurredOn?: string;
}
