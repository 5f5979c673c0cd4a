import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { checkSees, type Listed, type Who } from '@srd/application';
import { catalogue, publishedList } from '@srd/domain/catalogue';
import { currentRules, organ } from '@srd/domain/organ';
import { dayOf } from '@srd/kernel';
import type { AccountRow, InspectorRow, InstitutionRow, OrganRow, PractitionerRow } from '@srd/views';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentUser } from '../edge/asked';
import { ListsRows } from '../edge/listed';
import { InstitutionFilterDto, ItemFilterDto, OrganFilterDto } from './query.dto';
import { OrganCard } from './case-card.dto';
import { Reader } from './reader';

@ApiTags('registers')
@Controller('api/v1')
export class RegistersController {
  constructor(private readonly reader: Reader) {}

  @Get('organs')
  @ApiOperation({ summary: '机关' })
  @ListsRows(OrganCard)
  organs(
    @CurrentUser() who: Who,
    @Query() query: OrganFilterDto,
    @Req() request: FastifyRequest,
  ): Promise<Listed<OrganRow>> {
    return this.reader.rows('organs', who, query, request);
  }

  @Get('organs/:id')
  @ApiOperation({ summary: '一个机关：科室和现行规则，每项规则注明出处' })
  async organ(@CurrentUser() who: Who, @Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const { state, revision } = await this.reader.state(organ, `organ-${id}`);
    checkSees(this.reader.stores, who, id, 'organs');
    void reply.header('etag', `"${revision}"`);
    return { ...state, ...(state ? { rules: currentRules(state) } : {}), revision };
  }

  @Get('institutions')
  @ApiOperation({ summary: '检查对象名录库' })
  institutions(
    @CurrentUser() who: Who,
    @Query() query: InstitutionFilterDto,
    @Req() request: FastifyRequest,
  ): Promise<Listed<InstitutionRow>> {
    return this.reader.rows('institutions', who, query, request, { where: { removed: 0 } });
  }

  @Get('practitioners')
  @ApiOperation({ summary: '法律服务人员名录库（人员以编号出现）' })
  practitioners(
    @CurrentUser() who: Who,
    @Query() query: InstitutionFilterDto,
    @Req() request: FastifyRequest,
  ): Promise<Listed<PractitionerRow>> {
    return this.reader.rows('practitioners', who, query, request);
  }

  @Get('inspectors')
  @ApiOperation({ summary: '执法检查人员名录库（人员以编号出现）' })
  inspectors(
    @CurrentUser() who: Who,
    @Query() query: OrganFilterDto,
    @Req() request: FastifyRequest,
  ): Promise<Listed<InspectorRow>> {
    return this.reader.rows('inspectors', who, query, request);
  }

  @Get('items')
  @ApiOperation({ summary: '已公布的抽查事项清单' })
  async items(@CurrentUser() who: Who, @Query() { organ: of, list = 'own' }: ItemFilterDto) {
    checkSees(this.reader.stores, who, of);
    const { state } = await this.reader.state(catalogue, `catalogue-${of}`);
    return { items: publishedList(state, list, dayOf(this.reader.stores.clock.now())), next: null };
  }

  @Get('accounts')
  @ApiOperation({ summary: '账号和岗位' })
  accounts(
    @CurrentUser() who: Who,
    @Query() query: OrganFilterDto,
    @Req() request: FastifyRequest,
  ): Promise<Listed<AccountRow>> {
    return this.reader.rows('accounts', who, query, request);
  }
}
