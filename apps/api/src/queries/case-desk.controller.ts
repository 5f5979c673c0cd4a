import { Controller, Get, Param, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CaseFiles, type CaseName, type Listed, type Who } from '@srd/application';
import { publicationsOf, revisitForm, type DeskPublication, type RevisitFinding } from '@srd/domain/case';
import type { FastifyRequest } from 'fastify';
import { CurrentUser } from '../edge/asked';
import { CaseNameAnswer } from '../log/log.dto';
import { AsksPurpose, visitOf } from '../log/purpose';
import { ListsRows } from '../edge/listed';
import { FindingToRevisit, PublicationOfCase } from './case-desk.dto';

/** What somebody needs before them for one piece of work on a case. */
@ApiTags('work')
@Controller('api/v1/cases/:id')
export class CaseDeskController {
  constructor(private readonly files: CaseFiles) {}

  @Get('name')
  @ApiOperation({ summary: '是哪一个案件：案号和机构名称，与案件列表所示相同；不算查阅，不留痕' })
  @ApiOkResponse({ type: CaseNameAnswer })
  name(@CurrentUser() who: Who, @Param('id') id: string): Promise<CaseName> {
    return this.files.name(id, who);
  }

  @Get('revisit')
  @AsksPurpose()
  @ApiOperation({ summary: '回访表：尚未了结的检查结果，原文与现文并列，附各轮的责令、整改报告、送达和催办' })
  @ListsRows(FindingToRevisit)
  async revisit(
    @CurrentUser() who: Who,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<Listed<RevisitFinding>> {
    const { state } = await this.files.open(id, visitOf(who, request));
    return { items: revisitForm(state), next: null };
  }

  @Get('publications')
  @AsksPurpose()
  @ApiOperation({ summary: '一个案件的各次公示：拟公示的内容和待核对之处，已公示的内容，各载体的状态和回执' })
  @ListsRows(PublicationOfCase)
  async publications(
    @CurrentUser() who: Who,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<Listed<DeskPublication>> {
    const { state } = await this.files.open(id, visitOf(who, request));
    return { items: publicationsOf(state), next: null };
  }
}
