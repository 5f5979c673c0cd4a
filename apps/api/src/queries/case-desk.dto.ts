import { ApiProperty } from '@nestjs/swagger';
import { inspectionMethods, termUnits } from '@srd/domain/organ';
import { debtKinds, debtStatuses, revisitParts, servedPapers, serviceMethods } from '@srd/domain/case';
import { day, nullable, part, text } from '../edge/shapes';

export class WordingOfFinding {
  @ApiProperty() text: string;
  @ApiProperty() resultClass: string;
  @ApiProperty() label: string;
}

/** An earlier wording, kept when an amendment replaced it. */
export class FindingVersionAnswer {
  @ApiProperty() text: string;
  @ApiProperty() resultClass: string;
  @ApiProperty() replacedBy: string;
  @ApiProperty() reason: string;
}

/** An inspector lent by the organ in whose register they stand: to which department, from when till when (R21, trap 5). */
export class LoanTermsAnswer {
  @ApiProperty() loan: string;
  @ApiProperty() department: string;
  @ApiProperty(day) from: string;
  @ApiProperty(day) until: string;
}

/** A member of the team: an id in the register of inspectors of `organ`, the certificate's last day (R22), the loan where there is one. */
export class TeamMemberAnswer {
  @ApiProperty() inspector: string;
  @ApiProperty() organ: string;
  @ApiProperty(day) certificateValidUntil: string;
  @ApiProperty({ type: LoanTermsAnswer, required: false }) loan?: LoanTermsAnswer;
}

export class RevisitMoved {
  @ApiProperty(day) from: string;
  @ApiProperty() reason: string;
  @ApiProperty() by: string;
}

export class RevisitCancelled {
  @ApiProperty() reason: string;
  @ApiProperty() by: string;
}

/** A revisit as it stands arranged for a round of a measure, with what was changed of it. */
export class ArrangedRevisitAnswer {
  @ApiProperty(day) on: string;
  @ApiProperty({ enum: revisitParts }) part: string;
  /** With certificate and loan as the registers have them for that day (R22). */
  @ApiProperty({ type: [TeamMemberAnswer] }) inspectors: readonly TeamMemberAnswer[];
  @ApiProperty({ enum: inspectionMethods }) method: string;
  /** Where it is to be, where that isn't the registered premises; null: there, or on paper. */
  @ApiProperty({ ...text, ...nullable }) elsewhere: string | null;
  @ApiProperty({ ...text, ...nullable }) note: string | null;
  @ApiProperty() disposition: string;
  @ApiProperty() finding: string;
  @ApiProperty() round: number;
  @ApiProperty() by: string;
  /** Earlier days, oldest first, each with the reason for which it was given up. */
  @ApiProperty({ type: [RevisitMoved] }) changes: readonly RevisitMoved[];
  @ApiProperty({ type: RevisitCancelled, ...nullable }) cancelled: RevisitCancelled | null;
}

/** A day that falls due, by which rule, and the day that the other unit would give (C8: both are shown). */
export class DueOfRound {
  @ApiProperty(day) on: string;
  @ApiProperty() rule: string;
  @ApiProperty(part) term: object;
  @ApiProperty({ ...day, ...nullable }) otherUnitOn: string | null;
  @ApiProperty(part) source: object;
}

export class ReportOfRound {
  @ApiProperty(day) on: string;
  @ApiProperty() text: string;
  @ApiProperty({ type: [String] }) evidence: readonly string[];
}

export class FollowUpOfRound {
  @ApiProperty(day) on: string;
  @ApiProperty({ enum: inspectionMethods }) method: string;
  @ApiProperty() text: string;
  /** Who was there, where it was told. */
  @ApiProperty({ type: [String] }) present: readonly string[];
  /** Why it wasn't made as it was arranged. */
  @ApiProperty({ ...text, ...nullable }) deviation: string | null;
}

/** A paper that reached the institution (R78). */
export class ServedAnswer {
  @ApiProperty({ enum: servedPapers }) paper: string;
  @ApiProperty({ enum: serviceMethods }) how: string;
  @ApiProperty(day) on: string;
}

export class RoundAnswer {
  @ApiProperty() round: number;
  @ApiProperty({ ...day, ...nullable }) dueOn: string | null;
  @ApiProperty({ type: DueOfRound, ...nullable }) revisit: DueOfRound | null;
  @ApiProperty({ type: Boolean, ...nullable }) reported: boolean | null;
  @ApiProperty({ enum: ['passed', 'failed'], ...nullable }) outcome: string | null;
  /** What was ordered, reminded or said. */
  @ApiProperty() asked: string;
  /** 整改报告, null until it is handed in. */
  @ApiProperty({ type: ReportOfRound, ...nullable }) report: ReportOfRound | null;
  /** 回访记录, null until it is made. */
  @ApiProperty({ type: FollowUpOfRound, ...nullable }) followUp: FollowUpOfRound | null;
  @ApiProperty({ type: ServedAnswer, ...nullable }) served: ServedAnswer | null;
}

