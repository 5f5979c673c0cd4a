import { reserveCodes, voidCodes } from '@srd/domain/selection';
import { IsDay, IsId, IsInstant, IsText } from '../edge/fields';
import { IsOneOf, IsPart, IsParts, IsWhole, MayLack, OrNull } from './members';
import { LONG } from './shared.dto';

/** Somebody invited to watch; the role is public, who it is isn't. */
export class ContributorDto {
  @IsText(100)
  role: string;

  /** Id of the register of persons. */
  @OrNull()
  @IsId()
  person: string | null = null;
}

/** A public number named before it exists. */
export class BeaconDto {
  @IsText(300)
  source: string;

  @IsInstant()
  expectedAt: string;
}

/** The request itself is built from plan, rosters and rules; nobody hands one in. */
export class FreezeObjectDrawDto {
  /** The plan's id, `<organ>-<year>`. */
  @IsId()
  plan: string;

  @IsParts(ContributorDto, 20)
  contributors: ContributorDto[];

  /** A day after the freeze when left out. */
  @MayLack()
  @IsInstant()
  revealBy?: string;

  @OrNull()
  @IsPart(BeaconDto)
  beacon: BeaconDto | null = null;
}

export class DaysDto {
  @IsDay()
  from: string;

  @IsDay()
  to: string;
}

export class FreezeTeamDrawDto extends FreezeObjectDrawDto {
  /** Days of the visits; the task's window when left out. */
  @MayLack()
  @IsPart(DaysDto)
  days?: DaysDto;
}

export class CloseSealingDto {
  @MayLack()
  @IsInstant()
  openUntil?: string;
}

export class BeaconValueDto {
  @IsText(1_000)
  value: string;
}

export class ProposeVoidDto {
  @IsOneOf(Object.keys(voidCodes))
  code: string;

  @IsText(LONG)
  reason: string;
}

export class CallReserveDto {
  @IsId()
  replaced: string;

  @IsOneOf(Object.keys(reserveCodes))
  code: string;

  @IsText(LONG)
  reason: string;
}

export class ReplaceDrawnInspectorDto {
  @IsId()
  case: string;

  /** Position in the case, from 0. */
  @IsWhole(0, 100)
  seat: number;

  @IsText(LONG)
  reason: string;
}
