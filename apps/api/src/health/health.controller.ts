import { Controller, Get, HttpException } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import { Engine } from '@srd/application';
import { Public } from '../edge/guard';
import { Readiness } from './readiness';

/** An answer that says one word. */
const statusOf = (status: string) => ({
  schema: { type: 'object', required: ['status'], properties: { status: { type: 'string', enum: [status] } } },
});

@ApiTags('health')
@Public()
@SkipThrottle()
@Controller('health')
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly engine: Engine,
  ) {}

  @Get('live')
  @ApiOperation({ summary: '进程在运行' })
  @ApiOkResponse(statusOf('up'))
  live(): { status: 'up' } {
    return { status: 'up' };
  }

  @Get('ready')
  @ApiOperation({ summary: '可以接受请求：事件库可读，读模型跟得上' })
  @ApiOkResponse(statusOf('ready'))
  async ready(): Promise<{ status: 'ready' }> {
    if (this.readiness.closing) throw new HttpException('正在停止', 503);
    const trouble = await this.engine.trouble();
    if (trouble !== undefined) throw new HttpException(trouble, 503);
    return { status: 'ready' };
  }
}
