import { Controller, Get, HttpException, Param, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { mayCommand } from '@srd/domain/account';
import { inspectionCase, publicProcedure, publicVisit, type PublicProcedure, type PublicVisit } from '@srd/domain/case';
import { visitCodes, type VisitCodeRow } from '@srd/views';
import type { FastifyRequest } from 'fastify';
import { Public } from '../edge/guard';
import { Reader } from './reader';

/** No code is told apart from another that fails: who types one in learns nothing by trying. */
const NO_SUCH_CODE = '未查到该检查码，请拨打检查机关对外公布的电话核实';

/** What an institution can check when inspectors stand at its door, and the procedure that they follow (B一(二)). */
@ApiTags('public')
@Public()
@Controller('api/v1/public')
export class PublicProcedureController {
  constructor(private readonly reader: Reader) {}

  @Get('visits/:code')
  @ApiOperation({ summary: '核验到场检查出示的检查码：机关、案号、事项及依据，不含人员和机构' })
  async visit(@Param('code') typed: string, @Req() request: FastifyRequest): Promise<PublicVisit> {
    const code = typed.trim().toUpperCase();
    const shown = { where: { code } };
    const { items } = await this.reader.rows<VisitCodeRow>(visitCodes.name, undefined, { limit: 1 }, request, shown);
    const [row] = items;
    if (!row) throw new HttpException(NO_SUCH_CODE, 404);
    const { state } = await this.reader.state(inspectionCase, `case-${row.case}`);
    const visit = state && publicVisit(state, code);
    if (!visit) throw new HttpException(NO_SUCH_CODE, 404);
    return visit;
  }

  @Get('procedure')
  @ApiOperation({ summary: '公开抽查程序：各环节、条件、依据和由谁办理，由案件程序图生成' })
  procedure(): PublicProcedure {
    return publicProcedure(mayCommand);
  }
}
