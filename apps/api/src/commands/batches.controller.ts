import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { demandRole, Receipts, Urging, type Collected, type Urged, type Who } from '@srd/application';
import { CurrentUser, orderOf, type SignedRequest } from '../edge/asked';
import { IsId, IsText } from '../edge/fields';
import { MayLack } from './members';
import { LONG } from './shared.dto';

export class UrgeOverdueDto {
  /** One section only. */
  @MayLack()
  @IsId()
  section?: string;

  @IsText(LONG)
  text: string;
}

/** What is done for many cases at once; each case keeps its own record of it. */
@ApiTags('work')
@Controller('api/v1')
export class BatchesController {
  constructor(
    private readonly urging: Urging,
    private readonly receipts: Receipts,
  ) {}

  @Post('follow-ups/urge-overdue')
  @HttpCode(200)
  @ApiOperation({ summary: '催办全部逾期的处置，逐案留痕', operationId: 'UrgeOverdue' })
  urge(
    @CurrentUser() who: Who,
    @Body() { section, text }: UrgeOverdueDto,
    @Req() request: SignedRequest,
  ): Promise<Urged> {
    return this.urging.overdue(who, section === undefined ? {} : { section }, text, orderOf(request, true));
  }

  @Post('publications/collect-receipts')
  @HttpCode(200)
  @ApiOperation({ summary: '收取各公示载体的回执文件', operationId: 'CollectReceipts' })
  collect(@CurrentUser() who: Who): Promise<Collected> {
    demandRole(who, ['section-officer', 'section-head']);
    return this.receipts.collect();
  }
}
