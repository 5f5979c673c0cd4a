import { ApiProperty, OmitType } from '@nestjs/swagger';
import { CaseAnswer } from '../queries/case-detail.dto';

/** A case as one of its events left it. */
export class CaseThenAnswer extends OmitType(CaseAnswer, ['id', 'allowed']) {}

export class StateThen extends OmitType(CaseThenAnswer, ['case', 'revision']) {}

export class EventLeftOut {
  @ApiProperty() revision: number;
  @ApiProperty() type: string;
}

export class ReconstructedAnswer {
  @ApiProperty() case: string;
  @ApiProperty({ type: StateThen, nullable: true }) state: StateThen | null;
  /** Revision of the last event that counts; -1 before the first. */
  @ApiProperty() revision: number;
  /** Events that were recorded by then or told of then, and don't fit without those that weren't. */
  @ApiProperty({ type: [EventLeftOut] }) leftOut: readonly EventLeftOut[];
}
