import { ApiProperty } from '@nestjs/swagger';
import { purposes } from '@srd/domain/case';
import { riskIndicators } from '@srd/domain/selection';
import { sectors } from '@srd/domain/organ';
import { day, nullable, part, parts } from '../edge/shapes';
import { WindowOfCase } from './case-detail.dto';
import { AllottedQuotaAnswer } from './plan-detail.dto';

/** What an institution may expect from one stratum of one task. */
export class ChanceAnswer {
  @ApiProperty() weight: number;
  @ApiProperty() count: number;
  /** Drawn the next time. */
  @ApiProperty({ ...part, ...nullable }) next: object | null;
  /** Not inspected once within 1, 2 … years; `null` where it isn't computed exactly. */
  @ApiProperty(parts) neverWithin: readonly object[];
}

export class SupposedStratumAnswer extends AllottedQuotaAnswer {
  @ApiProperty({ type: [ChanceAnswer] }) chances: readonly ChanceAnswer[];
}

export class SupposedTaskAnswer {
  @ApiProperty() task: string;
  @ApiProperty() cases: number;
  @ApiProperty({ type: [SupposedStratumAnswer] }) strata: readonly SupposedStratumAnswer[];
  @ApiProperty(parts) remarks: readonly object[];
}

/** One of a seat's places: the `nth` (from 0) inspector whom the `seat`-th seat of the case asks for. */
export class ShortPlaceAnswer {
  @ApiProperty() case: string;
  @ApiProperty() object: string;
  @ApiProperty() seat: number;
  @ApiProperty() nth: number;
  @ApiProperty({ type: [String] }) organs: readonly string[];
}

export class AvailableInspector {
  @ApiProperty() inspector: string;
  @ApiProperty() turns: number;
  @ApiProperty() capacity: number;
}

/** Why somebody can't take any of the seats, or not all that their organ would fit. */
export class RemovedInspectorAnswer {
  @ApiProperty() inspector: string;
  /** `capacity`: may take no case at all in this draw. `organ`: none of the seats asks for theirs. */
  @ApiProperty({ enum: ['organ', 'capacity', 'recusal', 'rotation', 'certificate', 'unavailable'] }) reason: string;
  /** The cases of the set that this reason keeps them from. */
  @ApiProperty({ type: [String] }) cases: readonly string[];
  /** Whether they can still take another of the seats. */
  @ApiProperty() usable: boolean;
}

/** Why an inspector draw can't be frozen: what can't be filled, what there is, who was ruled out by what, what would help. */
export class ShortageAnswer {
  /** Can't be filled together; without any one of them the others can. One more than `turns`. */
  @ApiProperty({ type: [ShortPlaceAnswer] }) places: readonly ShortPlaceAnswer[];
  @ApiProperty({ type: [String] }) cases: readonly string[];
  /** How many inspectors the seats of these places ask for in all. */
  @ApiProperty() needed: number;
  /** How many of their places can be filled at most: the sum over `available`. */
  @ApiProperty() turns: number;
  /** Who can take some of the seats, and how many of them. `capacity` binds where it is the smaller number. */
  @ApiProperty({ type: [AvailableInspector] }) available: readonly AvailableInspector[];
  @ApiProperty({ type: [RemovedInspectorAnswer] }) removed: readonly RemovedInspectorAnswer[];
  /** Each alone makes everything complete. */
  @ApiProperty({ type: 'array', items: { type: 'array', items: { type: 'object', additionalProperties: true } } })
  remedies: readonly unknown[][];
  /** All of it in a sentence or two, in Chinese. */
  @ApiProperty() sentence: string;
}

export class SupposedObject {
  @ApiProperty() task: string;
  @ApiProperty() object: string;
  @ApiProperty() barred: number;
}

/** Whether the teams could be drawn, and what each inspector would carry (R56, R60, trap 5). */
export class TeamsAnswer {
  @ApiProperty() inspections: number;
  /** Seats to be filled: inspections × inspectors each. */
  @ApiProperty() places: number;
  @ApiProperty() inspectors: number;
  /** Inspections per inspector if spread evenly, in hundredths; 0 where there is nobody. */
  @ApiProperty() meanHundredths: number;
  /** The most that anybody would carry at least; `null` where the teams can't be filled. */
  @ApiProperty({ type: Number, ...nullable }) most: number | null;
  @ApiProperty() feasible: boolean;
  @ApiProperty({ type: ShortageAnswer, ...nullable }) shortage: ShortageAnswer | null;
  /** The objects supposed to be drawn: those that most inspectors are barred from. What is drawn in the end may be easier to staff. */
  @ApiProperty({ type: [SupposedObject] }) supposed: readonly SupposedObject[];
}

/** A fraction as plain data: whole numbers in decimal text, and the nearest basis points beside them. */
export class FractionTextAnswer {
  @ApiProperty() numerator: string;
  @ApiProperty() denominator: string;
  @ApiProperty() basisPoints: number;
}

