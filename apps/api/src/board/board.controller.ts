import { Controller, Get, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Board, type Who } from '@srd/application';
import type { FastifyRequest } from 'fastify';
import { CurrentUser } from '../edge/asked';
import { after } from '../queries/reader';
import { BoardOfCases } from './board.dto';

@ApiTags('work')
@Controller('api/v1/board')
export class BoardController {
  constructor(private readonly board: Board) {}

  @Get()
  @ApiOperation({ summary: '看板：所见各机关的全部案件，一次取得；其后的变动由 /api/v1/live 告知' })
  @ApiOkResponse({ type: BoardOfCases })
  async cards(@CurrentUser() who: Who, @Req() request: FastifyRequest): Promise<BoardOfCases> {
    const { cards, position } = await this.board.of(who, after(request).after);
    return { cards: cards.map((card) => ({ id: card.case, ...card })), position: position ?? null };
  }
}
