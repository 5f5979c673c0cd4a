import { ApiProperty, OmitType } from '@nestjs/swagger';
import { circularStatuses } from '@srd/views';
import { audiences, stances } from '@srd/domain/circular';
import { exitGrounds } from '@srd/domain/integrity';
import { parties, sectors } from '@srd/domain/organ';
import { day, instant, nullable, text } from '../edge/shapes';
import { WindowOfCase } from './case-detail.dto';
import { LegalBasisAnswer } from './registers.dto';

/** A file on a list: its row without the entries. */
export class IntegrityCardAnswer {
  @ApiProperty() object: string;
  @ApiProperty() revision: number;
  @ApiProperty() organ: string;
  /** Null for a practitioner. */
  @ApiProperty({ ...text, ...nullable }) name: string | null;
  @ApiProperty({ enum: parties }) kind: string;
  /** Entries that hold, by kind. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } }) holding: Readonly<Record<string, number>>;
  @ApiProperty() entries: number;
  /** Entries that the credit platform hasn't got. */
  @ApiProperty() unsent: number;
  @ApiProperty({ enum: exitGrounds, ...nullable }) exited: string | null;
  @ApiProperty() updatedAt: string;
  @ApiProperty() id: string;
}

/** The event that an entry was made from: what was recorded there can be read there. */
export class EntrySourceAnswer {
  @ApiProperty() stream: string;
  @ApiProperty() revision: number;
}

export class EntryOfIntegrityFile {
  @ApiProperty() label: string;
  @ApiProperty() text: string;
  @ApiProperty({ type: EntrySourceAnswer }) source: EntrySourceAnswer;
  @ApiProperty(day) occurredOn: string;
  /** Of what it belongs to, such as `case-…:d1`: a later entry of the same subject may take an earlier one back. */
  @ApiProperty() subject: string;
  @ApiProperty() entry: string;
  /** Kinds of earlier entries of the same subject that don't hold any more: corrected or annulled, and shown as such. */
  @ApiProperty({ type: [String] }) overtakes: readonly string[];
  @ApiProperty() id: string;
  @ApiProperty(instant) enteredAt: string;
  @ApiProperty({ ...text, ...nullable }) overtakenBy: string | null;
}

export class DecisionOfExit {
  @ApiProperty() number: string;
  @ApiProperty() authority: string;
  @ApiProperty(day) decidedOn: string;
}

export class WithdrawalOfExit {
  @ApiProperty() reason: string;
  @ApiProperty(instant) at: string;
}

export class CreditBatchAnswer {
  @ApiProperty() batch: string;
  @ApiProperty({ type: [String] }) entries: readonly string[];
  @ApiProperty() channel: string;
  @ApiProperty({ enum: ['failed', 'sent', 'received'] }) status: string;
  @ApiProperty(instant) sentAt: string;
  @ApiProperty({ ...text, ...nullable }) receipt: string | null;
  /** Why it failed. */
  @ApiProperty({ ...text, ...nullable }) failure: string | null;
}

export class ExitAnswer {
  @ApiProperty() reason: string;
  /** Of the roster that it leaves. */
  @ApiProperty({ enum: sectors }) sector: string;
  @ApiProperty({ type: [String] }) evidence: readonly string[];
  @ApiProperty({ enum: exitGrounds }) ground: string;
  /** 禁止从业 until that day; null: for good, or until a new licence. */
  @ApiProperty({ ...day, ...nullable }) until: string | null;
  @ApiProperty({ type: [LegalBasisAnswer] }) legalBasis: readonly LegalBasisAnswer[];
  @ApiProperty({ type: DecisionOfExit }) decision: DecisionOfExit;
  @ApiProperty() recordedBy: string;
  @ApiProperty(instant) recordedAt: string;
  @ApiProperty({ type: WithdrawalOfExit, ...nullable }) withdrawn: WithdrawalOfExit | null;
}

/** The exit that stands. */
export class ExitOfIntegrityFile extends ExitAnswer {
  @ApiProperty() label: string;
}

