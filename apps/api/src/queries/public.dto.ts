import { ApiProperty, OmitType } from '@nestjs/swagger';
import { debtKinds } from '@srd/domain/case';
import { inspectionMethods } from '@srd/domain/organ';
import { drawWays, lots, rosterChanges, unproven, voidCodes } from '@srd/domain/selection';
import { instant, nullable, part, text } from '../edge/shapes';
import { PlanTaskCard } from './plans.dto';
import { DrawRecordAnswer, PoolDifferenceAnswer, SealAnswer } from './selections.dto';
import { FurtherAnswer } from './case-desk.dto';
import { ChecklistLineAnswer } from './case-detail.dto';

/** A row of a released plan. */
export class PublicPlanTask extends OmitType(PlanTaskCard, ['openConflicts', 'adjustmentPending']) {}

export class PublicPlanAnswer {
  @ApiProperty() organ: string;
  @ApiProperty() year: number;
  @ApiProperty() title: string;
  @ApiProperty() plan: string;
  @ApiProperty({ ...text, ...nullable }) releasedAt: string | null;
  @ApiProperty({ type: [PublicPlanTask] }) tasks: readonly PublicPlanTask[];
}

/** 随机抽查事项指导清单: what an institution prepares for (A二(五); R29). */
export class GuidanceItemAnswer {
  @ApiProperty() item: string;
  @ApiProperty() version: number;
  @ApiProperty() name: string;
  @ApiProperty({ type: [String] }) basis: readonly string[];
  @ApiProperty({ type: [String] }) content: readonly string[];
  @ApiProperty({ enum: inspectionMethods, isArray: true }) methods: readonly string[];
  @ApiProperty({ type: [ChecklistLineAnswer] }) checklist: readonly ChecklistLineAnswer[];
}

export class UnprovenPoint {
  @ApiProperty({ enum: Object.keys(unproven) }) code: string;
  @ApiProperty() text: string;
}

/** A change shortly before the freeze, and where its object stands in the draw; who made it is internal. */
export class PublicChangeAnswer {
  @ApiProperty() name: string;
  /** The object's id; for a person the id made for this draw, with the label in place of the name. */
  @ApiProperty() id: string;
  @ApiProperty({ enum: rosterChanges })
  change: string;
  @ApiProperty(instant) at: string;
  @ApiProperty({ enum: ['excluded', 'candidate', 'not-in-pool'] }) now: string;
}

export class SkippedReserve {
  @ApiProperty() id: string;
  @ApiProperty() reason: string;
}

/** A reserve that was called, with its coded reason; the free text stays inside. */
export class PublicReserveAnswer {
  @ApiProperty() by: string;
  @ApiProperty() replaced: string;
  @ApiProperty({ type: [SkippedReserve] }) skipped: readonly SkippedReserve[];
  @ApiProperty({ enum: ['ceased-before-draw', 'ceased-after-draw', 'not-inspectable'] }) reason: string;
}

/** This inspector may not take this case; `*` stands for every case. */
export class BarredAnswer {
  @ApiProperty() case: string;
  @ApiProperty() inspector: string;
  @ApiProperty({ enum: ['recusal', 'rotation', 'certificate', 'unavailable'] }) reason: string;
}

export class PublicSeatReplacement {
  @ApiProperty() from: string;
  @ApiProperty() to: string;
  @ApiProperty() case: string;
  @ApiProperty() seat: number;
  @ApiProperty({ type: [BarredAnswer] }) alsoBarred: readonly BarredAnswer[];
}

/** Where a draw's commitment stands in the log, and the published checkpoint that covers it. */
export class CommitmentCoveredAnswer {
  /** Leaf of the freeze. */
  @ApiProperty() leaf: number;
  /** Size of the first checkpoint that covers it. */
  @ApiProperty() size: number;
}

