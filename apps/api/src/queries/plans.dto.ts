import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { disclosures, roundings } from '@srd/domain/organ';
import { inspectionModes, taskLabels } from '@srd/domain/plan';
import { nullable, part, text } from '../edge/shapes';

/** A ratio of the plan: 10% is 1000 basis points. */
export class PlannedRatioAnswer {
  @ApiProperty({ enum: ['table', 'text'] }) from: string;
  @ApiProperty() basisPoints: number;
}

export class PlanTaskCard {
  @ApiProperty() task: string;
  @ApiProperty() number: number;
  @ApiProperty() name: string;
  @ApiProperty() inspectingBody: string;
  @ApiProperty() targeting: string;
  @ApiProperty({ type: [String] }) sectors: readonly string[];
  @ApiProperty() practitioners: boolean;
  @ApiProperty({ type: Number, ...nullable }) tableBasisPoints: number | null;
  /** The ratio that holds, and whose it is; null where a minimum alone decides (C1, C2). */
  @ApiProperty({ type: PlannedRatioAnswer, ...nullable }) ratio: PlannedRatioAnswer | null;
  /** The other document's, where it says another: it stays to be seen. */
  @ApiProperty({ type: PlannedRatioAnswer, ...nullable }) superseded: PlannedRatioAnswer | null;
  @ApiProperty({ enum: roundings }) rounding: string;
  @ApiProperty() atLeast: number;
  @ApiProperty({ type: Number, ...nullable }) total: number | null;
  @ApiProperty() window: string;
  @ApiProperty() joint: boolean;
  @ApiProperty() section: string;
  @ApiProperty() method: string;
  @ApiProperty({ enum: inspectionModes }) mode: string;
  /** Departments that inspect jointly, and the higher document on which that rests (R4, R53). */
  @ApiProperty({ type: [String] }) partners: readonly string[];
  @ApiProperty({ ...text, ...nullable }) higherDocument: string | null;
  /** When the drawn names become public, and how the draw departs from equal chances (R49, R54). */
  @ApiProperty({ enum: disclosures }) disclosure: string;
  @ApiPropertyOptional({ ...part, ...nullable }) modes?: object | null;
  @ApiProperty({ type: [String] }) items: readonly string[];
  @ApiProperty({ enum: Object.keys(taskLabels) })
  status: string;
  @ApiProperty({ type: Number, ...nullable }) cases: number | null;
  /** Somebody has asked to change the released row, and nobody has decided it yet. */
  @ApiProperty() adjustmentPending: boolean;
  /** Ids of the conflicts that nobody has decided or mended. */
  @ApiProperty({ type: [String] }) openConflicts: readonly string[];
}

@ApiExtraModels(PlanTaskCard)
export class PlanCard {
  @ApiProperty() id: string;
  @ApiProperty() plan: string;
  @ApiProperty() organ: string;
  @ApiProperty() year: number;
  @ApiProperty() title: string;
  @ApiProperty({ enum: ['drafted', 'submitted', 'returned', 'released'] }) phase: string;
  @ApiProperty({ ...text, ...nullable }) releasedAt: string | null;
  @ApiProperty({ type: 'object', additionalProperties: { $ref: getSchemaPath(PlanTaskCard) } }) tasks: Readonly<
    Record<string, PlanTaskCard>
  >;
  @ApiProperty() revision: number;
}