export class IntegrityFileAnswer {
  @ApiProperty({ type: [EntryOfIntegrityFile] }) entries: readonly EntryOfIntegrityFile[];
  @ApiProperty({ type: [String] }) unsent: readonly string[];
  @ApiProperty({ type: ExitOfIntegrityFile, ...nullable }) exit: ExitOfIntegrityFile | null;
  @ApiProperty() revision: number;
  @ApiProperty({ ...text, ...nullable }) organ: string | null;
  @ApiProperty({ ...text, ...nullable }) object: string | null;
  @ApiProperty({ enum: parties }) kind: string;
  @ApiProperty({ ...text, ...nullable }) name: string | null;
  @ApiProperty({ type: [CreditBatchAnswer] }) batches: readonly CreditBatchAnswer[];
  @ApiProperty({ type: [ExitAnswer] }) exits: readonly ExitAnswer[];
  @ApiProperty() id: string;
}

/** A named institution as its case had it when the circular was drafted. */
export class NamedAsKnownAnswer {
  @ApiProperty() object: string;
  @ApiProperty() case: string;
  @ApiProperty({ enum: stances }) stance: string;
  @ApiProperty() text: string;
  @ApiProperty() name: string;
  @ApiProperty() registrationNumber: string;
}

export class WithdrawalOfCircular {
  @ApiProperty() reason: string;
  @ApiProperty() on: string;
}

export class CircularCard {
  @ApiProperty() id: string;
  @ApiProperty() circular: string;
  @ApiProperty() organ: string;
  @ApiProperty({ ...text, ...nullable }) section: string | null;
  @ApiProperty() title: string;
  @ApiProperty() number: string;
  @ApiProperty({ ...text, ...nullable }) task: string | null;
  @ApiProperty({ type: WindowOfCase }) period: WindowOfCase;
  @ApiProperty({ enum: audiences }) audience: string;
  @ApiProperty() text: string;
  @ApiProperty({ type: [NamedAsKnownAnswer] }) named: readonly NamedAsKnownAnswer[];
  @ApiProperty({ enum: circularStatuses }) status: string;
  @ApiProperty() draftedBy: string;
  @ApiProperty({ ...text, ...nullable }) issuedBy: string | null;
  @ApiProperty({ ...text, ...nullable }) issuedOn: string | null;
  @ApiProperty({ type: WithdrawalOfCircular, ...nullable }) withdrawn: WithdrawalOfCircular | null;
  @ApiProperty() revision: number;
}

export class ContentOfCircular {
  @ApiProperty() number: string;
  @ApiProperty() text: string;
  @ApiProperty() title: string;
  /** The task it reports on; null: all of the organ's inspections of the period. */
  @ApiProperty({ ...text, ...nullable }) task: string | null;
  @ApiProperty({ type: WindowOfCase }) period: WindowOfCase;
  @ApiProperty({ enum: audiences }) audience: string;
  @ApiProperty() organ: string;
  @ApiProperty({ ...text, ...nullable }) section: string | null;
  @ApiProperty({ type: [NamedAsKnownAnswer] }) named: readonly NamedAsKnownAnswer[];
}

export class CircularAnswer {
  @ApiProperty() revision: number;
  @ApiProperty({ enum: ['drafted', 'withdrawn', 'issued', 'none'] }) status: string;
  @ApiProperty({ type: ContentOfCircular, ...nullable }) content: ContentOfCircular | null;
  @ApiProperty({ ...text, ...nullable }) draftedBy: string | null;
  @ApiProperty({ ...text, ...nullable }) issuedBy: string | null;
  @ApiProperty({ ...day, ...nullable }) issuedOn: string | null;
  @ApiProperty({ type: WithdrawalOfCircular, ...nullable }) withdrawn: WithdrawalOfCircular | null;
  @ApiProperty() id: string;
}

/** A circular as the public reads it. */
export class PublicCircularCard extends OmitType(CircularCard, ['draftedBy', 'issuedBy', 'audience', 'revision']) {}
