import type { CommandRoute } from '../edge/command-controller';
import { EnterCalendarYearDto } from './calendar.dto';

/** The state's working-day calendar; its one id is `calendar`. */
export const calendarRoutes: Readonly<Record<string, CommandRoute>> = {
  EnterCalendarYear: { form: EnterCalendarYearDto, summary: '按国务院通知录入一年的节假日和调休上班日', creates: true },
};
