import { IsDay, IsId, IsText } from '../edge/fields';
import { HasDefault, IsFlag, IsHashes, IsOneOf, IsPart, IsParts, MayLack, MayLackOrBeNull, OrNull } from './members';
import { LegalBasisDto, LONG } from './shared.dto';

const classes = ['minor', 'ordinary', 'serious'];

export class ListingAttemptDto {
  @IsDay()
  attemptedOn: string;

  @IsHashes(20)
  evidence: string[];
}

export class PenaltyDecisionDto {
  @IsText(200)
  number: string;

  @IsDay()
  decidedOn: string;
}

/** Object and list stand in the id, `<object>.<abnormal|credit>`; who proposes is the asker. */
export class ProposeListingDto {
  @IsId()
  case: string;

  @MayLack()
  @IsId()
  disposition?: string;

  @IsOneOf(['unreachable', 'unheeded', 'penalty'])
  ground: 'unreachable' | 'unheeded' | 'penalty';

  @IsParts(LegalBasisDto, 20)
  legalBasis: LegalBasisDto[];

  @OrNull()
  @IsOneOf(classes)
  class: string | null = null;

  @IsText(LONG)
  reason: string;

  /** For `unreachable`: two at least (R83). */
  @HasDefault()
  @IsParts(ListingAttemptDto, 20)
  contactAttempts: ListingAttemptDto[] = [];

  /** For `penalty` (R87). */
  @OrNull()
  @IsPart(PenaltyDecisionDto)
  penalty: PenaltyDecisionDto | null = null;
}

export class ServeListingNoticeDto {
  @IsDay()
  occurredOn: string;
}

export class RecordHearingDto {
  @IsDay()
  occurredOn: string;

  /** The institution gave up its hearing. */
  @HasDefault()
  @IsFlag()
  waived = false;

  @IsHashes(50)
  evidence: string[];
}

export class ConfirmListingDto {
  /** As proposed when left out. */
  @MayLackOrBeNull()
  @IsOneOf(classes)
  class?: string | null;

  @OrNull()
  @IsDay()
  until: string | null = null;

  @MayLack()
  @IsFlag()
  published?: boolean;

  @IsText(LONG)
  reason: string;
}

export class WithdrawListingDto {
  @IsOneOf(['penalty-annulled', 'in-error'])
  ground: 'penalty-annulled' | 'in-error';

  @IsText(LONG)
  reason: string;

  @IsDay()
  occurredOn: string;
}
