import { ApiProperty } from '@nestjs/swagger';
import { CaseCard } from '../queries/case-card.dto';

export class BoardOfCases {
  @ApiProperty({ type: [CaseCard] }) cards: readonly CaseCard[];
  /** The live stream goes on from here; null in an empty log. */
  @ApiProperty({ type: Number, nullable: true }) position: number | null;
}
