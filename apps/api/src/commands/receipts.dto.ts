import { ApiProperty } from '@nestjs/swagger';

export class ReceiptRefused {
  @ApiProperty() channel: string;
  @ApiProperty() source: string;
  @ApiProperty() reason: string;
}

/** What came of the receipts that lay there. */
export class CollectedAnswer {
  @ApiProperty() taken: number;
  @ApiProperty({ type: [ReceiptRefused] }) refused: readonly ReceiptRefused[];
}
