import { sectors } from '@srd/domain/organ';
import { itemKinds } from '@srd/domain/catalogue';
import { IsDay, IsId, IsText } from '../edge/fields';
import {
  IsFlag,
  IsIds,
  IsOneOf,
  IsPart,
  IsParts,
  IsSomeOf,
  IsTexts,
  IsWhole,
  MayLack,
  MayLackOrBeNull,
  OrNull,
} from './members';
import { LegalBasisDto, LONG } from './shared.dto';

const methods = ['onSite', 'documentary'];

/** 检查表: one line that the inspector answers at the visit (R23, R70). */
export class ChecklistLineDto {
  @IsId()
  id: string;

  @IsText(500)
  text: string;
}

/** An item with the number under which it goes; without one it goes by its id. */
export class EnterItemDto {
  @IsId()
  item: string;

  @MayLack()
  @IsText(50)
  number?: string;

  @IsText(300)
  name: string;

  /** The rules refuse an item without any (R23, R25). */
  @IsParts(LegalBasisDto, 50)
  basis: LegalBasisDto[];

  @IsText(300)
  subject: string;

  @IsOneOf(sectors)
  sector: string;

  @IsTexts(200, 2_000)
  content: string[];

  @IsSomeOf(methods, 0)
  methods: string[];

  @IsFlag()
  joint: boolean;

  @IsOneOf(itemKinds)
  kind: 'general' | 'key';

  /** Null: no cap. */
  @OrNull()
  @IsWhole(0, 1_000)
  perYearAtMost: number | null = null;

  @MayLack()
  @IsParts(ChecklistLineDto, 200)
  checklist?: ChecklistLineDto[];
}

/** What changes of an item; the rest stays. */
export class ItemChangesDto {
  @MayLack()
  @IsText(50)
  number?: string;

  @MayLack()
  @IsText(300)
  name?: string;

  @MayLack()
  @IsParts(LegalBasisDto, 50)
  basis?: LegalBasisDto[];

  @MayLack()
  @IsText(300)
  subject?: string;

  @MayLack()
  @IsOneOf(sectors)
  sector?: string;

  @MayLack()
  @IsTexts(200, 2_000)
  content?: string[];

  @MayLack()
  @IsSomeOf(methods, 0)
  methods?: string[];

  @MayLack()
  @IsFlag()
  joint?: boolean;

  @MayLack()
  @IsOneOf(itemKinds)
  kind?: 'general' | 'key';

  @MayLackOrBeNull()
  @IsWhole(0, 1_000)
  perYearAtMost?: number | null;

  /** The whole list; an empty one takes it away. */
  @MayLack()
  @IsParts(ChecklistLineDto, 200)
  checklist?: ChecklistLineDto[];
}

export class ReviseItemDto {
  @IsId()
  item: string;

  @IsPart(ItemChangesDto)
  changes: ItemChangesDto;

  @IsText(LONG)
  reason: string;
}

export class PublishItemsDto {
  @IsIds(500)
  items: string[];

  @IsDay()
  occurredOn: string;
}

export class WithdrawItemDto {
  @IsId()
  item: string;

  @IsText(LONG)
  reason: string;

  @IsDay()
  occurredOn: string;
}
