import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { FollowUpLedger, type LedgerLine, type Listed, type Who } from '@srd/application';
import type { FastifyRequest } from 'fastify';
import { CurrentUser } from '../edge/asked';
import { ListsRows } from '../edge/listed';
import { FollowUpFilterDto, LedgerLineDto } from './follow-ups.dto';
import { pagingOf } from './reader';

/** The rectification officer's worklist (B三(三); R84). */
@ApiTags('work')
@Controller('api/v1/follow-ups')
export class FollowUpsController {
  constructor(private readonly ledger: FollowUpLedger) {}

  @Get()
  @ApiOperation({ summary: '整改台账：尚未了结的处置，按期限先后，附剩余工作日和下一步' })
  @ListsRows(LedgerLineDto)
  lines(
    @CurrentUser() who: Who,
    @Query() query: FollowUpFilterDto,
    @Req() request: FastifyRequest,
  ): Promise<Listed<LedgerLine>> {
    return this.ledger.lines(who, query, pagingOf(query, request));
  }
}
