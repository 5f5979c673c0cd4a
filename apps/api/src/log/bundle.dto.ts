import { ApiProperty } from '@nestjs/swagger';
import { subjectKinds } from '@srd/domain/access';
import { nullable, part, parts, text } from '../edge/shapes';

/** What is looked at or handed out as a whole. */
export class SubjectAnswer {
  @ApiProperty({ enum: subjectKinds }) kind: string;
  @ApiProperty() id: string;
}

/** A change of the log's key, proved by a checkpoint under the key before. */
export class AnnouncedKeyAnswer {
  @ApiProperty() checkpoint: string;
  @ApiProperty(part) entry: object;
}

export class EntryOfBundle {
  @ApiProperty() index: number;
  @ApiProperty(part) event: object;
  @ApiProperty({ type: [String] }) proof: readonly string[];
}

export class CommitmentProof {
  @ApiProperty() index: number;
  @ApiProperty() checkpoint: string;
  @ApiProperty({ type: [String] }) proof: readonly string[];
}

export class AttachmentOfBundle {
  @ApiProperty() sha256: string;
  @ApiProperty() name: string;
  @ApiProperty() size: number;
  @ApiProperty({ ...text, ...nullable }) content: string | null;
}

/** An audit bundle (srd-log/1): one subject, proved to somebody with no network. */
export class BundleAnswer {
  @ApiProperty({ enum: ['srd-bundle/1'] }) bundle: string;
  @ApiProperty({ type: SubjectAnswer }) subject: SubjectAnswer;
  @ApiProperty() checkpoint: string;
  @ApiProperty({ type: [AnnouncedKeyAnswer] }) rotations: readonly AnnouncedKeyAnswer[];
  @ApiProperty({ type: [EntryOfBundle] }) entries: readonly EntryOfBundle[];
  @ApiProperty(parts) draws: readonly object[];
  /** Of each sealed draw: the checkpoint that covered its commitment when sealing began, and the freeze's path in it. */
  @ApiProperty({ type: [CommitmentProof] }) commitments: readonly CommitmentProof[];
  @ApiProperty({ type: [AttachmentOfBundle] }) attachments: readonly AttachmentOfBundle[];
}
