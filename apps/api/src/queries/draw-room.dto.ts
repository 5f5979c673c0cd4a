import { ApiProperty } from '@nestjs/swagger';
import { drawWays, lots } from '@srd/domain/selection';
import { roundings, sectors } from '@srd/domain/organ';
import { IsId } from '../edge/fields';

export class PreviewDto {
  /** The plan's id, `<organ>-<year>`. */
  @IsId()
  plan: string;
}

const nullable = { type: String, nullable: true } as const;

/** Where one series of a task stands: its last attempt, or none yet. */
export class SeriesStandingDto {
  @ApiProperty() series: string;
  @ApiProperty(nullable) draw: string | null;
  @ApiProperty() attempt: number;
  @ApiProperty({ enum: ['unfrozen', 'sealing', 'opening', 'revealed', 'voided', 'lost'] }) phase: string;
  @ApiProperty({ type: String, enum: drawWays, nullable: true }) way: string | null;
  @ApiProperty() overdue: boolean;
  @ApiProperty(nullable) revealBy: string | null;
}

/** What a task draws, and the teams that inspect it. */
export class LineToDrawDto {
  @ApiProperty({ enum: ['institutions', 'practitioners'] }) kind: string;
  @ApiProperty({ type: SeriesStandingDto }) objects: SeriesStandingDto;
  @ApiProperty({ type: SeriesStandingDto }) team: SeriesStandingDto;
  /** Cases whose object is drawn and that have no team. */
  @ApiProperty() waiting: number;
}

/** An allotted task, and how far its draws have come. */
export class TaskToDrawDto {
  @ApiProperty() plan: string;
  @ApiProperty() planTitle: string;
  @ApiProperty() task: string;
  @ApiProperty() number: number;
  @ApiProperty() name: string;
  @ApiProperty() organ: string;
  @ApiProperty() section: string;
  @ApiProperty({ type: [String], enum: sectors }) sectors: readonly string[];
  @ApiProperty() joint: boolean;
  @ApiProperty() window: string;
  @ApiProperty({ type: [LineToDrawDto] }) lines: readonly LineToDrawDto[];
}

/** Why a freeze would be refused now. */
export class HindranceDto {
  @ApiProperty() code: string;
  @ApiProperty() title: string;
  @ApiProperty() detail: string;
  @ApiProperty() basis: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) data: object;
}

export class CandidateDto {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty() stratum: string;
  @ApiProperty() weight: number;
}

export class ExcludedDto {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty() reason: string;
}

export class QuotaDto {
  @ApiProperty() stratum: string;
  @ApiProperty() basisPoints: number;
  @ApiProperty({ enum: roundings }) rounding: string;
  @ApiProperty() atLeast: number;
  @ApiProperty() of: number;
  @ApiProperty() size: number;
}

/** What freezing an object draw would fix now. */
export class ObjectPreviewDto {
  @ApiProperty({ type: [CandidateDto] }) candidates: readonly CandidateDto[];
  @ApiProperty({ type: [ExcludedDto] }) excluded: readonly ExcludedDto[];
  @ApiProperty({ type: [QuotaDto] }) quotas: readonly QuotaDto[];
  /** Whether anything is left to chance; null where the freeze would be refused. */
  @ApiProperty({ type: String, enum: lots, nullable: true }) lot: string | null;
  @ApiProperty() contributorsPerDraw: number;
  @ApiProperty() disclosure: string;
  @ApiProperty({ type: HindranceDto, nullable: true }) hindrance: HindranceDto | null;
}

export class CandidateInspectorDto {
  @ApiProperty() id: string;
  @ApiProperty() person: string;
  @ApiProperty(nullable) name: string | null;
  @ApiProperty() organ: string;
  @ApiProperty({ type: [String] }) fields: readonly string[];
  @ApiProperty({ format: 'date' }) certificateUntil: string;
}

export class CaseToStaffDto {
  @ApiProperty() id: string;
  @ApiProperty() object: string;
  @ApiProperty() name: string;
  @ApiProperty() seats: number;
}

export class BarDto {
  /** `*`: barred from all. */
  @ApiProperty() case: string;
  @ApiProperty() inspector: string;
  @ApiProperty({ enum: ['certificate', 'recusal', 'rotation', 'unavailable'] }) reason: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) until: string | null;
}

/** What freezing an inspector draw would fix now, each bar with its reason and its end. */
export class TeamPreviewDto {
  @ApiProperty({ type: [CandidateInspectorDto] }) inspectors: readonly CandidateInspectorDto[];
  @ApiProperty({ type: [CaseToStaffDto] }) cases: readonly CaseToStaffDto[];
  @ApiProperty({ type: [BarDto] }) bars: readonly BarDto[];
  @ApiProperty({ type: Number, nullable: true }) cap: number | null;
  @ApiProperty() contributorsPerDraw: number;
  @ApiProperty({ type: HindranceDto, nullable: true }) hindrance: HindranceDto | null;
}
