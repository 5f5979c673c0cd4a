import { ApiProperty } from '@nestjs/swagger';
import { IsDay } from '../edge/fields';

export class MoveClockDto {
  @IsDay()
  day: string;
}

export class ClockMoved {
  @ApiProperty({ format: 'date-time' }) now: string;
  @ApiProperty({ format: 'date' }) today: string;
}
