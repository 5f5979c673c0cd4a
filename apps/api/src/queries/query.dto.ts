import { circularStatuses, publicStates, standingPhases } from '@srd/views';
import { listKinds } from '@srd/domain/standing';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import { stageCodes } from '@srd/domain/case';
import { parties, sectors } from '@srd/domain/organ';
import { IsId } from '../edge/fields';
import { PagingDto } from '../edge/paging.dto';

/** Filter of a list of an organ's things. */
export class OrganFilterDto extends PagingDto {
  @IsOptional()
  @IsId()
  organ?: string;
}

export class InstitutionFilterDto extends OrganFilterDto {
  @IsOptional()
  @IsIn(sectors)
  sector?: string;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  status?: string;
}

export class RosterFilterDto extends InstitutionFilterDto {
  /** 1: somebody proposed to remove it, and it awaits a second person. */
  @IsOptional()
  @Type(() => Number)
  @IsIn([0, 1])
  removalAwaited?: number;
}

export class PlanFilterDto extends OrganFilterDto {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year?: number;
}

/** A plan's year. */
export class YearDto {
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year: number;
}

/** The sector of an organ whose guidance list is asked for. */
export class GuidanceDto {
  @IsId()
  organ: string;

  @IsIn(sectors)
  sector: (typeof sectors)[number];
}

/** How many years the chances are told for. */
export class YearsDto {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10)
  years?: number;
}

export class DrawFilterDto extends OrganFilterDto {
  @IsOptional()
  @IsId()
  series?: string;

  @IsOptional()
  @IsId()
  plan?: string;
}

export class CaseFilterDto extends OrganFilterDto {
  @IsOptional()
  @IsId()
  plan?: string;

  @IsOptional()
  @IsId()
  task?: string;

  @IsOptional()
  @IsId()
  section?: string;

  @IsOptional()
  @IsId()
  object?: string;

  @IsOptional()
  @IsIn(stageCodes)
  stage?: string;

  /** Of the plan; of a case for cause, the year in which it was opened. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year?: number;

  /** Words of the institution's name or of the case's number. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  q?: string;
}

/** Filter of the two lists. */
export class StandingFilterDto extends OrganFilterDto {
  @IsOptional()
  @IsIn(listKinds)
  list?: string;

  @IsOptional()
  @IsIn(standingPhases)
  phase?: string;

  @IsOptional()
  @IsId()
  object?: string;
}

export class IntegrityFilterDto extends OrganFilterDto {
  /** Institutions where nothing is said. */
  @IsOptional()
  @IsIn(parties)
  kind?: 'institution' | 'practitioner';

  @IsOptional()
  @IsId()
  object?: string;

  /** 1: only files with entries that the credit platform hasn't got. */
  @IsOptional()
  @Type(() => Number)
  @IsIn([0, 1])
  unsent?: number;
}

export class CircularFilterDto extends OrganFilterDto {
  @IsOptional()
  @IsId()
  task?: string;

  @IsOptional()
  @IsIn(circularStatuses)
  status?: string;
}

/** What the public asks of the lists. */
export class PublicListingFilterDto extends OrganFilterDto {
  @IsOptional()
  @IsIn(listKinds)
  list?: string;

  /** Entries that stand, or notices of those that were withdrawn. */
  @IsOptional()
  @IsIn(publicStates)
  state?: 'listed' | 'withdrawn';
}

export class ItemFilterDto {
  @IsId()
  organ: string;

  /** The organ's own list, or the separate one of joint inspections (R103). */
  @IsOptional()
  @IsIn(['own', 'joint'])
  list?: 'own' | 'joint';
}

export class EventPageDto {
  /** Revision to begin with: `next` of the page before. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  cursor?: number;

  /** Events on a page, at most 200. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;

  /** What an auditor opens the file for; once a file and day. */
  @IsOptional()
  @IsString()
  @MaxLength(400)
  purpose?: string;
}
