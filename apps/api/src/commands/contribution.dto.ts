import { ApiProperty } from '@nestjs/swagger';
import { attemptStates } from '@srd/domain/selection';
import { IsString, Matches, MaxLength } from 'class-validator';
import { IsHash } from '../edge/fields';

/** What every contribution carries: the token of the witness's own link. */
export class LinkDto {
  @ApiProperty({ type: String, pattern: '^[A-Za-z0-9_-]{20,100}$' })
  @Matches(/^[A-Za-z0-9_-]{20,100}$/)
  token: string;
}

export class SealDto extends LinkDto {
  /** Made on the witness's device from value and nonce, which stay there until the opening. */
  @IsHash()
  seal: string;
}

export class OpenDto extends LinkDto {
  /** Any text, the empty one too, exactly as it was sealed. */
  @ApiProperty({ type: String, maxLength: 1000 })
  @IsString()
  @MaxLength(1_000)
  value: string;

  /** 16 bytes in lower-case hex. */
  @ApiProperty({ type: String, pattern: '^[0-9a-f]{32}$' })
  @Matches(/^[0-9a-f]{32}$/)
  nonce: string;
}

export class ContributionAnswer {
  @ApiProperty() draw: string;
  /** The public label of the witness. */
  @ApiProperty() by: string;
  @ApiProperty() revision: number;
  @ApiProperty({ type: Number, nullable: true }) position: number | null;
}

export class ContributorLinkRow {
  @ApiProperty() by: string;
  @ApiProperty() role: string;
  @ApiProperty() path: string;
}

export class ContributorLinks {
  @ApiProperty({ type: [ContributorLinkRow] }) items: ContributorLinkRow[];
}

/** Where a draw stands for the holder of a link. */
export class ContributorViewDto {
  @ApiProperty() draw: string;
  @ApiProperty({ description: '抽查任务名称' }) task: string;
  @ApiProperty({ description: '第几次抽取' }) attempt: number;
  @ApiProperty() by: string;
  @ApiProperty() role: string;
  @ApiProperty({ enum: ['srd-draw/1', 'srd-assign/1'] }) protocol: string;
  @ApiProperty() requestHash: string;
  @ApiProperty() commitment: string;
  @ApiProperty({ enum: attemptStates }) state: string;
  @ApiProperty() revealBy: string;
  @ApiProperty({ type: String, nullable: true }) openUntil: string | null;
  @ApiProperty({ type: String, nullable: true }) seal: string | null;
  @ApiProperty() opened: boolean;
  @ApiProperty() absent: boolean;
}
