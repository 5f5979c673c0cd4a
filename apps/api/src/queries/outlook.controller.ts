import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { PlanOutlook, type TaskRemarks, type Who } from '@srd/application';
import type { Supposition } from '@srd/domain/plan';
import { CurrentUser } from '../edge/asked';
import { YearsDto } from './query.dto';

/** What a plan would mean, for those who draw it up and release it. */
@ApiTags('work')
@Controller('api/v1/plans')
export class OutlookController {
  constructor(private readonly outlook: PlanOutlook) {}

  @Get(':id/what-if')
  @ApiOperation({ summary: '计划推演：抽取数量、检查人员工作量、各机构被抽概率及各级合计负担；不记录、不抽取' })
  whatIf(@CurrentUser() who: Who, @Param('id') id: string, @Query() { years = 3 }: YearsDto): Promise<Supposition> {
    return this.outlook.whatIf(who, id, years);
  }

  @Get(':id/remarks')
  @ApiOperation({ summary: '计划各任务旁注：与机关规则的出入、自定取值、偏差，以及未处理矛盾的说明' })
  async remarks(
    @CurrentUser() who: Who,
    @Param('id') id: string,
  ): Promise<{ items: readonly TaskRemarks[]; next: null }> {
    return { items: await this.outlook.remarks(who, id), next: null };
  }
}
