import { Controller, Get, HttpException, Param, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { mayCommand } from '@srd/domain/account';
import { publicProcedure, type PublicProcedure, type PublicVisit } from '@srd/domain/case';
import type { FastifyRequest } from 'fastify';
import { Public } from '../edge/guard';
import { Reader } from './reader';
import { NO_SUCH_CODE, visitOf } from './visit-of';
import { PublicProcedureAnswer, PublicVisitAnswer } from './public-procedure.dto';

/** What an institution can check when inspectors stand at its door, and the procedure that they follow (B一(二)). */
@ApiTags('public')
@Public()
@Controller('api/v1/public')
export class PublicProcedureController {
  constructor(private readonly reader: Reader) {}

  @Get('visits/:code')
  @ApiOperation({ summary: '核验到场检查出示的检查码：机关、案号、事项及依据，不含人员和机构' })
  @ApiOkResponse({ type: PublicVisitAnswer })
  async visit(@Param('code') typed: string, @Req() request: FastifyRequest): Promise<PublicVisit> {
    const visit = await visitOf(this.reader, typed, request);
    if (!visit) throw new HttpException(NO_SUCH_CODE, 404);
    return visit;
  }

  @Get('procedure')
  @ApiOperation({ summary: '公开抽查程序：各环节、条件、依据和由谁办理，由案件程序图生成' })
  @ApiOkResponse({ type: PublicProcedureAnswer })
  procedure(): PublicProcedure {
    return publicProcedure(mayCommand);
  }
}
