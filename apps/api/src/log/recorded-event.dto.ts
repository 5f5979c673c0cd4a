import { ApiProperty } from '@nestjs/swagger';
import { part } from '../edge/shapes';

/** A recorded event, in the form of the log protocol (srd-log/1, "Event and leaf"), member for member. */
export class RecordedEventAnswer {
  @ApiProperty() id: string;
  @ApiProperty() stream: string;
  /** Counts from 0 in each stream without a gap. */
  @ApiProperty() revision: number;
  @ApiProperty() type: string;
  /** The schema version it was written with. */
  @ApiProperty() version: number;
  /** Time of recording; never decreases. */
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty() actor: string;
  /** Correlation, causation, what the decision rested on, and what else the command brought with it. */
  @ApiProperty(part) meta: object;
  /** 16 random bytes in hex. */
  @ApiProperty() salt: string;
  @ApiProperty(part) data: Readonly<Record<string, unknown>>;
}
