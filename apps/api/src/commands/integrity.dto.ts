import { exitGrounds } from '@srd/domain/integrity';
import { parties, sectors } from '@srd/domain/organ';
import { IsDay, IsId, IsText } from '../edge/fields';
import { IsHashes, IsOneOf, IsPart, IsParts, OrNull } from './members';
import { LegalBasisDto, LONG } from './shared.dto';

export class SendCreditDataDto {
  @IsText(100)
  channel: string;
}

export class ReceiveCreditDataDto {
  @IsId()
  batch: string;

  @IsText(500)
  receipt: string;
}

export class FailCreditDataDto {
  @IsId()
  batch: string;

  @IsText(LONG)
  reason: string;
}

export class ExitDecisionDto {
  @IsText(200)
  number: string;

  @IsText(200)
  authority: string;

  @IsDay()
  decidedOn: string;
}

/** Who leaves stands in the id. */
export class RecordSectorExitDto {
  /** Whose roster it is in; the file's own organ where there is a file. */
  @IsId()
  organ: string;

  @IsOneOf(parties)
  kind: 'institution' | 'practitioner';

  /** Of the roster that has them. */
  @IsOneOf(sectors)
  sector: string;

  @IsOneOf(exitGrounds)
  ground: string;

  @IsPart(ExitDecisionDto)
  decision: ExitDecisionDto;

  @IsParts(LegalBasisDto, 20)
  legalBasis: LegalBasisDto[];

  /** Last day of a ban; null: for good. */
  @OrNull()
  @IsDay()
  until: string | null = null;

  @IsText(LONG)
  reason: string;

  @IsHashes(50)
  evidence: string[];
}

export class WithdrawSectorExitDto {
  @IsText(LONG)
  reason: string;

  @IsDay()
  occurredOn: string;

  @IsHashes(50)
  evidence: string[];
}
