import { cessations, disclosures, furtherFields, roundings, sectionKinds, sectors, termUnits } from '@srd/domain/organ';
import { IsDay, IsId, IsText } from '../edge/fields';
import { IsFlag, IsOneOf, IsPart, IsParts, IsSomeOf, IsTexts, IsWhole, MayLack, MayLackOrBeNull } from './members';
import { LegalBasisDto, LONG } from './shared.dto';
import { sourced } from './sourced';

export class TermDto {
  @IsWhole(0, 3_650)
  days: number;

  @IsOneOf(termUnits)
  unit: (typeof termUnits)[number];
}

export class DutyDto {
  @IsFlag()
  required: boolean;

  @IsDay()
  inForceFrom: string;
}

export class ListNamesDto {
  @IsText(100)
  abnormal: string;

  @IsText(100)
  credit: string;
}

export class SamplingDto {
  /** 10% is 1000. */
  @IsWhole(0, 1_000_000)
  basisPoints: number;

  @IsOneOf(roundings)
  rounding: 'ceil' | 'floor' | 'half-up';

  @IsWhole(0, 1_000_000)
  atLeast: number;

  @IsWhole(0, 1_000)
  perYear: number;
}

export class GradeWeightDto {
  @IsText(50)
  grade: string;

  @IsWhole(0, 1_000)
  add: number;
}

export class RiskWeightsDto {
  @IsWhole(0, 1_000)
  perComplaint: number;

  @IsWhole(0, 1_000)
  perPenalty: number;

  @MayLack()
  @IsWhole(0, 1_000)
  perOverdue?: number;

  @IsWhole(0, 1_000)
  listed: number;

  @IsParts(GradeWeightDto, 50)
  grades: GradeWeightDto[];

  @IsWhole(0, 1_000)
  atMost: number;
}

export class RedactionProfileDto {
  /** Looked out for beside the general ones. */
  @IsTexts(200, 50, 0)
  words: string[];

  /** Published beside the seven fields. */
  @IsSomeOf(furtherFields, 0)
  also: string[];
}

/** By ground of a listing. */
export class ListingBasisDto {
  @MayLack()
  @IsParts(LegalBasisDto, 20, 1)
  unreachable?: LegalBasisDto[];

  @MayLack()
  @IsParts(LegalBasisDto, 20, 1)
  unheeded?: LegalBasisDto[];

  @MayLack()
  @IsParts(LegalBasisDto, 20, 1)
  penalty?: LegalBasisDto[];
}

/** What a rule may say is the rules' own business; here stands only what it's made of. */
const SourcedTerm = sourced<TermDto>('SourcedTermDto', IsPart(TermDto));
const SourcedDuty = sourced<DutyDto>('SourcedDutyDto', IsPart(DutyDto));
const SourcedNumber = sourced<number>('SourcedNumberDto', IsWhole(0, 1_000_000));
const SourcedFlag = sourced<boolean>('SourcedFlagDto', IsFlag());
const SourcedMonthDay = sourced<string>('SourcedMonthDayDto', IsText(5));
const SourcedChannels = sourced<string[]>('SourcedChannelsDto', IsTexts(20, 100));
const SourcedListNames = sourced<ListNamesDto>('SourcedListNamesDto', IsPart(ListNamesDto));
const SourcedSampling = sourced<SamplingDto>('SourcedSamplingDto', IsPart(SamplingDto));
const SourcedProcedure = sourced<string>('SourcedProcedureDto', IsText(20));
const SourcedDisclosure = sourced<string>('SourcedDisclosureDto', IsOneOf(disclosures));
const SourcedCessation = sourced<string>('SourcedCessationDto', IsOneOf(cessations));
const SourcedCounting = sourced<string>('SourcedCountingDto', IsOneOf(['random', 'all']));
const SourcedHalfYear = sourced<string>('SourcedHalfYearDto', IsOneOf(['plan', 'visit']));
const SourcedMeanwhile = sourced<string>('SourcedMeanwhileDto', IsOneOf(['waits', 'goes-on']));
const SourcedAbsence = sourced<string>('SourcedAbsenceDto', IsOneOf(['goes-on', 'moved']));
const SourcedTeamCount = sourced<string>('SourcedTeamCountDto', IsOneOf(['in-total', 'per-department']));
const SourcedJointClock = sourced<string>('SourcedJointClockDto', IsOneOf(['last-department', 'each']));
const SourcedMerging = sourced<string>('SourcedMergingDto', IsOneOf(['once', 'per-purpose']));
const SourcedRedaction = sourced<RedactionProfileDto>('SourcedRedactionDto', IsPart(RedactionProfileDto));
const SourcedListingBasis = sourced<ListingBasisDto>('SourcedListingBasisDto', IsPart(ListingBasisDto));
const SourcedWeights = sourced<RiskWeightsDto>('SourcedRiskWeightsDto', IsPart(RiskWeightsDto));

/** By sector; null: none any more. */
export class SamplingChangesDto {
  @MayLackOrBeNull()
  @IsPart(SourcedSampling)
  'law-firm'?: object | null;

