import { IsDay, IsId, IsText } from '../edge/fields';
import { audiences, stances } from '@srd/domain/circular';
import { HasDefault, IsOneOf, IsPart, IsParts, OrNull } from './members';
import { LONG } from './shared.dto';

export class CircularPeriodDto {
  @IsDay()
  from: string;

  @IsDay()
  to: string;
}

/** A named institution and the case that it is named for. */
export class NamedInstitutionDto {
  @IsId()
  object: string;

  @IsId()
  case: string;

  @IsOneOf(stances)
  stance: 'commended' | 'criticised';

  @IsText(LONG)
  text: string;
}

/** The organ stands in the id, `<organ>-<year>-<number>`; given again, it is a new wording of the draft. */
export class DraftCircularDto {
  @OrNull()
  @IsId()
  section: string | null = null;

  @IsText(300)
  title: string;

  @IsText(100)
  number: string;

  /** Null: all of the organ's inspections in the period. */
  @OrNull()
  @IsId()
  task: string | null = null;

  @IsPart(CircularPeriodDto)
  period: CircularPeriodDto;

  @IsOneOf(audiences)
  audience: 'public' | 'organs';

  @IsText(LONG)
  text: string;

  @HasDefault()
  @IsParts(NamedInstitutionDto, 200)
  named: NamedInstitutionDto[] = [];
}

export class WithdrawCircularDto {
  @IsText(LONG)
  reason: string;

  @IsDay()
  occurredOn: string;
}
