import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Type } from 'class-transformer';

/** Paging of every list. */
export class PagingDto {
  /** `next` of the page before. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  cursor?: string;

  /** Rows on a page, at most 200. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;
}
