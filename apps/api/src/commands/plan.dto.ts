import { IsDay, IsId, IsText } from '../edge/fields';
import { IsIds, IsParts, MayLack, OrNull } from './members';
import { IsSource, LONG, type SourceDto } from './shared.dto';

export class PlanDocumentDto {
  @IsText(300)
  name: string;

  @IsText(200)
  number: string;
}

/** Organ and year stand in the plan's id, `<organ>-<year>`. */
export class DraftPlanDto {
  @IsText(200)
  title: string;

  @IsParts(PlanDocumentDto, 50)
  documents: PlanDocumentDto[];

  @IsSource()
  source: SourceDto;
}

export class TaskDto {
  @IsId()
  task: string;
}

export class TaskReasonDto extends TaskDto {
  @IsText(LONG)
  reason: string;
}

export class DecideConflictDto {
  /** `<task>:<code>` */
  @IsId()
  conflict: string;

  /** One of those that the conflict offers. */
  @IsText(50)
  choice: string;

  @IsText(LONG)
  reason: string;
}

export class ReleasePlanDto {
  @MayLack()
  @IsIds(500)
  heldBack?: string[];
}

/** A department consents for itself: which one is the asker's organ. */
export class RecordPartnerConsentDto extends TaskDto {
  @OrNull()
  @IsText(200)
  document: string | null = null;

  @IsDay()
  occurredOn: string;
}

export class CompleteTaskDto extends TaskDto {
  @IsDay()
  occurredOn: string;
}
