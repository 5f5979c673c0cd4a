import { IsDay, IsId, IsText } from '../edge/fields';
import { endWays, listingGrounds } from '@srd/domain/standing';
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

  /** The object is somebody who practises in the case's institution: an id of the register of persons. */
  @HasDefault()
  @IsFlag()
  practitioner = false;

  @IsOneOf(listingGrounds)
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

export class RequestListingEndDto {
  /** 信用修复, or 移出 of the abnormal list because the ground is gone. */
  @IsOneOf(endWays)
  way: 'repaired' | 'removed';

  @IsText(LONG)
  reason: string;

  @IsDay()
  occurredOn: string;

  @IsHashes(50, 1)
  evidence: string[];
}

export class PostListingDto {
  @IsId()
  publication: string;

  @IsText(100)
  channel: string;
}

export class AcknowledgeListingPostingDto extends PostListingDto {
  @IsText(500)
  receipt: string;
}

export class FailListingPostingDto extends PostListingDto {
  @IsText(LONG)
  reason: string;
}
