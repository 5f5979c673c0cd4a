import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Revisits, type DatedRevisit, type RevisitCandidate, type Who } from '@srd/application';
import type { Day } from '@srd/kernel';
import type { FastifyRequest } from 'fastify';
import { CurrentUser } from '../edge/asked';
import { ListsRows } from '../edge/listed';
import { AsksPurpose, visitOf } from '../log/purpose';
import { stretchOf } from './due-days.controller';
import { DueDaysDto } from './due-days.dto';
import { DatedRevisitDto, RevisitCandidateDto, RevisitDayDto } from './revisits.dto';

/** 回访安排 as it stands on the record (B三(三); R84). */
@ApiTags('work')
@Controller('api/v1')
export class RevisitsController {
  constructor(private readonly revisits: Revisits) {}

  @Get('revisits')
  @ApiOperation({ summary: '回访安排：哪一日、何人、去往何处' })
  @ListsRows(DatedRevisitDto)
  async between(
    @CurrentUser() who: Who,
    @Query() query: DueDaysDto,
  ): Promise<{ items: readonly DatedRevisit[]; next: null }> {
    const { from, to } = stretchOf(query);
    return { items: await this.revisits.between(who, from, to, query.organ), next: null };
  }

  @Get('cases/:id/revisit-candidates')
  @AsksPurpose()
  @ApiOperation({ summary: '某一日可以派往回访的执法检查人员，及不得选派的事由；回访不受轮换限制' })
  @ListsRows(RevisitCandidateDto)
  async candidates(
    @CurrentUser() who: Who,
    @Param('id') id: string,
    @Query() { on }: RevisitDayDto,
    @Req() request: FastifyRequest,
  ): Promise<{ items: readonly RevisitCandidate[]; next: null }> {
    return { items: await this.revisits.candidates(id, on as Day, visitOf(who, request)), next: null };
  }
}
