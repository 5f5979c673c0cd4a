import { ApiProperty } from '@nestjs/swagger';
import { nullable, text } from '../edge/shapes';
import { PoolDifferenceAnswer } from '../queries/selections.dto';
import { CommitmentCoveredAnswer, PublicChangeAnswer } from '../queries/public.dto';
import { FractionTextAnswer } from '../queries/outlook.dto';

export class AttemptInShort {
  @ApiProperty() draw: string;
  @ApiProperty() attempt: number;
  @ApiProperty() state: string;
  @ApiProperty({ ...text, ...nullable }) voided: string | null;
  @ApiProperty() lost: boolean;
  @ApiProperty({ type: [PoolDifferenceAnswer], ...nullable }) differences: readonly PoolDifferenceAnswer[] | null;
}

/** In the library but not in the pool, and why. */
export class ExcludedAnswer {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty() reason: string;
}

/** What chance a candidate had of being drawn, before anything was random. */
export class CandidateChanceAnswer {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty() stratum: string;
  /** Tickets it held (R49). */
  @ApiProperty() weight: number;
  /** Exact where it can be computed; null where weights differ too much to walk every way. */
  @ApiProperty({ type: FractionTextAnswer, ...nullable }) chance: FractionTextAnswer | null;
}

/** One attempt of a draw explained to anybody. */
export class ExplanationAnswer {
  @ApiProperty() draw: string;
  @ApiProperty() series: string;
  @ApiProperty() attempt: number;
  @ApiProperty() state: string;
  /** Sentences, in order. */
  @ApiProperty({ type: [String] }) words: readonly string[];
  /** Every attempt of the series, the voided ones too. */
  @ApiProperty({ type: [AttemptInShort] }) attempts: readonly AttemptInShort[];
  /** Who didn't take part, and why; null while the request isn't public, or for inspectors. */
  @ApiProperty({ type: [ExcludedAnswer], ...nullable }) excluded: readonly ExcludedAnswer[] | null;
  /** What chance each candidate had; null while the request isn't public, or for inspectors. */
  @ApiProperty({ type: [CandidateChanceAnswer], ...nullable }) chances: readonly CandidateChanceAnswer[] | null;
  @ApiProperty({ type: [PublicChangeAnswer], ...nullable }) recentChanges: readonly PublicChangeAnswer[] | null;
  @ApiProperty({ type: CommitmentCoveredAnswer, ...nullable }) checkpoint: CommitmentCoveredAnswer | null;
  /** What all this can't prove. */
  @ApiProperty({ type: [String] }) cannotShow: readonly string[];
  /** How to check it on one's own device. */
  @ApiProperty({ type: [String] }) check: readonly string[];
}

export class StratumFairnessAnswer {
  @ApiProperty() stratum: string;
  @ApiProperty() label: string;
  @ApiProperty() draws: number;
  @ApiProperty() candidates: number;
  /** How many were drawn, and how many should have been by the rule. */
  @ApiProperty() observed: number;
  @ApiProperty() expected: number;
}

/** How often somebody was drawn in a year, against how often that was to be expected. Expectations in basis points: 10000 is once. */
export class ObjectFairnessAnswer {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  /** In how many draws it stood. */
  @ApiProperty() draws: number;
  @ApiProperty() observed: number;
  /** Null where the weights of a draw differ too much to compute it exactly. */
  @ApiProperty({ type: Number, ...nullable }) expectedBasisPoints: number | null;
}

export class StatisticOfFairness {
  @ApiProperty() thousandths: number;
  @ApiProperty() objects: number;
}

/** Yearly fairness statistics of an organ's object draws. */
export class FairnessAnswer {
  @ApiProperty() organ: string;
  @ApiProperty() year: number;
  /** Draws that count, and revealed ones whose names aren't public yet. */
  @ApiProperty() draws: number;
  @ApiProperty() undisclosed: number;
  /** Held by lot or on a platform: nobody can say what chances there were. */
  @ApiProperty() elsewhere: number;
  @ApiProperty({ type: [StratumFairnessAnswer] }) strata: readonly StratumFairnessAnswer[];
  @ApiProperty({ type: [ObjectFairnessAnswer] }) objects: readonly ObjectFairnessAnswer[];
  /** Sum over objects of (observed − expected)² / variance, in thousandths, and how many objects it sums over: near their number where chance alone decided. Null while too little was drawn to say anything. */
  @ApiProperty({ type: StatisticOfFairness, ...nullable }) statistic: StatisticOfFairness | null;
  @ApiProperty({ type: [String] }) words: readonly string[];
}
