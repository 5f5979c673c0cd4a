import { Controller, Get, Header, Param, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import { Bundles, type Bundle, type Who } from '@srd/application';
import type { Subject } from '@srd/domain/access';
import type { FastifyRequest } from 'fastify';
import { CurrentUser } from '../edge/asked';
import { BundleAnswer } from './bundle.dto';
import { AsksPurpose, purposeOf } from './purpose';

/** A bundle is long work: so many from one address in a minute. */
const LIMIT = { default: { limit: 60, ttl: 60_000 } };

/** Audit bundles (srd-log/1): what is saved of the answer, to the byte, is what `srd verify` judges. */
@ApiTags('log')
@Controller('api/v1')
export class BundlesController {
  constructor(private readonly bundles: Bundles) {}

  @Get('cases/:id/bundle')
  @Throttle(LIMIT)
  @AsksPurpose()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: '一个案件的审计包：全部记录及其依据，附证明；每次导出另行留痕' })
  @ApiOkResponse({ type: BundleAnswer })
  ofCase(@CurrentUser() who: Who, @Param('id') id: string, @Req() request: FastifyRequest): Promise<Bundle> {
    return this.issue(who, { kind: 'case', id }, request);
  }

  @Get('draws/:id/bundle')
  @Throttle(LIMIT)
  @AsksPurpose()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: '一次抽取的审计包' })
  @ApiOkResponse({ type: BundleAnswer })
  ofDraw(@CurrentUser() who: Who, @Param('id') id: string, @Req() request: FastifyRequest): Promise<Bundle> {
    return this.issue(who, { kind: 'draw', id }, request);
  }

  @Get('tasks/:id/bundle')
  @Throttle(LIMIT)
  @AsksPurpose()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: '一项抽查任务的审计包：计划、抽取和各案件' })
  @ApiOkResponse({ type: BundleAnswer })
  ofTask(@CurrentUser() who: Who, @Param('id') id: string, @Req() request: FastifyRequest): Promise<Bundle> {
    return this.issue(who, { kind: 'task', id }, request);
  }

  @Get('integrity-files/:id/bundle')
  @Throttle(LIMIT)
  @AsksPurpose()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: '一份诚信档案的审计包：各项记录及其所据的案件、名单和通报' })
  @ApiOkResponse({ type: BundleAnswer })
  ofIntegrity(@CurrentUser() who: Who, @Param('id') id: string, @Req() request: FastifyRequest): Promise<Bundle> {
    return this.issue(who, { kind: 'integrity-file', id }, request);
  }

  @Get('organs/:id/years/:year/bundle')
  @Throttle(LIMIT)
  @AsksPurpose()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: '一个机关一个年度的审计包' })
  @ApiOkResponse({ type: BundleAnswer })
  ofYear(
    @CurrentUser() who: Who,
    @Param('id') id: string,
    @Param('year') year: string,
    @Req() request: FastifyRequest,
  ): Promise<Bundle> {
    return this.issue(who, { kind: 'organ-year', id: `${id}-${year}` }, request);
  }

  private issue(who: Who, subject: Subject, request: FastifyRequest): Promise<Bundle> {
    return this.bundles.issue(who, subject, purposeOf(request), request.id);
  }
}
