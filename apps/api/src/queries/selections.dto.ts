import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { cessations, disclosures } from '@srd/domain/organ';
import { practitionerScopes } from '@srd/domain/plan';
import { drawKinds, drawPhases } from '@srd/views';
import { drawWays, lots, rosterChanges, unproven, voidCodes } from '@srd/domain/selection';
import { instant, nullable, part, parts, text } from '../edge/shapes';

/** One attempt of a draw, as the lists show it. */
export class DrawCard {
  @ApiProperty() id: string;
  /** `<series>.<attempt>` */
  @ApiProperty() draw: string;
  @ApiProperty() series: string;
  @ApiProperty() attempt: number;
  @ApiProperty({ enum: drawKinds }) kind: string;
  /** Own draw, recorded lot or platform's draw (C23). */
  @ApiProperty({ enum: drawWays }) way: string;
  /** Sectors of the objects in its pool; none for teams. */
  @ApiProperty({ type: [String] }) sectors: readonly string[];
  @ApiProperty() organ: string;
  @ApiProperty() plan: string;
  @ApiProperty({ enum: drawPhases }) phase: string;
  @ApiProperty() overdue: boolean;
  @ApiProperty() frozenAt: string;
  @ApiProperty() revealBy: string;
  @ApiProperty({ ...text, ...nullable }) endedAt: string | null;
  @ApiProperty() requestHash: string;
  /** Null where the draw was held elsewhere. */
  @ApiProperty({ ...text, ...nullable }) commitment: string | null;
  @ApiProperty({ ...text, ...nullable }) transcriptHash: string | null;
  @ApiProperty({ ...text, ...nullable }) voided: string | null;
}

/** One difference between the pool of an attempt and that of the one before: shown on its page, so that a redraw hides nothing. */
export class PoolDifferenceAnswer {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: ['excluded', 'joined', 'left', 'readmitted', 'altered'] }) change: string;
  /** What it was and what it is: weight, stratum, reason; `null` where it wasn't or isn't. */
  @ApiProperty({ ...text, ...nullable }) before: string | null;
  @ApiProperty({ ...text, ...nullable }) after: string | null;
}

/** A seal with the witness it belongs to. */
export class SealAnswer {
  @ApiProperty() by: string;
  @ApiProperty() role: string;
  @ApiProperty() seal: string;
}

export class OpenedSeal {
  @ApiProperty() value: string;
  @ApiProperty() nonce: string;
}

export class BeaconProposal {
  @ApiProperty() value: string;
  @ApiProperty() by: string;
}

/** A person's proposal to void an attempt. */
export class VoidProposalAnswer {
  @ApiProperty({
    enum: Object.keys(voidCodes),
  })
  code: string;
  @ApiProperty() reason: string;
  @ApiProperty() by: string;
}

export class VoidingAnswer extends VoidProposalAnswer {
  @ApiProperty() approvedBy: string;
}

/** The public document of such a draw: pool by its hash, result, evidence, limits. Natural persons under ids of the draw only. */
export class DrawRecordAnswer {
  @ApiProperty({ enum: ['lot', 'platform'] }) way: string;
  @ApiProperty() draw: string;
  @ApiProperty() series: string;
  @ApiProperty() attempt: number;
  @ApiProperty() requestHash: string;
  @ApiProperty({ type: [String] }) selected: readonly string[];
  @ApiProperty({ type: [String] }) reserve: readonly string[];
  @ApiProperty(parts) assigned: readonly object[];
  @ApiProperty(parts) witnesses: readonly object[];
  @ApiProperty({ ...part, ...nullable }) held: object | null;
  @ApiProperty({ ...part, ...nullable }) receipt: object | null;
  @ApiProperty({ enum: Object.keys(unproven), isArray: true })
  unproven: readonly string[];
}

/** A change of a roster or of the inspectors' library before a freeze (T1 of the dangers: a friend's firm taken out the day before). */
export class RosterChangeAnswer {
  /** The object's id; for a person the id made for this draw, with the label in place of the name. */
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: rosterChanges })
  change: string;
  @ApiProperty(instant) at: string;
  /** Account that made it; internal. */
  @ApiProperty() by: string;
}

/** A candidate that is drawn apart or with more tickets, and what for (R49, R91, R92, C13). */
export class RaisedFactAnswer {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: [String] }) reasons: readonly string[];
}

