import { IsFlag, IsWhole } from './members';
import { IsSource, type SourceDto } from './shared.dto';
import { sourced } from './sourced';

/** A ratio as a document prints it (R47, C3). */
export class RatioDto {
  /** 10% is 1000. */
  @IsWhole(0, 10_000)
  basisPoints: number;

  /** 左右 */
  @IsFlag()
  about: boolean;

  @IsSource()
  source: SourceDto;
}

/** The least number of bodies or persons, with its source (R42, C4). */
export const SourcedMinimum = sourced<number>('SourcedMinimumDto', IsWhole(0, 1_000_000));
