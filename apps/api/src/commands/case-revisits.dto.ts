import { revisitParts, type RevisitPart } from '@srd/domain/case';
import { inspectionMethods } from '@srd/domain/organ';
import { IsDay, IsText } from '../edge/fields';
import { MeasureForReasonDto, OfMeasure } from './case-measures.dto';
import { HasDefault, IsIds, IsOneOf, OrNull } from './members';
import { LONG } from './shared.dto';

/** 安排回访 (R60, R84): on a working day, two inspectors at least. */
export class ArrangeRevisitDto extends OfMeasure {
  @IsDay()
  on: string;

  @HasDefault()
  @IsOneOf(revisitParts)
  part: RevisitPart = 'whole-day';

  @IsIds(20)
  inspectors: string[];

  @HasDefault()
  @IsOneOf(inspectionMethods)
  method: 'onSite' | 'documentary' = 'onSite';

  /** Where it is to be, where that isn't the registered premises. */
  @OrNull()
  @IsText(200)
  elsewhere: string | null = null;

  /** Demanded for another place, and for a day after the last one. */
  @OrNull()
  @IsText(LONG)
  note: string | null = null;
}

/** 变更回访安排: as it is to stand, with the reason. */
export class ChangeRevisitDto extends ArrangeRevisitDto {
  @IsText(LONG)
  reason: string;
}

/** 取消回访安排. */
export class CancelRevisitDto extends MeasureForReasonDto {}
