import { stageCodes } from '@srd/domain/case';
import { sectors } from '@srd/domain/organ';
import { escalations, groupings } from '@srd/domain/report';
import { roles } from '@srd/domain/account';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { IsDay, IsId, IsInstant } from '../edge/fields';
import { PagingDto } from '../edge/paging.dto';

/** `true` or `false` in a query. */
function IsSwitch(): PropertyDecorator {
  const read = Transform(({ value }: { value: unknown }) =>
    value === 'true' ? true : value === 'false' ? false : value,
  );
  return (target, name) => {
    read(target, name);
    IsBoolean()(target, name);
  };
}

export class YearDto extends PagingDto {
  @IsId()
  organ: string;

  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year: number;

  /** End of this day; now when left out. */
  @IsOptional()
  @IsDay()
  asOf?: string;

  /** What had become known by the end of this later day. */
  @IsOptional()
  @IsDay()
  knownOn?: string;

  /** The organs below count too. */
  @IsOptional()
  @IsSwitch()
  below?: boolean;
}

/** Which of the things counted: those that agree in each. `organ` picks one of the organs when `below` is set. */
export class SelectedDto extends YearDto {
  @IsOptional()
  @IsId()
  county?: string;

  @IsOptional()
  @IsId()
  section?: string;

  @IsOptional()
  @IsIn([...sectors, 'none'])
  sector?: string;

  @IsOptional()
  @IsId()
  task?: string;

  @IsOptional()
  @IsIn([...stageCodes, 'none'])
  stage?: string;

  /** `2023-09`, or `none` for what has no day. */
  @IsOptional()
  @Matches(/^(\d{4}-(0[1-9]|1[0-2])|none)$/)
  month?: string;
}

export class FiguresDto extends SelectedDto {
  @IsOptional()
  @IsIn(groupings)
  by?: (typeof groupings)[number];
}

export class AsOfDto {
  @IsDay()
  asOf: string;
}

export class ExportDto extends AsOfDto {
  @IsOptional()
  @IsIn(['json', 'csv'])
  format?: 'json' | 'csv';

  @IsOptional()
  @IsId()
  section?: string;
}

export class DueDto extends PagingDto {
  @IsOptional()
  @IsId()
  organ?: string;

  @IsOptional()
  @IsId()
  section?: string;

  /** Whose it is to do. */
  @IsOptional()
  @IsIn(roles)
  role?: (typeof roles)[number];

  @IsOptional()
  @IsSwitch()
  overdue?: boolean;

  /** To whom it has gone since its day passed. */
  @IsOptional()
  @IsIn(escalations)
  escalatedTo?: 'section-head' | 'leader';

  @IsOptional()
  @IsDay()
  until?: string;
}

export class KnownDto {
  @IsInstant()
  at: string;
}

export class TrueDto {
  @IsDay()
  on: string;
}

/** Lists in force: on a day, as it was known by the end of another (the same one when left out). */
export class InForceDto extends PagingDto {
  @IsOptional()
  @IsId()
  organ?: string;

  @IsDay()
  on: string;

  @IsOptional()
  @IsDay()
  knownOn?: string;
}
