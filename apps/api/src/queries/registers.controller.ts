import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { checkSees, demandRole, type Listed, type Who } from '@srd/application';
import type { Role } from '@srd/domain/account';
import { catalogue, publishedList } from '@srd/domain/catalogue';
import { inspectors, loanEndsOn, statementsOwed, type InspectorsState } from '@srd/domain/inspectors';
import { currentRules, drawModesOf, organ } from '@srd/domain/organ';
import { dayOf } from '@srd/kernel';
import type { AccountRow, InspectorRow, InstitutionRow, OrganRow, PractitionerRow } from '@srd/views';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentUser } from '../edge/asked';
import { ListsRows } from '../edge/listed';
import { InstitutionFilterDto, RosterFilterDto, ItemFilterDto, OrganFilterDto, YearDto } from './query.dto';
import { OrganCard } from './case-card.dto';
import { Reader } from './reader';
import {
  AccountCard,
  InspectorCard,
  InstitutionCard,
  ItemAnswer,
  LoanAnswer,
  OrganAnswer,
  PractitionerCard,
  RotationWaiverAnswer,
  StatementAnswer,
} from './registers.dto';

const KEEPERS: readonly Role[] = [
  'section-officer',
  'section-head',
  'supervision-officer',
  'leader',
  'partner-officer',
  'auditor',
];
/** What an organ's rules let a plan disclose (R48, R49, R54). */
const MODES = ['yearlyCap', 'capCounts', 'coverage', 'weights', 'manyComplaints'] as const;

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
  @ApiOkResponse({ type: OrganAnswer })
  async organ(@CurrentUser() who: Who, @Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const { state, revision } = await this.reader.state(organ, `organ-${id}`);
    checkSees(this.reader.stores, who, id, 'organs');
    void reply.header('etag', `"${revision}"`);
    const current = state && currentRules(state);
    return {
      ...state,
      ...(current ? { rules: current, drawModes: drawModesOf(current.rules, MODES) } : {}),
      revision,
    };
  }

  @Get('institutions')
  @ApiOperation({ summary: '检查对象名录库' })
  @ListsRows(InstitutionCard)
  institutions(
    @CurrentUser() who: Who,
    @Query() query: RosterFilterDto,
    @Req() request: FastifyRequest,
  ): Promise<Listed<InstitutionRow>> {
    return this.reader.rows('institutions', who, query, request, { where: { removed: 0 } });
  }

  @Get('practitioners')
  @ApiOperation({ summary: '法律服务人员名录库（人员以编号出现）' })
  @ListsRows(PractitionerCard)
  practitioners(
    @CurrentUser() who: Who,
    @Query() query: InstitutionFilterDto,
    @Req() request: FastifyRequest,
  ): Promise<Listed<PractitionerRow>> {
    return this.reader.rows('practitioners', who, query, request);
  }

  @Get('inspectors')
  @ApiOperation({ summary: '执法检查人员名录库（人员以编号出现）' })
  @ListsRows(InspectorCard)
  inspectors(
    @CurrentUser() who: Who,
    @Query() query: OrganFilterDto,
    @Req() request: FastifyRequest,
  ): Promise<Listed<InspectorRow>> {
    return this.reader.rows('inspectors', who, query, request);
  }

  @Get('inspectors/:organ/statements')
  @ApiOperation({ summary: '年度利害关系申报：已申报的，和尚未申报的人员（R61）' })
  @ListsRows(StatementAnswer)
  async statements(@CurrentUser() who: Who, @Param('organ') of: string, @Query() { year }: YearDto) {
    const state = await this.library(who, of);
    const made = state.statements.filter((one) => one.year === year);
    const owed = statementsOwed(state, year).map((person) => ({ person, year, interests: [], statedOn: null }));
    return { items: [...made, ...owed], next: null };
  }

  @Get('inspectors/:organ/loans')
  @ApiOperation({ summary: '借出的执法检查人员（R21）' })
  @ListsRows(LoanAnswer)
  async loans(@CurrentUser() who: Who, @Param('organ') of: string) {
    const { loans } = await this.library(who, of);
    return { items: loans.map((loan) => ({ ...loan, endsOn: loanEndsOn(loan) })), next: null };
  }

  @Get('inspectors/:organ/rotation-waivers')
  @ApiOperation({ summary: '经领导豁免的轮换限制（R59）' })
  @ListsRows(RotationWaiverAnswer)
  async rotationWaivers(@CurrentUser() who: Who, @Param('organ') of: string) {
    return { items: (await this.library(who, of)).rotationWaivers, next: null };
  }

  @Get('items')
  @ApiOperation({ summary: '已公布的抽查事项清单' })
  @ListsRows(ItemAnswer)
  async items(@CurrentUser() who: Who, @Query() { organ: of, list = 'own' }: ItemFilterDto) {
    checkSees(this.reader.stores, who, of);
    const { state } = await this.reader.state(catalogue, `catalogue-${of}`);
    return { items: publishedList(state, list, dayOf(this.reader.stores.clock.now())), next: null };
  }

  @Get('accounts')
  @ApiOperation({ summary: '账号和岗位' })
  @ListsRows(AccountCard)
  accounts(
    @CurrentUser() who: Who,
    @Query() query: OrganFilterDto,
    @Req() request: FastifyRequest,
  ): Promise<Listed<AccountRow>> {
    return this.reader.rows('accounts', who, query, request);
  }

  /** An organ's library of inspectors, for those who keep it or oversee it: what is in it is about people. */
  private async library(who: Who, of: string): Promise<InspectorsState> {
    demandRole(who, KEEPERS);
    checkSees(this.reader.stores, who, of, 'inspectors');
    return (await this.reader.state(inspectors, `inspectors-${of}`)).state;
  }
}
