import { Matches } from 'class-validator';
import { IsText } from '../edge/fields';
import { HasDefault, IsDays, OrNull } from './members';
import { LONG } from './shared.dto';

export class EnterCalendarYearDto {
  /** `2024` */
  @Matches(/^\d{4}$/)
  year: string;

  /** Number of the State Council's notice. */
  @IsText(200)
  notice: string;

  @IsDays(120, 1)
  holidays: string[];

  /** Weekend days that are worked. */
  @HasDefault()
  @IsDays(60)
  workdays: string[] = [];

  /** Asked for when the year is entered again. */
  @OrNull()
  @IsText(LONG)
  reason: string | null = null;
}
