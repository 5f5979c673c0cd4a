import { IsOneOf, IsPart, IsWhole, MayLack, OrNull } from './members';
import { practitionerScopes } from '@srd/domain/plan';
import { RiskWeightsDto } from './organ.dto';
import { RatioDto, SourcedMinimum } from './ratio.dto';
import { sourced } from './sourced';

export class CoverageDto {
  /** Everybody once within so many years. */
  @IsWhole(1, 10)
  years: number;

  /** First year of the first cycle. */
  @IsWhole(2000, 2100)
  since: number;
}

const SourcedCap = sourced<number>('SourcedCapDto', IsWhole(1, 12));
const SourcedCapCounts = sourced<string>('SourcedCapCountsDto', IsOneOf(['random', 'all']));
const SourcedCoverage = sourced<CoverageDto>('SourcedCoverageDto', IsPart(CoverageDto));
const SourcedOdds = sourced<RiskWeightsDto>('SourcedOddsDto', IsPart(RiskWeightsDto));
const SourcedComplaints = sourced<number>('SourcedComplaintsDto', IsWhole(1, 1_000));

/** The disclosed modes of a plan's draw; one that isn't named isn't used. */
export class DrawModesDto {
  @MayLack() @IsPart(SourcedCap) yearlyCap?: object;
  @MayLack() @IsPart(SourcedCapCounts) capCounts?: object;
  @MayLack() @IsPart(SourcedCoverage) coverage?: object;
  @MayLack() @IsPart(SourcedOdds) weights?: object;
  @MayLack() @IsPart(SourcedComplaints) manyComplaints?: object;
}

export class PractitionerSampleDto {
  /** Null: at the ratio of the institutions. */
  @OrNull()
  @IsPart(RatioDto)
  ratio: RatioDto | null = null;

  @IsPart(SourcedMinimum)
  atLeast: object;

  /** Of the drawn institutions only, or of all. */
  @IsOneOf(practitionerScopes)
  from: 'drawn' | 'all';
}
