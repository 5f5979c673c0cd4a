import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

export class LiveDto {
  /** Position to go on from, where a page knows one and has no `Last-Event-ID` yet. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(999_999_999_999_999)
  after?: number;
}
