import { institutionStatuses } from '@srd/domain/roster';
import { inspectionMethods } from '@srd/domain/organ';
import { IsDay, IsId, IsText } from '../edge/fields';
import { HasDefault, IsFlag, IsIds, IsOneOf, IsPart, IsTexts, IsWhole, MayLack, MayLackOrBeNull } from './members';
import { LONG } from './shared.dto';

export class AccreditationDto {
  @IsText(100)
  number: string;

  @MayLackOrBeNull()
  @IsDay()
  validUntil: string | null = null;
}

export class AssessmentDto {
  @IsWhole(1990, 2200)
  year: number;

  @IsText(100)
  result: string;
}

export class CreditGradeDto {
  @IsText(50)
  grade: string;

  @IsDay()
  gradedOn: string;
}

/** What a roster can do without; null says that it isn't known or that there is none. */
class LackableParticulars {
  @MayLack() @IsTexts(20, 200) formerNames?: string[];
  @MayLackOrBeNull() @IsId() branchOf?: string | null;
  @MayLackOrBeNull() @IsDay() licensedOn?: string | null;
  @MayLackOrBeNull() @IsDay() validUntil?: string | null;
  @MayLackOrBeNull() @IsText(300) actualPremises?: string | null;
  /** Ids of the register of persons, never names. */
  @MayLackOrBeNull() @IsId() head?: string | null;
  @MayLackOrBeNull() @IsId() contact?: string | null;
  @MayLackOrBeNull() @IsText(100) form?: string | null;
  @MayLack() @IsTexts(50, 100) specialties?: string[];
  @MayLackOrBeNull() @IsPart(AccreditationDto) accreditation?: AccreditationDto | null;
  @MayLackOrBeNull() @IsPart(AssessmentDto) assessment?: AssessmentDto | null;
  @MayLackOrBeNull() @IsPart(CreditGradeDto) creditGrade?: CreditGradeDto | null;
  @MayLack() @IsWhole(0, 1_000_000) complaints?: number;
  @MayLack() @IsWhole(0, 1_000_000) penalties?: number;
  @MayLack() @IsFlag() fictional?: boolean;
}

export class ParticularsDto extends LackableParticulars {
  @IsText(200) name: string;
  /** 统一社会信用代码; one that doesn't check is kept and marked. */
  @IsText(40) uscc: string;
  @IsText(100) registrationNumber: string;
  @IsText(200) licensingAuthority: string;
  @IsText(300) registeredPremises: string;
  /** Six digits. */
  @IsText(6) divisionCode: string;
  @IsWhole(0, 1_000_000) practising: number;
  @IsText(200) dataSource: string;
}

/** What changes of an entry; the rest stays. */
export class ParticularsChangesDto extends LackableParticulars {
  @MayLack() @IsText(200) name?: string;
  @MayLack() @IsText(40) uscc?: string;
  @MayLack() @IsText(100) registrationNumber?: string;
  @MayLack() @IsText(200) licensingAuthority?: string;
  @MayLack() @IsText(300) registeredPremises?: string;
  @MayLack() @IsText(6) divisionCode?: string;
  @MayLack() @IsWhole(0, 1_000_000) practising?: number;
  @MayLack() @IsText(200) dataSource?: string;
}

export class RegisterInstitutionDto {
  @IsId()
  institution: string;

  @IsPart(ParticularsDto)
  particulars: ParticularsDto;

  @IsDay()
  occurredOn: string;
}

export class ReviseInstitutionDto {
  @IsId()
  institution: string;

  @IsPart(ParticularsChangesDto)
  changes: ParticularsChangesDto;

  @IsText(LONG)
  reason: string;

  @IsDay()
  occurredOn: string;
}

export class ChangeInstitutionStatusDto {
  @IsId()
  institution: string;

  @IsOneOf(institutionStatuses)
  status: string;

  @IsText(LONG)
  reason: string;

  @IsDay()
  occurredOn: string;
}

export class InstitutionDto {
  @IsId()
  institution: string;
}

export class InstitutionReasonDto extends InstitutionDto {
  @IsText(LONG)
  reason: string;
}

export class ImportPriorInspectionDto extends InstitutionDto {
  @IsDay()
  inspectedOn: string;

  @IsText(200)
  inspectingBody: string;

  @IsOneOf(inspectionMethods)
  method: 'onSite' | 'documentary';

  @IsFlag()
  random: boolean;

  /** Ids of the register of persons, as far as known. */
  @HasDefault()
  @IsIds(50)
  inspectors: string[] = [];

  @IsText(LONG)
  result: string;

  @IsText(200)
  dataSource: string;
}