export class QuotedRatio {
  @ApiProperty({ enum: ['table', 'text', 'minimum-only'] }) ratioFrom: string;
  @ApiProperty() ruleVersion: number;
}

export class ReplacementAnswer {
  @ApiProperty() replaced: string;
  @ApiProperty() by: string;
  @ApiProperty(part) reason: object;
  @ApiProperty(parts) skipped: readonly object[];
}

export class SeatReplacementAnswer {
  @ApiProperty() case: string;
  @ApiProperty() seat: number;
  @ApiProperty() from: string;
  @ApiProperty() to: string;
  @ApiProperty() reason: string;
  @ApiProperty(parts) alsoBarred: readonly object[];
}

@ApiExtraModels(OpenedSeal)
export class AttemptOfSelection {
  @ApiProperty() attempt: number;
  @ApiProperty() phase: string;
  @ApiProperty() overdue: boolean;
  @ApiProperty(part) request: object;
  @ApiProperty() requestHash: string;
  /** Own draw, recorded lot or platform's draw (C23). */
  @ApiProperty({ enum: drawWays }) way: string;
  /** `null` where the draw was held elsewhere: nothing was committed to. */
  @ApiProperty({ ...text, ...nullable }) commitment: string | null;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) people: object;
  @ApiProperty() contributorsNeeded: number;
  @ApiProperty({ enum: disclosures }) disclosure: string;
  @ApiProperty({ enum: lots }) lot: string;
  @ApiProperty({ type: [PoolDifferenceAnswer] }) differences: readonly PoolDifferenceAnswer[];
  @ApiProperty({ enum: cessations, ...nullable }) afterCessation: string | null;
  @ApiProperty() frozenBy: string;
  /** In the order of their arrival. */
  @ApiProperty({ type: [SealAnswer] }) seals: readonly SealAnswer[];
  @ApiProperty({ ...instant, ...nullable }) openUntil: string | null;
  @ApiProperty({ type: 'object', additionalProperties: { $ref: getSchemaPath(OpenedSeal) } })
  opened: Readonly<Record<string, OpenedSeal>>;
  @ApiProperty({ type: [String] }) absent: readonly string[];
  @ApiProperty({ type: BeaconProposal, ...nullable })
  beaconProposed: BeaconProposal | null;
  @ApiProperty({ ...text, ...nullable }) beacon: string | null;
  @ApiProperty({ type: VoidProposalAnswer, ...nullable }) voidProposed: VoidProposalAnswer | null;
  @ApiProperty({ type: VoidingAnswer, ...nullable }) voided: VoidingAnswer | null;
  @ApiProperty({ ...text, ...nullable }) lost: string | null;
  @ApiProperty({ ...text, ...nullable }) transcriptHash: string | null;
  @ApiProperty({ ...part, ...nullable }) transcript: object | null;
  /** In place of a transcript where the draw was held elsewhere; `transcriptHash` is then its hash. */
  @ApiProperty({ type: DrawRecordAnswer, ...nullable }) record: DrawRecordAnswer | null;
  @ApiProperty({ ...text, required: false }) differsFrom?: string;
  @ApiProperty({ type: [RosterChangeAnswer], required: false }) recentChanges?: readonly RosterChangeAnswer[];
  @ApiProperty({ type: [RaisedFactAnswer], required: false }) raised?: readonly RaisedFactAnswer[];
  @ApiPropertyOptional(part) modes?: object;
  @ApiProperty({ type: QuotedRatio, required: false }) quoted?: QuotedRatio;
  @ApiProperty({ enum: practitionerScopes, required: false }) practitioners?: string;
  @ApiProperty({ type: [ReplacementAnswer] }) reserves: readonly ReplacementAnswer[];
  @ApiProperty({ type: [SeatReplacementAnswer] }) seatReplacements: readonly SeatReplacementAnswer[];
}

export class SelectionAnswer {
  @ApiProperty({ type: [AttemptOfSelection] }) attempts: readonly AttemptOfSelection[];
  @ApiProperty() revision: number;
  @ApiProperty({ ...text, ...nullable }) series: string | null;
  @ApiProperty({ enum: drawKinds, ...nullable }) kind: string | null;
  /** Names held back until the last visit have become public. */
  @ApiProperty() disclosed: boolean;
}

export class ArrivedInstitution {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
}
