import { lotMethods } from '@srd/domain/selection';
import { IsDay, IsHash, IsId, IsInstant, IsText } from '../edge/fields';
import { HasDefault, IsIds, IsOneOf, IsPart, IsParts, MayLack } from './members';
import { ContributorDto, DaysDto } from './selection.dto';

/** A team as it came out of the lot, by the persons' ids. */
export class AssignedTeamDto {
  @IsId()
  case: string;

  @IsIds(20, 1)
  inspectors: string[];
}

/** A file that was kept of the draw, by the SHA-256 of its bytes. */
export class EvidenceFileDto {
  @IsText(200)
  label: string;

  @IsHash()
  sha256: string;
}

/** The result of a draw held elsewhere; its pool is built from plan, rosters and rules as for a draw of our own. */
export class DrawnElsewhereDto {
  /** The plan's id, `<organ>-<year>`. */
  @IsId()
  plan: string;

  @IsParts(ContributorDto, 20)
  contributors: ContributorDto[];

  /** Days of the visits, for a team draw; the task's window when left out. */
  @MayLack()
  @IsPart(DaysDto)
  days?: DaysDto;

  /** Objects in the order of the draw. */
  @HasDefault()
  @IsIds(500)
  selected: string[] = [];

  /** Objects drawn further, in order. */
  @HasDefault()
  @IsIds(500)
  reserve: string[] = [];

  @HasDefault()
  @IsParts(AssignedTeamDto, 500)
  assigned: AssignedTeamDto[] = [];
}

export class HeldLotDto {
  @IsOneOf(Object.keys(lotMethods))
  method: string;

  @IsText(200)
  place: string;

  @IsDay()
  occurredOn: string;

  /** Persons of the office who held it, two at least. */
  @IsIds(20, 1)
  heldBy: string[];

  @IsParts(EvidenceFileDto, 50)
  evidence: EvidenceFileDto[];
}

export class RecordPhysicalLotDto extends DrawnElsewhereDto {
  @IsPart(HeldLotDto)
  held: HeldLotDto;
}

export class PlatformReceiptDto {
  @IsText(200)
  platform: string;

  /** 回执号 */
  @IsText(200)
  number: string;

  @IsInstant()
  drawnAt: string;

  @IsPart(EvidenceFileDto)
  file: EvidenceFileDto;
}

export class ImportPlatformDrawDto extends DrawnElsewhereDto {
  @IsPart(PlatformReceiptDto)
  receipt: PlatformReceiptDto;
}
