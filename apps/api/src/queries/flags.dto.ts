import { ApiProperty } from '@nestjs/swagger';
import { flagCodes } from '@srd/domain/case';
import { roles } from '@srd/domain/account';
import { day, nullable, text } from '../edge/shapes';
import { WindowOfCase } from './case-detail.dto';

/** Something in the case that somebody outside it has to look at; nothing in it is undone by that. */
export class CaseFlagAnswer {
  @ApiProperty({
    enum: flagCodes,
  })
  code: string;
  /** Whose task it is. */
  @ApiProperty({ enum: ['auditor', 'supervision-officer', 'leader'] }) role: string;
  @ApiProperty({ ...text, ...nullable }) subject: string | null;
  @ApiProperty({ ...day, ...nullable }) on: string | null;
  @ApiProperty() label: string;
  @ApiProperty() basis: string;
}

/** A case with what has to be looked at in it. */
export class FlaggedCaseAnswer {
  @ApiProperty() case: string;
  @ApiProperty() organ: string;
  @ApiProperty() section: string;
  @ApiProperty() number: string;
  @ApiProperty() stageLabel: string;
  @ApiProperty({ type: [CaseFlagAnswer] }) flags: readonly CaseFlagAnswer[];
}

/** A drawn case at whose visit a cause may be looked into too. */
export class MergeOfferAnswer {
  @ApiProperty() case: string;
  @ApiProperty() number: string;
  @ApiProperty({ type: WindowOfCase }) window: WindowOfCase;
}

/** Somebody whose role approves a department's result, and what keeps them from this one. */
export class ApproverAnswer {
  @ApiProperty() department: string;
  @ApiProperty() account: string;
  @ApiProperty() person: string;
  @ApiProperty({ enum: roles }) role: string;
  /** Comes in for the head of the section, or for a colleague who may not. */
  @ApiProperty() substitute: boolean;
  /** Wrote a result of the case, or belongs to its team; null: may approve. */
  @ApiProperty({ enum: ['recorder', 'in-team'], ...nullable }) bar: string | null;
}

export class AwaitedReplacement {
  @ApiProperty() inspector: string;
  @ApiProperty({ ...text, ...nullable }) recusal: string | null;
  @ApiProperty({ ...text, ...nullable }) request: string | null;
  @ApiProperty() reason: string;
}
