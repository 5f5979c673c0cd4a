import { ApiProperty } from '@nestjs/swagger';
import { subjectKinds } from '@srd/domain/access';
import { Type } from 'class-transformer';
import { IsBooleanString, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** Leaves and sizes: whole numbers, and no larger than a log can grow. */
const MOST = 1_000_000_000;

export class CheckpointQueryDto {
  /** The checkpoint of this size; the newest when left out. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST)
  size?: number;

  /** `true`: the newest that a witness has co-signed. */
  @IsOptional()
  @IsBooleanString()
  witnessed?: string;
}

export class ConsistencyDto {
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(MOST)
  from: number;

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(MOST)
  to: number;
}

export class InclusionDto {
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(MOST)
  index: number;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST)
  size: number;
}

export class CosignatureDto {
  /** The published note with the witness's line. */
  @IsString()
  @MaxLength(20_000)
  note: string;
}

export class VerifierKeys {
  /** Verifier keys of this log (C2SP `signed-note`), the present one first. */
  @ApiProperty({ type: [String] }) items: string[];
  /** Verifier keys of the witnesses that this log knows. */
  @ApiProperty({ type: [String] }) witnesses: string[];
}

/** An event with its place in the log and its inclusion path, as in an audit bundle. */
export class ProvenEntry {
  @ApiProperty() index: number;
  @ApiProperty({ type: Object }) event: object;
  @ApiProperty({ type: [String] }) proof: readonly string[];
}

/** A change of the log's key. */
export class KeyRotationRow {
  /** The note under the key before that covers the announcement. */
  @ApiProperty() checkpoint: string;
  @ApiProperty() entry: ProvenEntry;
}

export class KeyRotations {
  /** The oldest first. */
  @ApiProperty({ type: [KeyRotationRow] }) items: readonly KeyRotationRow[];
}

export class Consistency {
  @ApiProperty() from: number;
  @ApiProperty() to: number;
  /** RFC 6962 2.1.2; each hash in padded base64. */
  @ApiProperty({ type: [String] }) proof: string[];
}

export class Inclusion {
  @ApiProperty() index: number;
  @ApiProperty() size: number;
  /** Hash of the leaf, in padded base64. */
  @ApiProperty() leaf: string;
  /** RFC 6962 2.1.1, leaf to root; each hash in padded base64. */
  @ApiProperty({ type: [String] }) proof: string[];
}

export class Cosigned {
  @ApiProperty() size: number;
  /** The note as it is published now. */
  @ApiProperty() note: string;
}

export class SubjectOfAccess {
  @ApiProperty({ enum: subjectKinds }) kind: string;
  @ApiProperty() id: string;
}

/** A case as lists call it. */
export class CaseNameAnswer {
  @ApiProperty() number: string;
  /** Of the institution; null until one is drawn. */
  @ApiProperty({ type: String, nullable: true }) name: string | null;
}

/** One look into a file, or one bundle taken out of the house. */
export class AccessRow {
  @ApiProperty({ enum: ['reading', 'bundle'] }) kind: 'reading' | 'bundle';
  /** Account. */
  @ApiProperty() by: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty() subject: SubjectOfAccess;
  /** Where the subject is one. */
  @ApiProperty({ type: CaseNameAnswer, nullable: true }) case: CaseNameAnswer | null;
  @ApiProperty() organ: string;
  @ApiProperty() purpose: string;
}

/** Long work under way. */
export class WorkUnderWay {
  @ApiProperty({ enum: ['bundle', 'self-check'] }) kind: 'bundle' | 'self-check';
  /** Account that asked for it. */
  @ApiProperty() by: string;
  /** What a bundle is of; null for the whole log. */
  @ApiProperty({ type: SubjectOfAccess, nullable: true }) about: SubjectOfAccess | null;
  @ApiProperty({ enum: ['events', 'proofs', 'attachments'] }) step: 'events' | 'proofs' | 'attachments';
  @ApiProperty() done: number;
  /** Null while it isn't known how much there is. */
  @ApiProperty({ type: Number, nullable: true }) total: number | null;
}

export class SelfCheckFindingRow {
  @ApiProperty({ enum: ['stream', 'view', 'tree', 'attachment'] }) kind: string;
  @ApiProperty() where: string;
  @ApiProperty() what: string;
}

/** What a self-check found. */
export class SelfCheckRow {
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty() events: number;
  @ApiProperty() streams: number;
  @ApiProperty() rows: number;
  @ApiProperty({ required: false }) attachments?: number;
  @ApiProperty() size: number;
  /** In hex. */
  @ApiProperty() root: string;
  @ApiProperty() ok: boolean;
  @ApiProperty({ type: [SelfCheckFindingRow] }) findings: readonly SelfCheckFindingRow[];
  /** Findings beyond those named. */
  @ApiProperty() more: number;
}