export class UrgingOfMeasure {
  @ApiProperty(day) occurredOn: string;
  @ApiProperty() text: string;
}

/** A measure with everything that was asked, reported and seen of it, round by round. */
export class RevisitMeasureAnswer {
  @ApiProperty() disposition: string;
  @ApiProperty() state: string;
  @ApiProperty() stateLabel: string;
  /** A revisit is what it waits for now. */
  @ApiProperty() awaitsRevisit: boolean;
  @ApiProperty({ ...day, ...nullable }) revisitBy: string | null;
  /** The appointment that stands, beside which the visit is recorded. */
  @ApiProperty({ type: ArrangedRevisitAnswer, ...nullable }) arranged: ArrangedRevisitAnswer | null;
  @ApiProperty({ type: [RoundAnswer] }) rounds: readonly RoundAnswer[];
  @ApiProperty({ type: [UrgingOfMeasure] }) urgings: readonly UrgingOfMeasure[];
}

/** An open finding as whoever revisits has to see it: what was first written down, and what stands now. */
export class FindingToRevisit {
  @ApiProperty() finding: string;
  @ApiProperty() item: string;
  @ApiProperty() itemName: string;
  @ApiProperty({ type: WordingOfFinding }) first: WordingOfFinding;
  @ApiProperty({ type: WordingOfFinding }) now: WordingOfFinding;
  /** Wordings that amendments replaced, oldest first. */
  @ApiProperty({ type: [FindingVersionAnswer] }) earlier: readonly FindingVersionAnswer[];
  @ApiProperty({ type: [RevisitMeasureAnswer] }) measures: readonly RevisitMeasureAnswer[];
}

/** The seven fields of B三(一) (R75), and no eighth: no person stands in them (C24). */
export class PublicResultAnswer {
  @ApiProperty() institutionName: string;
  @ApiProperty() registrationNumber: string;
  @ApiProperty() inspectedOn: string;
  @ApiProperty() method: string;
  @ApiProperty() scope: string;
  @ApiProperty() result: string;
  @ApiProperty() breachHandling: string;
}

/** What was published beside the seven fields (R75), as the organ's profile names it. */
export class FurtherAnswer {
  @ApiProperty({ ...text, required: false }) 'inspecting-body'?: string;
  @ApiProperty({ ...text, required: false }) 'legal-basis'?: string;
}

/** A field of a text to be published, and what in it somebody has to look at. */
export class DoubtAnswer {
  @ApiProperty() field: string;
  @ApiProperty({ type: [String] }) found: readonly string[];
}

/** What has become of a publication on one channel. */
export class ChannelStandingAnswer {
  @ApiProperty() channel: string;
  @ApiProperty({ enum: ['failed', 'waiting', 'posted', 'acknowledged'] }) status: string;
  @ApiProperty({ ...text, ...nullable }) receipt: string | null;
  @ApiProperty({ ...day, ...nullable }) postedOn: string | null;
  @ApiProperty({ ...text, ...nullable }) failure: string | null;
}

/** A publication as the section works on it: what goes out or went out, what has to be looked at, where it stands. */
export class PublicationOfCase {
  @ApiProperty() debt: string;
  @ApiProperty({ enum: debtKinds }) kind: string;
  @ApiProperty({ enum: debtStatuses }) status: string;
  @ApiProperty(day) dueOn: string;
  /** In what its distance is told. */
  @ApiProperty({ enum: termUnits }) dueIn: (typeof termUnits)[number];
  @ApiProperty({ ...text, ...nullable }) replaces: string | null;
  /** Nothing of it is out: the content is as the record would have it today. */
  @ApiProperty() draft: boolean;
  @ApiProperty({ type: PublicResultAnswer }) content: PublicResultAnswer;
  @ApiProperty({ ...text, ...nullable }) notice: string | null;
  @ApiProperty({ type: FurtherAnswer }) further: FurtherAnswer;
  /** What somebody has to mask or confirm before it goes out (C24, trap 10). */
  @ApiProperty({ type: [DoubtAnswer] }) doubts: readonly DoubtAnswer[];
  /** Somebody has read it as it stands; null where the case's version doesn't ask for that. */
  @ApiProperty({ type: Boolean, ...nullable }) reviewed: boolean | null;
  @ApiProperty({ type: [ChannelStandingAnswer] }) channels: readonly ChannelStandingAnswer[];
}
