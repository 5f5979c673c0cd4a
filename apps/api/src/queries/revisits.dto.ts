import { ApiProperty } from '@nestjs/swagger';
import { revisitParts } from '@srd/domain/case';
import { IsDay } from '../edge/fields';
import { nullable, text } from '../edge/shapes';

const METHODS = ['onSite', 'documentary'];

/** The day for which people are looked for. */
export class RevisitDayDto {
  @IsDay()
  on: string;
}

/** An appointment for a revisit that stands: who goes where on which day. */
export class DatedRevisitDto {
  @ApiProperty() case: string;
  @ApiProperty() number: string;
  @ApiProperty() organ: string;
  @ApiProperty() section: string;
  @ApiProperty({ ...text, ...nullable }) name: string | null;
  @ApiProperty() disposition: string;
  @ApiProperty() round: number;
  @ApiProperty({ format: 'date' }) on: string;
  @ApiProperty({ enum: revisitParts }) part: string;
  @ApiProperty({ enum: METHODS }) method: string;
  @ApiProperty({ type: [String] }) inspectors: readonly string[];
  /** The registered premises, or wherever it is to be; null on paper. */
  @ApiProperty({ ...text, ...nullable }) place: string | null;
  @ApiProperty({ ...text, ...nullable }) note: string | null;
  @ApiProperty() by: string;
}

/** Somebody who may be sent to a revisit on a day, or what keeps them from it. */
export class RevisitCandidateDto {
  @ApiProperty() inspector: string;
  @ApiProperty() organ: string;
  /** Of the team that inspected. */
  @ApiProperty() inspected: boolean;
  @ApiProperty({ format: 'date' }) certificateValidUntil: string;
  @ApiProperty({ enum: ['not-enrolled', 'field', 'certificate', 'absent', 'interest', 'recusal'], ...nullable })
  bar: string | null;
}
