import { cessations, disclosures, inspectionMethods, roundings, sectors } from '@srd/domain/organ';
import { inspectionModes, targetings } from '@srd/domain/plan';
import { IsDay, IsId, IsText } from '../edge/fields';
import { DrawModesDto, PractitionerSampleDto } from './draw-modes.dto';
import { IsFlag, IsOneOf, IsPart, IsParts, IsSomeOf, IsWhole, MayLack, OrNull } from './members';
import { RatioDto, SourcedMinimum } from './ratio.dto';
import { sourced } from './sourced';
import { TaskDto } from './plan.dto';

export class TaskObjectsDto {
  @IsSomeOf(sectors)
  sectors: string[];

  @IsFlag()
  practitioners: boolean;
}

/** What the table says and what the text says; null where a document is silent. */
export class RatiosDto {
  @OrNull()
  @IsPart(RatioDto)
  table: RatioDto | null = null;

  @OrNull()
  @IsPart(RatioDto)
  text: RatioDto | null = null;
}

export class TotalsDto {
  @OrNull()
  @IsWhole(0, 1_000_000)
  institutions: number | null = null;

  @OrNull()
  @IsWhole(0, 1_000_000)
  practitioners: number | null = null;
}

export class WindowDto {
  @IsDay()
  from: string;

  @IsDay()
  to: string;

  /** The words of the table. */
  @IsText(200)
  text: string;
}

export class PartnerDto {
  @IsId()
  organ: string;

  @IsText(200)
  name: string;
}

export class HigherDocumentDto {
  @IsText(200)
  number: string;

  @OrNull()
  @IsText(500)
  link: string | null = null;
}

export class ItemReferenceDto {
  @IsId()
  id: string;

  @IsWhole(1, 1_000_000)
  revision: number;
}

const SourcedRounding = sourced<string>('SourcedRoundingDto', IsOneOf(roundings));

/** A row of the plan table with what the text and the organ's rules add to it (R33, R34). */
export class TaskContentDto {
  @IsWhole(1, 10_000)
  number: number;

  @IsText(300)
  name: string;

  @IsText(300)
  inspectingBody: string;

  @IsOneOf(targetings)
  targeting: 'open' | 'directed';

  @IsPart(TaskObjectsDto)
  objects: TaskObjectsDto;

  @IsPart(RatiosDto)
  ratios: RatiosDto;

  @IsPart(SourcedRounding)
  rounding: object;

  @IsPart(SourcedMinimum)
  atLeast: object;

  @OrNull()
  @IsPart(RatioDto)
  listedRatio: RatioDto | null = null;

  @IsPart(TotalsDto)
  totals: TotalsDto;

  @IsPart(WindowDto)
  window: WindowDto;

  @IsFlag()
  joint: boolean;

  @IsParts(PartnerDto, 20)
  partners: PartnerDto[];

  @OrNull()
  @IsPart(HigherDocumentDto)
  higherDocument: HigherDocumentDto | null = null;

  @IsId()
  section: string;

  @IsParts(ItemReferenceDto, 200)
  items: ItemReferenceDto[];

  @IsOneOf(inspectionMethods)
  method: 'onSite' | 'documentary';

  @IsOneOf(inspectionModes)
  mode: 'direct' | 'self-inspection-first' | 'alongside';

  @IsOneOf(disclosures)
  disclosure: 'at-reveal' | 'after-visits';

  @IsOneOf(cessations)
  afterCessation: 'reserve' | 'counted';

  /** Version of the organ's rules that the values were taken from. */
  @IsWhole(1, 1_000_000)
  ruleVersion: number;

  /** How the draw departs from equal chances; public with the plan (R49, R54, C10). */
  @MayLack()
  @IsPart(DrawModesDto)
  modes?: DrawModesDto;

  /** How many of the legal-service personnel are drawn beside the institutions (R19, C5). */
  @MayLack()
  @IsPart(PractitionerSampleDto)
  practitionerSample?: PractitionerSampleDto;
}

export class WriteTaskDto extends TaskDto {
  @IsPart(TaskContentDto)
  content: TaskContentDto;
}
