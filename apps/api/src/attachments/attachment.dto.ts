import { ApiProperty } from '@nestjs/swagger';
import { IsText } from '../edge/fields';

export class AttachmentQueryDto {
  /** The file's name, with its ending. */
  @IsText(200)
  name: string;
}

/** A file as it was received. */
export class ReceivedDto {
  /** Computed here; events name the file by it. */
  @ApiProperty() sha256: string;
  @ApiProperty() name: string;
  /** In bytes. */
  @ApiProperty() size: number;
  /** Found out from the content. */
  @ApiProperty() mediaType: string;
  @ApiProperty() receivedAt: string;
}

/** A file that a subject's events name. */
export class AttachmentDto {
  @ApiProperty() sha256: string;
  @ApiProperty() name: string;
  @ApiProperty({ required: false }) size?: number;
  @ApiProperty({ required: false }) mediaType?: string;
  /** Whether the content is kept here. */
  @ApiProperty() kept: boolean;
  /** Who named it first, when, and in which event of the subject. */
  @ApiProperty() by: string;
  @ApiProperty() at: string;
  @ApiProperty() revision: number;
  @ApiProperty({ required: false, nullable: true, type: String }) disposition?: string | null;
  @ApiProperty({ required: false, format: 'date' }) occurredOn?: string;
}

export class AttachmentsDto {
  @ApiProperty({ type: [AttachmentDto] }) items: AttachmentDto[];
  @ApiProperty({ type: String, nullable: true }) next: null;
}
