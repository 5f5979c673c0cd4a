import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { IsDay, IsInstant } from '../edge/fields';
import { anything } from '../edge/shapes';

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
  @ApiProperty() actor: string;
  /** Day on which it happened, where that was told. */
  @ApiProperty({ type: String, nullable: true }) occurredOn: string | null;
  /** Names of the procedure's states that the case was in afterwards, the outer before the inner. */
  @ApiProperty({ type: [String] }) states: string[];
}

export class FieldSetter {
  @ApiProperty() revision: number;
  @ApiProperty() type: string;
  @ApiProperty() actor: string;
  @ApiProperty({ type: String, nullable: true }) role: string | null;
  @ApiProperty() at: string;
  @ApiProperty({ type: String, nullable: true }) occurredOn: string | null;
  /** The reason that was given with the command. */
  @ApiProperty({ type: String, nullable: true }) why: string | null;
}

export class FieldChangeRow {
  /** JSON pointer. */
  @ApiProperty() path: string;
  @ApiProperty({ enum: ['+', '-', '~'] }) change: '+' | '-' | '~';
  @ApiProperty(anything) before: unknown;
  @ApiProperty(anything) after: unknown;
  @ApiProperty() by: FieldSetter;
}

export class CaseChanges {
  @ApiProperty() case: string;
  @ApiProperty() from: number;
  @ApiProperty() to: number;
  @ApiProperty({ type: [FieldChangeRow] }) items: readonly FieldChangeRow[];
}

export class FieldHistory {
  @ApiProperty() case: string;
  @ApiProperty() path: string;
  @ApiProperty({ type: [FieldChangeRow] }) items: readonly FieldChangeRow[];
}
