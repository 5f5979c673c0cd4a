import { inspectionMethods } from '@srd/domain/organ';
import { listingClasses } from '@srd/domain/standing';
import { IsDay, IsId, IsText } from '../edge/fields';
import { HasDefault, IsFlag, IsHashes, IsIds, IsOneOf, IsTexts, MayLack, OrNull } from './members';
import { LONG } from './shared.dto';

/** A measure on a finding that begins with this command: its id may be left out, the next free one is taken. */
class Beginning {
  @MayLack()
  @IsId()
  disposition?: string;

  @IsId()
  finding: string;

  @IsDay()
  occurredOn: string;
}

/** A measure of a finding. */
export class OfMeasure {
  @IsId()
  disposition: string;

  @IsId()
  finding: string;
}

/** A step about a measure for which nothing but its reason is asked. */
export class MeasureForReasonDto extends OfMeasure {
  @IsText(LONG)
  reason: string;
}

/** A measure that goes on. */
class GoingOn extends OfMeasure {
  @IsDay()
  occurredOn: string;
}

/** On-spot correction, reminder, interview. */
export class MeasureTextDto extends Beginning {
  @IsText(LONG)
  text: string;
}

export class OrderCorrectionDto extends MeasureTextDto {
  @IsDay()
  dueOn: string;

  /** 救济途径, demanded since `case/4`. */
  @MayLack()
  @IsText(LONG)
  remedies?: string;
}

export class ReportRectificationDto extends GoingOn {
  @IsText(LONG)
  text: string;

  @HasDefault()
  @IsHashes()
  evidence: string[] = [];
}

export class RecordFollowUpDto extends ReportRectificationDto {
  @IsFlag()
  passed: boolean;

  @IsOneOf(inspectionMethods)
  method: 'onSite' | 'documentary';

  /** Who was there; demanded of a visit on the spot since `case/5`. */
  @HasDefault()
  @IsIds(20)
  present: string[] = [];

  /** Why day, people or manner aren't as arranged. */
  @OrNull()
  @IsText(LONG)
  deviation: string | null = null;
}

export class MeasureReasonDto extends GoingOn {
  @IsText(LONG)
  reason: string;
}

export class OrderFurtherCorrectionDto extends MeasureReasonDto {
  @IsDay()
  dueOn: string;
}

export class OpenInvestigationDto extends Beginning {
  @IsText(200)
  documentNumber: string;
}

export class DecidePenaltyDto extends GoingOn {
  @IsText(200)
  documentNumber: string;

  @IsTexts(20, 200)
  penalties: string[];

  @IsOneOf(listingClasses)
  penaltyClass: 'minor' | 'ordinary' | 'serious';

  /** A reason to publish a minor penalty all the same. */
  @OrNull()
  @IsText(LONG)
  publishMinor: string | null = null;

  /** 救济途径, demanded since `case/4`. */
  @MayLack()
  @IsText(LONG)
  remedies?: string;
}

export class AnnulPenaltyDto extends MeasureReasonDto {
  @IsText(200)
  documentNumber: string;
}

export class ForgoListingDto extends MeasureForReasonDto {}

export class RecordGuidanceDto extends MeasureTextDto {
  @IsOneOf(['advice', 'reminder', 'persuasion', 'demonstration'])
  kind: 'advice' | 'reminder' | 'persuasion' | 'demonstration';
}

/** To the licensing section or to the judiciary. */
export class HandOverDto extends OpenInvestigationDto {
  @IsText(200)
  recipient: string;
}

export class FileReceiptDto extends GoingOn {
  @IsText(300)
  receipt: string;
}
