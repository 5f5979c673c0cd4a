import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import { Contributions, type Who } from '@srd/application';
import type { FastifyRequest } from 'fastify';
import { CurrentUser, orderOf } from '../edge/asked';
import { Public } from '../edge/guard';
import {
  ContributionAnswer,
  ContributorLinks,
  ContributorViewDto,
  LinkDto,
  OpenDto,
  SealDto,
} from './contribution.dto';

/** Witnesses come by a link of their own and have no account. */
@ApiTags('draws')
@Controller('api/v1')
export class ContributionsController {
  constructor(private readonly contributions: Contributions) {}

  @Public()
  @Throttle({ default: { limit: 60, ttl: 60_000 } })
  @Post('public/draws/:draw/seal')
  @ApiOperation({ summary: '见证人封存', operationId: 'EnterSeal' })
  @ApiCreatedResponse({ type: ContributionAnswer })
  seal(
    @Param('draw') draw: string,
    @Body() body: SealDto,
    @Req() request: FastifyRequest,
  ): Promise<ContributionAnswer> {
    const { token, seal } = body;
    return this.answer(draw, token, 'EnterSeal', { seal }, request);
  }

  @Public()
  @Throttle({ default: { limit: 60, ttl: 60_000 } })
  @Post('public/draws/:draw/open')
  @ApiOperation({ summary: '见证人开启', operationId: 'OpenSeal' })
  @ApiCreatedResponse({ type: ContributionAnswer })
  open(
    @Param('draw') draw: string,
    @Body() body: OpenDto,
    @Req() request: FastifyRequest,
  ): Promise<ContributionAnswer> {
    const { token, value, nonce } = body;
    return this.answer(draw, token, 'OpenSeal', { value, nonce }, request);
  }

  /** By POST, so that the token stands in no address. */
  @Public()
  @Throttle({ default: { limit: 600, ttl: 60_000 } })
  @Post('public/draws/:draw/link')
  @HttpCode(200)
  @ApiOperation({ summary: '见证人所见：链接属于谁，抽取进行到哪一步' })
  @ApiOkResponse({ type: ContributorViewDto })
  view(@Param('draw') draw: string, @Body() { token }: LinkDto): Promise<ContributorViewDto> {
    return this.contributions.view(draw, token);
  }

  @Get('selections/:id/links')
  @ApiOperation({ summary: '最近一次抽取各见证人的链接，供承办科室转交' })
  @ApiOkResponse({ type: ContributorLinks })
  async links(@CurrentUser() who: Who, @Param('id') id: string): Promise<ContributorLinks> {
    return { items: [...(await this.contributions.links(who, id))] };
  }

  private async answer(
    draw: string,
    token: string,
    type: 'EnterSeal' | 'OpenSeal',
    content: Readonly<Record<string, string>>,
    request: FastifyRequest,
  ): Promise<ContributionAnswer> {
    const { by, outcome } = await this.contributions.give(draw, token, type, content, orderOf(request, true));
    return { draw, by, revision: outcome.revision, position: outcome.position ?? null };
  }
}
