import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { IsDay, IsInstant } from '../edge/fields';

const MOST = 1_000_000;

/** What an auditor opens the file for; read from the request by `visitOf`. */
class WithPurpose {
  @IsOptional()
  @IsString()
  @MaxLength(400)
  purpose?: string;
}

export class DiffDto extends WithPurpose {
  /** Revision to start from; -1 is before the first event. */
  @Type(() => Number)
  @IsInt()
  @Min(-1)
  @Max(MOST)
  from: number;

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(MOST)
  to: number;
}

export class AsKnownDto extends WithPurpose {
  @IsInstant()
  at: string;
}

export class AsTrueDto extends WithPurpose {
  @IsDay()
  on: string;
}

export class CasePathStep {
  @ApiProperty() revision: number;
  @ApiProperty() type: string;
  @ApiProperty() at: string;
  /** Day on which it happened, where that was told. */
  @ApiProperty({ type: String, nullable: true }) occurredOn: string | null;
  /** Names of the procedure's states that the case was in afterwards, the outer before the inner. */
  @ApiProperty({ type: [String] }) states: string[];
}
