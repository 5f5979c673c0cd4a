import { Body, Controller, HttpCode, HttpException, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Daily, doorRefusals, movesClock, STORES, type Stores, type Who } from '@srd/application';
import { dayInWords, daysBetween, dayOf, refuser, type Day, type Instant } from '@srd/kernel';
import { CurrentUser } from '../edge/asked';
import { ClockMoved, MoveClockDto } from './demonstration.dto';

/** The daily job runs for each day that passes. */
const MOST_DAYS = 800;
const refuse = refuser(doorRefusals);

/** What only the demonstration has: its clock. */
@ApiTags('demonstration')
@Controller('api/v1/demonstration')
export class DemonstrationController {
  constructor(
    private readonly daily: Daily,
    @Inject(STORES) private readonly stores: Stores,
  ) {}

  @Post('clock')
  @HttpCode(200)
  @ApiOperation({ summary: '把演示时钟拨到某日上午九时，途经各日的到期事项一并记录' })
  @ApiOkResponse({ type: ClockMoved })
  async move(@CurrentUser() who: Who, @Body() body: MoveClockDto): Promise<ClockMoved> {
    if (!movesClock(who)) refuse('ROLE_MISSING', '由领导或法治督察科拨动演示时钟');
    const day = body.day as Day;
    const today = dayOf(this.stores.clock.now());
    if (day <= today) refuse('CLOCK_ONLY_FORWARD', `演示时钟现为${dayInWords(today)}，只能拨到此后的日期`);
    if (daysBetween(today, day) > MOST_DAYS) throw new HttpException(`一次至多拨动 ${MOST_DAYS} 日`, 422);
    await this.daily.moveTo(`${day}T01:00:00.000Z` as Instant);
    const now = this.stores.clock.now();
    return { now, today: dayOf(now) };
  }
}
