import { replacementGrounds } from '@srd/domain/case';
import { IsDay, IsId, IsText } from '../edge/fields';
import { IsFlag, IsOneOf, OrNull } from './members';
import { LONG } from './shared.dto';

/** 责令回避, without being asked (R61). */
export class OrderRecusalDto {
  /** An id of the sender's making. */
  @IsId()
  recusal: string;

  @IsId()
  inspector: string;

  @IsText(LONG)
  reason: string;

  @IsDay()
  occurredOn: string;
}

/** 回避声明 of one's own; with a conflict it asks for the recusal under the id given. */
export class StateConflictDto {
  @IsId()
  inspector: string;

  @IsFlag()
  conflict: boolean;

  @OrNull()
  @IsText(300)
  relation: string | null = null;

  @OrNull()
  @IsId()
  recusal: string | null = null;

  @IsDay()
  occurredOn: string;
}

export class RequestReplacementDto {
  /** An id of the sender's making. */
  @IsId()
  request: string;

  @IsId()
  outgoing: string;

  @IsOneOf(replacementGrounds)
  ground: string;

  /** The decision, where the ground is a recusal. */
  @OrNull()
  @IsId()
  recusal: string | null = null;

  @IsText(LONG)
  reason: string;
}