export class BurdenOfLevel {
  @ApiProperty() organ: string;
  @ApiProperty() organName: string;
  @ApiProperty({ type: FractionTextAnswer }) expected: FractionTextAnswer;
}

/** What one institution has to expect in a year from every level together (R48, C10, C25). */
export class SupposedBurden {
  @ApiProperty() object: string;
  @ApiProperty() name: string;
  /** Inspections to be expected: the sum of the chances; 10000 basis points are one. */
  @ApiProperty({ type: FractionTextAnswer }) expected: FractionTextAnswer;
  /** Whether `expected` is exact: with very many different weights it is the average of the stratum. */
  @ApiProperty() exact: boolean;
  /** The most that can fall on it. */
  @ApiProperty() most: number;
  /** Whether the most lies above the cap (C10). */
  @ApiProperty() overCap: boolean;
  @ApiProperty({ type: [BurdenOfLevel] }) levels: readonly BurdenOfLevel[];
}

export class SupposedCoverage {
  @ApiProperty() pool: number;
  @ApiProperty() cases: number;
  @ApiProperty() basisPoints: number;
}

export class HeaviestBurden {
  @ApiProperty({ type: FractionTextAnswer }) expected: FractionTextAnswer;
  @ApiProperty() most: number;
  @ApiProperty() overCap: number;
}

export class SuppositionAnswer {
  @ApiProperty({ type: [SupposedTaskAnswer] }) tasks: readonly SupposedTaskAnswer[];
  @ApiProperty({ type: TeamsAnswer }) teams: TeamsAnswer;
  @ApiProperty({ type: [SupposedBurden] }) burden: readonly SupposedBurden[];
  /** The two numbers side by side (C25): how much is covered, how much is asked of a body. */
  @ApiProperty({ type: SupposedCoverage }) coverage: SupposedCoverage;
  @ApiProperty({ type: HeaviestBurden }) heaviest: HeaviestBurden;
}

/** What each indicator adds to the one ticket that everybody holds. */
export class RiskPartAnswer {
  @ApiProperty({ enum: riskIndicators }) indicator: string;
  @ApiProperty() count: number;
  @ApiProperty() tickets: number;
}

/** What this system's own record holds against an institution within three years, each with where it is to be read (R97). */
export class RiskRecordAnswer {
  /** Cases opened on a complaint, an appeal or a report. */
  @ApiProperty({ type: [String] }) complaints: readonly string[];
  /** Penalties that stand, by document number. */
  @ApiProperty({ type: [String] }) penalties: readonly string[];
  /** Rectifications that were late or failed their revisit, as `case:measure`. */
  @ApiProperty({ type: [String] }) overdue: readonly string[];
}

/** An institution's indicators, what each adds, and where they are to be read. */
export class InstitutionRiskAnswer {
  @ApiProperty() institution: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: sectors }) sector: string;
  /** Null where the organ has no weights: then only the indicators are told. */
  @ApiProperty({ type: Number, ...nullable }) weight: number | null;
  @ApiProperty() capped: boolean;
  @ApiProperty({ type: [RiskPartAnswer] }) parts: readonly RiskPartAnswer[];
  @ApiProperty({ type: RiskRecordAnswer, ...nullable }) record: RiskRecordAnswer | null;
}

/** The organ's weights with their source, the rows that have taken them up, and every institution, the heaviest first. */
export class RiskProposalAnswer {
  @ApiProperty({ ...part, ...nullable }) weights: object | null;
  @ApiProperty({ type: [String] }) adopted: readonly string[];
  @ApiProperty({ type: [InstitutionRiskAnswer] }) institutions: readonly InstitutionRiskAnswer[];
}

export class ConflictInWords {
  @ApiProperty() text: string;
  @ApiProperty(parts) sources: readonly object[];
  @ApiProperty() mend: string;
  @ApiProperty() conflict: string;
}

/** A task's remarks and open conflicts in words, each with its sources. */
export class TaskRemarksAnswer {
  @ApiProperty() task: string;
  @ApiProperty() number: number;
  @ApiProperty(parts) remarks: readonly object[];
  @ApiProperty({ type: [ConflictInWords] }) conflicts: readonly ConflictInWords[];
}

export class OverlappingInspection {
  @ApiProperty() organ: string;
  @ApiProperty() task: string;
  @ApiProperty(day) from: string;
  @ApiProperty(day) to: string;
  @ApiProperty() organName: string;
  @ApiProperty({ enum: purposes }) purpose: string;
}

/** An object that more than one inspection waits for; `merge` where their days meet: a proposal, for the heads to decide (traps 11 and 13). */
export class OverlapAnswer {
  @ApiProperty() object: string;
  @ApiProperty({ type: [OverlappingInspection] }) inspections: readonly OverlappingInspection[];
  @ApiProperty({ type: WindowOfCase, ...nullable }) merge: WindowOfCase | null;
}
