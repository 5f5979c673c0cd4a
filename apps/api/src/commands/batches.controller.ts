import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { demandRole, Receipts, Urging, type Collected, type Urged, type Who } from '@srd/application';
import { CurrentUser, orderOf, type SignedRequest } from '../edge/asked';
import { IsId, IsText } from '../edge/fields';
import { IsParts, MayLack } from './members';
import { LONG } from './shared.dto';
import { CollectedAnswer } from './receipts.dto';

/** A measure of a case, as the ledger names it. */
export class MeasureOfCaseDto {
  @IsId()
  case: string;

  @IsId()
  disposition: string;
}

export class UrgeOverdueDto {
  /** One section only. */
  @MayLack()
  @IsId()
  section?: string;

  /** These only, as far as they are overdue. */
  @MayLack()
  @IsParts(MeasureOfCaseDto, 1_000, 1)
  measures?: MeasureOfCaseDto[];

  @IsText(LONG)
  text: string;
}

class UrgedMeasureDto {
  @ApiProperty() case: string;
  @ApiProperty() disposition: string;
  @ApiProperty() finding: string;
}

class UnurgedMeasureDto extends UrgedMeasureDto {
  @ApiProperty() code: string;
  @ApiProperty() detail: string;
}

/** What came of the batch, measure by measure. */
class UrgedDto {
  @ApiProperty({ type: [UrgedMeasureDto] }) urged: readonly UrgedMeasureDto[];
  /** Urged earlier the same day, and so left be. */
  @ApiProperty({ type: [UrgedMeasureDto] }) already: readonly UrgedMeasureDto[];
  @ApiProperty({ type: [UnurgedMeasureDto] }) refused: readonly UnurgedMeasureDto[];
  @ApiProperty({ type: Number, nullable: true, description: 'Srd-After 带此值的读取看得到本次催办' })
  position: number | null;
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
  @ApiOperation({ summary: '催办全部或者选定的逾期处置，逐案留痕；当日已催办的不重复', operationId: 'UrgeOverdue' })
  @ApiOkResponse({ type: UrgedDto })
  urge(
    @CurrentUser() who: Who,
    @Body() { text, ...choice }: UrgeOverdueDto,
    @Req() request: SignedRequest,
  ): Promise<Urged> {
    return this.urging.overdue(who, choice, text, orderOf(request, true));
  }

  @Post('publications/collect-receipts')
  @HttpCode(200)
  @ApiOperation({ summary: '收取各公示载体的回执文件', operationId: 'CollectReceipts' })
  @ApiOkResponse({ type: CollectedAnswer })
  collect(@CurrentUser() who: Who): Promise<Collected> {
    demandRole(who, ['section-officer', 'section-head']);
    return this.receipts.collect();
  }
}
