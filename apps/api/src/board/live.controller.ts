import { Controller, Get, HttpException, Query, Req, Res, type OnModuleDestroy } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Live, type Told, type Who } from '@srd/application';
import { shown } from '@srd/kernel';
import type { Position } from '@srd/runtime';
import type { FastifyReply } from 'fastify';
import { once } from 'node:events';
import { CurrentUser, type SignedRequest } from '../edge/asked';
import { Follows } from '../edge/guard';
import { LiveDto } from './live.dto';

const HEARTBEAT = 15_000;

/** Server-sent events: `id:` is the position, so that a browser that was cut off says where it was and misses nothing. */
@ApiTags('work')
@Controller('api/v1/live')
export class LiveController implements OnModuleDestroy {
  private readonly closing = new Set<() => void>();

  constructor(private readonly live: Live) {}

  @Get()
  @Follows()
  @ApiOperation({ summary: '实时变动（SSE）：id 为全局位置，断线后以 Last-Event-ID 或 after 接续，只含可见机关' })
  @ApiHeader({ name: 'Last-Event-ID', required: false })
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { type: 'string' } } } })
  async stream(
    @CurrentUser() who: Who,
    @Query() { after }: LiveDto,
    @Req() request: SignedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!this.live.hasRoom(who)) throw new HttpException('打开的实时窗口过多，请关闭几个后再试', 429);
    const { at, missed } = await this.live.beginning(lastSeen(request) ?? (after as Position | undefined));
    const { raw } = reply;
    const write = async (text: string): Promise<void> => {
      // A reader that doesn't read is waited for, not remembered.
      if (!raw.write(text) && !raw.destroyed) await Promise.race([once(raw, 'drain'), once(raw, 'close')]);
    };
    const began = (): void => {
      reply.hijack();
      raw.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-cache, no-transform',
        'x-accel-buffering': 'no',
        // It ends with the stream: nothing else comes on it.
        connection: 'close',
      });
      raw.write(`retry: 2000\n${idLine(at)}event: ${missed ? 'reset' : 'ready'}\ndata: {}\n\n`);
    };
    // Refuses before anything is sent.
    const listening = this.live.listen(who, at, (told) => write(eventOf(told)));
    began();
    const heartbeat = setInterval(() => {
      void this.live.stillIn(who, request.token!).then((still) => (still ? write(': \n\n') : end()));
    }, HEARTBEAT);
    const end = (): void => {
      clearInterval(heartbeat);
      this.closing.delete(end);
      void listening.close();
      raw.end();
    };
    this.closing.add(end);
    raw.on('close', end);
  }

  /** A stopping server lets its readers go: they come again to the next one. */
  onModuleDestroy(): void {
    for (const end of this.closing) end();
  }
}

function lastSeen(request: SignedRequest): Position | undefined {
  const header = request.headers['last-event-id'];
  if (header === undefined || header === '') return undefined;
  if (typeof header !== 'string' || !/^\d{1,15}$/.test(header))
    throw new HttpException(`Last-Event-ID（${shown(String(header))}）须为位置`, 400);
  return Number(header) as Position;
}

const idLine = (position: Position | undefined): string => (position === undefined ? '' : `id: ${position}\n`);

function eventOf(told: Told): string {
  return `${idLine(told.position)}data: ${JSON.stringify(told)}\n\n`;
}
