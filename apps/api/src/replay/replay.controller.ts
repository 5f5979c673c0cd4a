import { Controller, Get, HttpException, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  CaseFiles,
  type CaseReplay,
  type CaseThen,
  type PathStep,
  type Reconstructed,
  type Who,
} from '@srd/application';
import type { Day, Instant } from '@srd/kernel';
import type { FastifyRequest } from 'fastify';
import { CurrentUser } from '../edge/asked';
import { AsksPurpose, visitOf } from '../log/purpose';
import { ListsRows } from '../edge/listed';
import { AsKnownDto, AsTrueDto, CaseChanges, CasePathStep, DiffDto, FieldHistory } from './replay.dto';
import { CaseThenAnswer, ReconstructedAnswer } from './then.dto';

/** A case as it was: at any event, at any moment as known then, and as true then; what changed, by whom and why (R101, R104). */
@ApiTags('replay')
@Controller('api/v1/cases/:id')
export class ReplayController {
  constructor(private readonly files: CaseFiles) {}

  @Get('at/:revision')
  @AsksPurpose()
  @ApiOperation({ summary: '案件在某一条记录之后的状态，按其立案时的程序版本重放' })
  @ApiOkResponse({ type: CaseThenAnswer })
  async at(
    @CurrentUser() who: Who,
    @Param('id') id: string,
    @Param('revision') revision: string,
    @Req() request: FastifyRequest,
  ): Promise<{ case: string; revision: number } & CaseThen> {
    const replay = await this.files.replay(id, visitOf(who, request));
    const at = /^\d{1,7}$/.test(revision) ? Number(revision) : Number.NaN;
    checkRevision(replay, at);
    // A revision that stands has a state: the first event opens the case.
    return { case: id, revision: at, ...replay.at(at)! };
  }

  @Get('path')
  @AsksPurpose()
  @ApiOperation({ summary: '案件走过的环节：每条记录之后处于程序图的哪些状态' })
  @ListsRows(CasePathStep)
  async path(
    @CurrentUser() who: Who,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<{ items: readonly PathStep[]; next: null }> {
    const replay = await this.files.replay(id, visitOf(who, request));
    return { items: replay.path(), next: null };
  }

  @Get('diff')
  @AsksPurpose()
  @ApiOkResponse({ type: CaseChanges })
  @ApiOperation({ summary: '两条记录之间逐项的变化（+ 新增、- 去除、~ 改变），何人、何时、为何' })
  async diff(
    @CurrentUser() who: Who,
    @Param('id') id: string,
    @Query() { from, to }: DiffDto,
    @Req() request: FastifyRequest,
  ): Promise<CaseChanges> {
    const replay = await this.files.replay(id, visitOf(who, request));
    checkRevision(replay, to);
    if (from > to) throw new HttpException(`from（${from}）不能大于 to（${to}）`, 422);
    return { case: id, from, to, items: replay.diff(from, to) };
  }

  @Get('fields/:path/history')
  @AsksPurpose()
  @ApiOkResponse({ type: FieldHistory })
  @ApiOperation({ summary: '某一项由哪些记录设定；path 为 JSON 指针，或以点分隔的名称' })
  async history(
    @CurrentUser() who: Who,
    @Param('id') id: string,
    @Param('path') path: string,
    @Req() request: FastifyRequest,
  ): Promise<FieldHistory> {
    if (path.length > 300) throw new HttpException('path 过长', 422);
    const replay = await this.files.replay(id, visitOf(who, request));
    return { case: id, path, items: replay.history(path) };
  }

  @Get('as-known')
  @AsksPurpose()
  @ApiOperation({ summary: '案件在某一时刻已知的状态' })
  @ApiOkResponse({ type: ReconstructedAnswer })
  async asKnown(
    @CurrentUser() who: Who,
    @Param('id') id: string,
    @Query() { at }: AsKnownDto,
    @Req() request: FastifyRequest,
  ): Promise<{ case: string } & Reconstructed> {
    const replay = await this.files.replay(id, visitOf(who, request));
    return { case: id, ...replay.asKnown(at as Instant) };
  }

  @Get('as-true')
  @AsksPurpose()
  @ApiOperation({ summary: '就今日所知，案件在某日实际的状态：以事情发生之日为准，不论何时记录' })
  @ApiOkResponse({ type: ReconstructedAnswer })
  async asTrue(
    @CurrentUser() who: Who,
    @Param('id') id: string,
    @Query() { on }: AsTrueDto,
    @Req() request: FastifyRequest,
  ): Promise<{ case: string } & Reconstructed> {
    const replay = await this.files.replay(id, visitOf(who, request));
    return { case: id, ...replay.asTrue(on as Day) };
  }
}

/** @throws 404 for a revision that the case doesn't have */
function checkRevision(replay: CaseReplay, revision: number): void {
  if (!(revision >= 0 && revision <= replay.last))
    throw new HttpException(`没有第 ${revision} 号记录：revision 从 0 起，本案到 ${replay.last} 为止`, 404);
}
