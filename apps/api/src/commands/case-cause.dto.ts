import { causeGrounds } from '@srd/domain/case';
import { inspectionMethods, sectors } from '@srd/domain/organ';
import { IsDay, IsId, IsText } from '../edge/fields';
import { IsIds, IsOneOf, IsPart, MayLack, OrNull } from './members';
import { LONG } from './shared.dto';

/** 线索来源 with its number. */
export class CauseSourceDto {
  @IsText(300)
  reference: string;

  @IsDay()
  receivedOn: string;
}

export class UrgencyDto {
  @IsText(LONG)
  reason: string;

  @IsDay()
  approvalDueOn: string;
}

/** First and last day, both with it. */
export class VisitWindowDto {
  @IsDay()
  from: string;

  @IsDay()
  to: string;
}

/** For cause, outside the draw (B二(九)1–4). Institution, rules, items and load are read from the records. */
export class OpenForCauseDto {
  @IsId()
  section: string;

  @IsOneOf(sectors)
  sector: string;

  /** Id in the organ's roster of the sector. */
  @IsId()
  institution: string;

  @IsOneOf(causeGrounds)
  ground: string;

  @IsPart(CauseSourceDto)
  source: CauseSourceDto;

  @IsOneOf(inspectionMethods)
  method: 'onSite' | 'documentary';

  @IsPart(VisitWindowDto)
  window: VisitWindowDto;

  /** Of the published ones of the sector; all of them when left out. */
  @MayLack()
  @IsIds(200, 1)
  items?: string[];

  /** Account of the officer or head who brought it forward, another than the asker. */
  @OrNull()
  @IsId()
  proposedBy: string | null = null;

  @OrNull()
  @IsPart(UrgencyDto)
  urgent: UrgencyDto | null = null;

  @IsDay()
  occurredOn: string;
}

/** The for-cause case whose matter is looked into at this drawn visit; its ground and source are its own. */
export class MergeCauseDto {
  @IsId()
  case: string;

  @IsDay()
  occurredOn: string;
}

export class MoveVisitDto {
  @IsPart(VisitWindowDto)
  window: VisitWindowDto;

  @IsText(LONG)
  reason: string;

  /** Number of the new notice, where one was served before. */
  @OrNull()
  @IsText(200)
  document: string | null = null;

  @IsDay()
  occurredOn: string;
}

/** 委托检查: to an organ directly below, or back to the case's own. */
export class DelegateInspectionDto {
  @IsId()
  to: string;

  @IsText(200)
  document: string;

  @IsText(LONG)
  reason: string;

  @IsDay()
  occurredOn: string;
}
