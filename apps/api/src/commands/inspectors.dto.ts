import { relations } from '@srd/domain/inspectors';
import { sectors } from '@srd/domain/organ';
import { IsDay, IsId, IsText } from '../edge/fields';
import { HasDefault, IsIds, IsOneOf, IsPart, IsSomeOf, IsWhole, MayLack, OrNull } from './members';
import { LONG } from './shared.dto';

const fields = [...sectors, 'price'];

/** 行政执法证; its number stands in the register of persons. */
export class CertificateDto {
  @IsOneOf(['ministry', 'provincial'])
  kind: 'ministry' | 'provincial';

  @IsDay()
  validFrom: string;

  @IsDay()
  validUntil: string;
}

export class PersonDto {
  /** Id of the register of persons. */
  @IsId()
  person: string;
}

export class EnrolInspectorDto extends PersonDto {
  @OrNull()
  @IsId()
  section: string | null = null;

  @IsSomeOf(fields)
  fields: string[];

  @IsPart(CertificateDto)
  certificate: CertificateDto;
}

export class RenewCertificateDto extends PersonDto {
  @IsPart(CertificateDto)
  certificate: CertificateDto;
}

export class ReassignInspectorDto extends PersonDto {
  @OrNull()
  @IsId()
  section: string | null = null;

  @IsSomeOf(fields)
  fields: string[];

  @IsText(LONG)
  reason: string;
}

export class WithdrawInspectorDto extends PersonDto {
  @IsText(LONG)
  reason: string;

  @IsDay()
  occurredOn: string;
}

/** First and last day, both with it. No ground is asked for. */
export class AbsenceDto extends PersonDto {
  @IsDay()
  from: string;

  @IsDay()
  to: string;
}

export class DeclareInterestDto extends PersonDto {
  /** An id of the sender's making. */
  @IsId()
  interest: string;

  @IsId()
  institution: string;

  @IsOneOf(relations)
  relation: string;

  /** Only for `former-employment`. */
  @OrNull()
  @IsDay()
  leftOn: string | null = null;

  @IsOneOf(['hard', 'soft'])
  weight: 'hard' | 'soft';

  @IsOneOf(['self', 'unit-check', 'institution-request'])
  source: 'self' | 'unit-check' | 'institution-request';

  @IsDay()
  from: string;

  @OrNull()
  @IsDay()
  until: string | null = null;

  /** The case for which it came up. */
  @MayLack()
  @IsId()
  case?: string;
}

export class WithdrawInterestDto {
  @IsId()
  interest: string;

  @IsText(LONG)
  reason: string;
}

/** Who agreed for the borrower: an account of the borrower's. */
export class BorrowerConsentDto {
  @IsId()
  by: string;

  @IsText(200)
  document: string;

  @IsDay()
  on: string;
}

/** 借调: both days with it. */
export class LendInspectorDto extends PersonDto {
  /** An id of the sender's making. */
  @IsId()
  loan: string;

  @IsId()
  borrower: string;

  @IsDay()
  from: string;

  @IsDay()
  until: string;

  @IsText(LONG)
  reason: string;

  @IsPart(BorrowerConsentDto)
  borrowerConsent: BorrowerConsentDto;
}

export class ReturnLoanDto {
  @IsId()
  loan: string;

  @IsText(LONG)
  reason: string;

  @IsDay()
  occurredOn: string;
}

/** 年度申报: all interests on record, or that there are none (R61). */
export class StateYearlyInterestsDto extends PersonDto {
  @IsWhole(2000, 2100)
  year: number;

  @HasDefault()
  @IsIds(200)
  interests: string[] = [];

  @IsDay()
  occurredOn: string;
}

/** 豁免轮换: one person, one institution, one task (R59). */
export class WaiveRotationDto extends PersonDto {
  @IsId()
  institution: string;

  @IsId()
  task: string;

  @IsText(LONG)
  reason: string;
}
