import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PublicDraws, type Explanation, type Fairness } from '@srd/application';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { IsId } from '../edge/fields';
import { Public } from '../edge/guard';
import { ExplanationAnswer, FairnessAnswer } from './public-draws.dto';

export class FairnessDto {
  @IsId()
  organ: string;

  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year: number;
}

/** The draws in plain words, for whoever wants to know whether it was fair (R12). */
@ApiTags('public')
@Public()
@Controller('api/v1/public')
export class PublicDrawsController {
  constructor(private readonly draws: PublicDraws) {}

  @Get('draws/:id/explanation')
  @ApiOperation({ summary: '一次抽取的通俗说明：历次、谁未参加及理由、各家机会、不能证明的事、如何自行核验' })
  @ApiOkResponse({ type: ExplanationAnswer })
  explanation(@Param('id') id: string): Promise<Explanation> {
    return this.draws.explain(id);
  }

  @Get('fairness')
  @ApiOperation({ summary: '某机关某年度的公平性统计：抽中次数与应有机会对照' })
  @ApiOkResponse({ type: FairnessAnswer })
  fairness(@Query() { organ, year }: FairnessDto): Promise<Fairness> {
    return this.draws.fairness(organ, year);
  }
}
