import { Controller, Get, HttpException, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DueDays, type DueDay, type Who } from '@srd/application';
import { calendar, calendarDays } from '@srd/domain/calendar';
import { daysBetween, type Day } from '@srd/kernel';
import { CommandRunner } from '@srd/runtime';
import { CurrentUser } from '../edge/asked';
import { ListsRows } from '../edge/listed';
import { CalendarYearDto, DueDayDto, DueDaysDto } from './due-days.dto';

/** Two months with the weeks that they begin and end in. */
const MOST_DAYS = 75;

/** A stretch of the calendar as it was asked for. @throws 400 when it is turned round or too long */
export function stretchOf({ from, to }: DueDaysDto): { readonly from: Day; readonly to: Day } {
  const days = daysBetween(from as Day, to as Day);
  if (days < 0 || days > MOST_DAYS)
    throw new HttpException(`起止日期（from=${from}，to=${to}）应先后有序，相距不超过 ${MOST_DAYS} 日`, 400);
  return { from: from as Day, to: to as Day };
}

/** The calendar: what falls due on which day, and which days are worked on. */
@ApiTags('work')
@Controller('api/v1')
export class DueDaysController {
  constructor(
    private readonly dueDays: DueDays,
    private readonly runner: CommandRunner,
  ) {}

  @Get('due-days')
  @ApiOperation({ summary: '期限日历：整改、回访、送达、公示各在哪一日到期' })
  @ListsRows(DueDayDto)
  async between(
    @CurrentUser() who: Who,
    @Query() query: DueDaysDto,
  ): Promise<{ items: readonly DueDay[]; next: null }> {
    const { from, to } = stretchOf(query);
    return { items: await this.dueDays.between(who, from, to, query.organ), next: null };
  }

  @Get('calendar')
  @ApiOperation({ summary: '已录入的各年度节假日和调休上班日，附国务院通知文号' })
  @ListsRows(CalendarYearDto)
  async years(): Promise<{ items: readonly CalendarYearDto[]; next: null }> {
    const { state } = await this.runner.load(calendar, 'calendar');
    const years = Object.entries(calendarDays(state)).map(([year, entered]) => ({ year, ...entered }));
    return { items: years, next: null };
  }
}
