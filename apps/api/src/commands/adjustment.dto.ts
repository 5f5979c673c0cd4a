import { IsText } from '../edge/fields';
import { cessations, disclosures, inspectionMethods } from '@srd/domain/organ';
import { inspectionModes } from '@srd/domain/plan';
import { DrawModesDto, PractitionerSampleDto } from './draw-modes.dto';
import { IsOneOf, IsPart, IsParts, MayLack, MayLackOrBeNull } from './members';
import { TaskDto } from './plan.dto';
import { RatioDto, SourcedMinimum } from './ratio.dto';
import { LONG } from './shared.dto';
import { ItemReferenceDto, RatiosDto, TotalsDto, WindowDto } from './task.dto';

/** The members of a released row that are to change, with their new values. */
export class TaskChangeDto {
  @MayLack()
  @IsPart(WindowDto)
  window?: WindowDto;

  @MayLack()
  @IsOneOf(inspectionMethods)
  method?: string;

  @MayLack()
  @IsOneOf(inspectionModes)
  mode?: string;

  @MayLack()
  @IsParts(ItemReferenceDto, 200)
  items?: ItemReferenceDto[];

  @MayLack()
  @IsPart(TotalsDto)
  totals?: TotalsDto;

  @MayLack()
  @IsPart(RatiosDto)
  ratios?: RatiosDto;

  @MayLack()
  @IsPart(SourcedMinimum)
  atLeast?: object;

  /** Null: the listed ones are drawn together with the others. */
  @MayLackOrBeNull()
  @IsPart(RatioDto)
  listedRatio?: RatioDto | null;

  @MayLack()
  @IsPart(PractitionerSampleDto)
  practitionerSample?: PractitionerSampleDto;

  @MayLack()
  @IsPart(DrawModesDto)
  modes?: DrawModesDto;

  @MayLack()
  @IsOneOf(disclosures)
  disclosure?: string;

  @MayLack()
  @IsOneOf(cessations)
  afterCessation?: string;
}

export class RequestAdjustmentDto extends TaskDto {
  @IsPart(TaskChangeDto)
  change: TaskChangeDto;

  @IsText(LONG)
  reason: string;
}