export class PublicDrawAnswer {
  @ApiProperty() attempt: number;
  @ApiProperty() state: string;
  @ApiProperty() overdue: boolean;
  @ApiProperty({ enum: lots }) lot: string;
  @ApiProperty({ ...part, ...nullable }) request: object | null;
  @ApiProperty() requestHash: string;
  /** `null` where the draw was held elsewhere: nothing was committed to beforehand. */
  @ApiProperty({ ...text, ...nullable }) commitment: string | null;
  @ApiProperty(instant) revealBy: string;
  /** Who sealed, in order; public as they come in, for a seal hides its value. */
  @ApiProperty({ type: [SealAnswer] }) seals: readonly SealAnswer[];
  @ApiProperty({ ...instant, ...nullable }) openUntil: string | null;
  @ApiProperty({ type: [String] }) absent: readonly string[];
  /** Coded reason of a voided attempt; the free text and the persons are internal. */
  @ApiProperty({
    enum: Object.keys(voidCodes),
    ...nullable,
  })
  voided: string | null;
  @ApiProperty() lost: boolean;
  @ApiProperty({ type: [PoolDifferenceAnswer], ...nullable }) differences: readonly PoolDifferenceAnswer[] | null;
  @ApiProperty({ ...text, ...nullable }) transcriptHash: string | null;
  @ApiProperty({ ...part, ...nullable }) transcript: object | null;
  /** Own draw, recorded lot or platform's draw (C23). */
  @ApiProperty({ enum: drawWays }) way: string;
  /** In place of a transcript where the draw was held elsewhere; `transcriptHash` is its hash. */
  @ApiProperty({ type: DrawRecordAnswer, ...nullable }) record: DrawRecordAnswer | null;
  /** What such a draw can't prove, in plain words; none for our own, which anybody can repeat. */
  @ApiProperty({ type: [UnprovenPoint] }) unproven: readonly UnprovenPoint[];
  /** The series whose freeze a first attempt's differences are against. */
  @ApiProperty({ ...text, ...nullable }) differsFrom: string | null;
  /** Changes of the rosters in the 24 hours before the freeze (T1); `null` where nobody looked or it isn't public yet. */
  @ApiProperty({ type: [PublicChangeAnswer], ...nullable }) recentChanges: readonly PublicChangeAnswer[] | null;
  /** How the plan says that the draw departs from equal chances (R49, R54, C10). */
  @ApiProperty({ ...part, ...nullable }) modes: object | null;
  @ApiProperty({ type: [PublicReserveAnswer], ...nullable }) reserves: readonly PublicReserveAnswer[] | null;
  /** Under the ids of the draw; why is internal. */
  @ApiProperty({ type: [PublicSeatReplacement], ...nullable }) seatReplacements:
    readonly PublicSeatReplacement[] | null;
  @ApiProperty() draw: string;
  @ApiProperty({ type: CommitmentCoveredAnswer, ...nullable }) checkpoint: CommitmentCoveredAnswer | null;
}

export class EarlierPublication {
  @ApiProperty({ enum: debtKinds }) kind: string;
  /** Its id within the case. */
  @ApiProperty() publication: string;
  @ApiProperty({ ...text, ...nullable }) notice: string | null;
  @ApiProperty() publishedAt: string;
}

export class PublishedResultAnswer {
  /** Its id within the case. */
  @ApiProperty() publication: string;
  @ApiProperty({ enum: debtKinds }) kind: string;
  @ApiProperty({ ...text, ...nullable }) replaces: string | null;
  @ApiProperty({ ...text, ...nullable }) notice: string | null;
  @ApiProperty({ type: FurtherAnswer }) further: FurtherAnswer;
  @ApiProperty() publishedAt: string;
  @ApiProperty() institutionName: string;
  @ApiProperty() registrationNumber: string;
  @ApiProperty() inspectedOn: string;
  @ApiProperty() method: string;
  @ApiProperty() scope: string;
  @ApiProperty() result: string;
  @ApiProperty() breachHandling: string;
  @ApiProperty() organ: string;
  @ApiProperty() plan: string;
  @ApiProperty() task: string;
  @ApiProperty() case: string;
  /** 更正历史: what was published before, when and why it was followed by another; its text is kept for the audit. */
  @ApiProperty({ type: [EarlierPublication] }) earlier: readonly EarlierPublication[];
}