  @MayLackOrBeNull()
  @IsPart(SourcedSampling)
  'grassroots-office'?: object | null;

  @MayLackOrBeNull()
  @IsPart(SourcedSampling)
  'notary-office'?: object | null;

  @MayLackOrBeNull()
  @IsPart(SourcedSampling)
  'forensic-institution'?: object | null;

  @MayLackOrBeNull()
  @IsPart(SourcedSampling)
  'legal-aid-agency'?: object | null;
}

/** The rules to be replaced, each with its source. */
export class RuleChangesDto {
  @MayLack() @IsPart(SourcedProcedure) caseProcedure?: object;
  @MayLack() @IsPart(SamplingChangesDto) sampling?: SamplingChangesDto;
  @MayLack() @IsPart(SourcedNumber) rotationMonths?: object;
  @MayLack() @IsPart(SourcedNumber) teamSize?: object;
  @MayLack() @IsPart(SourcedNumber) contributorsPerDraw?: object;
  @MayLack() @IsPart(SourcedTerm) publication?: object;
  @MayLack() @IsPart(SourcedTerm) recordWithin?: object;
  @MayLack() @IsPart(SourcedTerm) approveWithin?: object;
  @MayLack() @IsPart(SourcedTerm) revisitWithin?: object;
  @MayLack() @IsPart(SourcedTerm) hearingWithin?: object;
  @MayLack() @IsPart(SourcedMonthDay) annualReportBy?: object;
  @MayLack() @IsPart(SourcedMonthDay) rostersBy?: object;
  @MayLack() @IsPart(SourcedDisclosure) disclosure?: object;
  @MayLack() @IsPart(SourcedChannels) channels?: object;
  @MayLack() @IsPart(SourcedDuty) approval?: object;
  @MayLack() @IsPart(SourcedDuty) notice?: object;
  @MayLack() @IsPart(SourcedDuty) visitCode?: object;
  @MayLack() @IsPart(SourcedCessation) afterCessation?: object;
  @MayLack() @IsPart(SourcedListNames) listNames?: object;
  @MayLack() @IsPart(SourcedFlag) singleAccountAdmin?: object;
  // Rules that an organ may leave unsaid: null takes one back.
  @MayLackOrBeNull() @IsPart(SourcedNumber) yearlyCap?: object | null;
  @MayLackOrBeNull() @IsPart(SourcedCounting) capCounts?: object | null;
  @MayLackOrBeNull() @IsPart(SourcedNumber) coverageYears?: object | null;
  @MayLackOrBeNull() @IsPart(SourcedNumber) coverageSince?: object | null;
  @MayLackOrBeNull() @IsPart(SourcedWeights) riskWeights?: object | null;
  @MayLackOrBeNull() @IsPart(SourcedNumber) manyComplaints?: object | null;
  @MayLackOrBeNull() @IsPart(SourcedNumber) toleranceBasisPoints?: object | null;
  @MayLackOrBeNull() @IsPart(SourcedHalfYear) halfYearBy?: object | null;
  // By which cases are carried on; a case keeps those of its opening.
  @MayLackOrBeNull() @IsPart(SourcedMeanwhile) recusalMeanwhile?: object | null;
  @MayLackOrBeNull() @IsPart(SourcedTerm) urgentApprovalWithin?: object | null;
  @MayLackOrBeNull() @IsPart(SourcedAbsence) partnerAbsent?: object | null;
  @MayLackOrBeNull() @IsPart(SourcedTeamCount) teamCounts?: object | null;
  @MayLackOrBeNull() @IsPart(SourcedJointClock) jointClock?: object | null;
  @MayLackOrBeNull() @IsPart(SourcedMerging) mergedCounts?: object | null;
  @MayLackOrBeNull() @IsPart(SourcedFlag) conflictStatement?: object | null;
  @MayLackOrBeNull() @IsPart(SourcedFlag) copy?: object | null;
  @MayLackOrBeNull() @IsPart(SourcedRedaction) redaction?: object | null;
  @MayLackOrBeNull() @IsPart(SourcedNumber) receiptDays?: object | null;
  @MayLackOrBeNull() @IsPart(SourcedListingBasis) listingBasis?: object | null;
}

export class ReviseRulesDto {
  @IsPart(RuleChangesDto)
  changes: RuleChangesDto;

  @IsText(LONG)
  reason: string;
}

export class RenameOrganDto {
  @IsText(200)
  name: string;

  @IsText(LONG)
  reason: string;

  @IsDay()
  occurredOn: string;
}

export class SectionDto {
  @IsId()
  id: string;

  @IsText(100)
  name: string;

  @IsOneOf(sectionKinds)
  kind: 'line' | 'supervision' | 'enforcement' | 'licensing';

  @IsSomeOf(sectors, 0)
  sectors: string[];
}

export class ReviseSectionsDto {
  @IsParts(SectionDto, 100, 1)
  sections: SectionDto[];

  @IsText(LONG)
  reason: string;

  @IsDay()
  occurredOn: string;
}
