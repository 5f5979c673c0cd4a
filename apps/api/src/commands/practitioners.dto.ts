import { practitionerStatuses } from '@srd/domain/practitioners';
import { IsDay, IsId, IsText } from '../edge/fields';
import { PersonDto } from './inspectors.dto';
import { IsFlag, IsOneOf, IsPart, IsWhole, MayLack, MayLackOrBeNull, OrNull } from './members';
import { AssessmentDto } from './roster.dto';
import { LONG } from './shared.dto';

/** Name and practising certificate stand in the register of persons. */
export class PractitionerParticularsDto {
  @MayLackOrBeNull() @IsDay() licensedOn?: string | null;
  @MayLackOrBeNull() @IsPart(AssessmentDto) assessment?: AssessmentDto | null;
  @MayLack() @IsWhole(0, 1_000_000) complaints?: number;
  @MayLack() @IsWhole(0, 1_000_000) penalties?: number;
  @MayLack() @IsFlag() fictional?: boolean;
}

export class RegisterPractitionerDto extends PersonDto {
  /** Of the same sector's object roster. */
  @IsId()
  institution: string;

  @IsPart(PractitionerParticularsDto)
  particulars: PractitionerParticularsDto;

  @IsDay()
  occurredOn: string;
}

export class RevisePractitionerDto extends PersonDto {
  @IsPart(PractitionerParticularsDto)
  changes: PractitionerParticularsDto;

  @IsText(LONG)
  reason: string;

  @IsDay()
  occurredOn: string;
}

export class MovePractitionerDto extends PersonDto {
  /** Null: a further institution beside the present one. */
  @OrNull()
  @IsId()
  from: string | null = null;

  @IsId()
  to: string;

  @IsText(LONG)
  reason: string;

  @IsDay()
  occurredOn: string;
}

export class ChangePractitionerStatusDto extends PersonDto {
  @IsOneOf(practitionerStatuses)
  status: string;

  @IsText(LONG)
  reason: string;

  @IsDay()
  occurredOn: string;
}
