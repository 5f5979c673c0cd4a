import { ApiProperty } from '@nestjs/swagger';
import { termUnits } from '@srd/domain/organ';
import { deadlineKinds } from '@srd/domain/case';
import { IsOptional } from 'class-validator';
import { IsDay, IsId } from '../edge/fields';

/** A stretch of the calendar. */
export class DueDaysDto {
  @IsDay()
  from: string;

  @IsDay()
  to: string;

  @IsOptional()
  @IsId()
  organ?: string;
}

/** A day on which something of a case falls due. */
export class DueDayDto {
  @ApiProperty() case: string;
  @ApiProperty() number: string;
  @ApiProperty() organ: string;
  @ApiProperty() section: string;
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  @ApiProperty({ enum: deadlineKinds }) kind: string;
  @ApiProperty() kindLabel: string;
  /** The debt or disposition that it is about. */
  @ApiProperty({ type: String, nullable: true }) subject: string | null;
  @ApiProperty({ format: 'date' }) on: string;
  /** In what its distance is told. */
  @ApiProperty({ enum: termUnits }) unit: (typeof termUnits)[number];
  @ApiProperty() rule: string;
  @ApiProperty() basis: string;
  /** Its passing stands in the record already. */
  @ApiProperty() passed: boolean;
}

/** A year of the state calendar as it was entered. */
export class CalendarYearDto {
  @ApiProperty() year: string;
  @ApiProperty() notice: string;
  @ApiProperty({ type: [String], format: 'date' }) holidays: readonly string[];
  /** Weekend days on which people work. */
  @ApiProperty({ type: [String], format: 'date' }) workdays: readonly string[];
}
