import { ApiProperty } from '@nestjs/swagger';
import { inspectionMethods, termUnits } from '@srd/domain/organ';
import { resultClasses, revisitParts } from '@srd/domain/case';
import { IsOptional } from 'class-validator';
import { IsId } from '../edge/fields';
import { OrganFilterDto } from './query.dto';

export class FollowUpFilterDto extends OrganFilterDto {
  @IsOptional()
  @IsId()
  section?: string;
}

export class FollowUpDueDto {
  @ApiProperty({ enum: ['correction', 'revisit', 'service'] }) kind: string;
  @ApiProperty({ format: 'date' }) on: string;
  /** In what its distance is told. */
  @ApiProperty({ enum: termUnits }) unit: (typeof termUnits)[number];
  @ApiProperty() rule: string;
  @ApiProperty() basis: string;
}

export class ArrangedLineDto {
  @ApiProperty({ format: 'date' }) on: string;
  @ApiProperty({ enum: revisitParts }) part: string;
  @ApiProperty({ enum: inspectionMethods }) method: string;
  @ApiProperty({ type: [String] }) inspectors: readonly string[];
}

/** A line of the 整改台账: one open measure, with its case, the days left and what may be done next. */
export class LedgerLineDto {
  @ApiProperty() disposition: string;
  @ApiProperty() finding: string;
  @ApiProperty() item: string;
  @ApiProperty() text: string;
  @ApiProperty({ enum: resultClasses }) resultClass: string;
  @ApiProperty() resultClassLabel: string;
  @ApiProperty({ enum: ['breach', 'risk', 'other'] }) ladder: string;
  @ApiProperty() state: string;
  @ApiProperty() stateLabel: string;
  @ApiProperty() basis: string;
  @ApiProperty() round: number;
  @ApiProperty({ type: FollowUpDueDto, nullable: true }) due: FollowUpDueDto | null;
  /** Reported in this round; false when its day passed without, null before. */
  @ApiProperty({ type: Boolean, nullable: true }) reported: boolean | null;
  /** Who goes when, where a revisit is arranged. */
  @ApiProperty({ type: ArrangedLineDto, nullable: true }) arranged: ArrangedLineDto | null;
  /** The case's own version of the procedure has the appointment on the record. */
  @ApiProperty() arrangeable: boolean;
  /** Times that it was urged so far. */
  @ApiProperty() urged: number;
  /** The day of the latest one. */
  @ApiProperty({ type: String, format: 'date', nullable: true }) urgedOn: string | null;
  @ApiProperty() case: string;
  @ApiProperty() number: string;
  @ApiProperty() organ: string;
  @ApiProperty() section: string;
  @ApiProperty({ type: String, nullable: true }) object: string | null;
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  @ApiProperty({ type: [String] }) team: readonly string[];
  @ApiProperty() overdue: boolean;
  /** Working days until the due day, negative when it has passed. */
  @ApiProperty({ type: Number, nullable: true }) workingDaysLeft: number | null;
  /** The calendar lacks a year that counting needs. */
  @ApiProperty({ type: String, nullable: true }) calendarMissing: string | null;
  /** Urging has its place in the case's own version of the procedure. */
  @ApiProperty() urgeable: boolean;
  /** Commands that the procedure accepts for this measure now. */
  @ApiProperty({ type: [String] }) next: readonly string[];
}
