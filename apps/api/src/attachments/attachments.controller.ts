import {
  applyDecorators,
  Controller,
  createParamDecorator,
  Get,
  Header,
  HttpException,
  Param,
  Post,
  Query,
  Req,
  Res,
  type ExecutionContext,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import { Attachments, MOST_BYTES, type Filed, type Visit, type Who } from '@srd/application';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { CurrentUser, whoAsks, type SignedRequest } from '../edge/asked';
import { AsksPurpose, visitOf } from '../log/purpose';
import { AttachmentQueryDto, AttachmentsDto, ReceivedDto } from './attachment.dto';

/** What files are read through, and by whom. */
interface Subject {
  readonly kind: Filed;
  readonly id: string;
  readonly visit: Visit;
}

/** The subject of a route, by its kind and the id in the address. */
const Through = createParamDecorator((kind: Filed, context: ExecutionContext): Subject => {
  const request = context.switchToHttp().getRequest<SignedRequest>();
  const { id } = request.params as { readonly id: string };
  return { kind, id, visit: visitOf(whoAsks(request), request) };
});

const InAddress = (name: string): MethodDecorator => ApiParam({ name, type: String, required: true });

/** A route that lists a subject's files. */
function ListsFiles(summary: string): MethodDecorator {
  return applyDecorators(InAddress('id'), ApiOperation({ summary }), ApiOkResponse({ type: AttachmentsDto }));
}

/** A route that answers with a file's bytes, which nobody on the way keeps. */
function SendsContent(summary: string): MethodDecorator {
  return applyDecorators(
    Header('cache-control', 'no-store'),
    InAddress('id'),
    ApiOperation({ summary }),
    ApiProduces('application/octet-stream'),
    ApiOkResponse({ schema: { type: 'string', format: 'binary' } }),
  );
}

/** Files are sent before the command that names them, and read through the subject whose events name them. */
@ApiTags('attachments')
@Controller('api/v1')
export class AttachmentsController {
  constructor(private readonly attachments: Attachments) {}

  @Post('attachments')
  @Throttle({ default: { limit: 240, ttl: 60_000 } })
  @ApiOperation({
    operationId: 'send-attachment',
    summary: `上传一个文件（至多 ${MOST_BYTES / 1_048_576} MB），返回服务端计算的 SHA-256；落盘后才应答，七日内未被记录引用的将清除`,
  })
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiCreatedResponse({ type: ReceivedDto })
  async send(
    @CurrentUser() who: Who,
    @Query() { name }: AttachmentQueryDto,
    @Req() request: FastifyRequest,
  ): Promise<ReceivedDto> {
    const { body } = request;
    if (!(body instanceof Readable)) throw new HttpException('请以 application/octet-stream 提交文件本身', 415);
    if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES)
      throw new HttpException(`文件不能超过 ${MOST_BYTES / 1_048_576} MB`, 413);
    // What is refused half way is read to its end all the same: only then does the sender hear why.
    const content = body.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
    const receiving = this.attachments.receive(who, name, content).finally(() => body.resume());
    const { sha256, name: kept, size, mediaType, at } = await receiving;
    return { sha256, name: kept, size, mediaType, receivedAt: at };
  }

  @Get('cases/:id/attachments')
  @AsksPurpose()
  @ListsFiles('案卷中的证据和材料')
  ofCase(@Through('case') subject: Subject): Promise<AttachmentsDto> {
    return this.list(subject);
  }

  @Get('selections/:id/attachments')
  @ListsFiles('现场摇号、抽签或平台抽取留存的证据')
  ofSelection(@Through('selection') subject: Subject): Promise<AttachmentsDto> {
    return this.list(subject);
  }

  @Get('standings/:id/attachments')
  @ListsFiles('列入名单所附的联系记录、陈述申辩等材料')
  ofStanding(@Through('standing') subject: Subject): Promise<AttachmentsDto> {
    return this.list(subject);
  }

  @Get('cases/:id/attachments/:sha256')
  @AsksPurpose()
  @SendsContent('案卷中一个文件的内容；每次读取都重算 SHA-256，不符即报 ATTACHMENT_DAMAGED')
  contentOfCase(
    @Through('case') subject: Subject,
    @Param('sha256') sha256: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.content(subject, sha256, reply);
  }

  @Get('selections/:id/attachments/:sha256')
  @SendsContent('抽取所附一个文件的内容')
  contentOfSelection(
    @Through('selection') subject: Subject,
    @Param('sha256') sha256: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.content(subject, sha256, reply);
  }

  @Get('standings/:id/attachments/:sha256')
  @SendsContent('列入名单所附一个文件的内容')
  contentOfStanding(
    @Through('standing') subject: Subject,
    @Param('sha256') sha256: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.content(subject, sha256, reply);
  }

  private async list({ kind, id, visit }: Subject): Promise<AttachmentsDto> {
    return { items: [...(await this.attachments.list(kind, id, visit))], next: null };
  }

  private async content({ kind, id, visit }: Subject, sha256: string, reply: FastifyReply): Promise<void> {
    const { name, mediaType, bytes } = await this.attachments.content(kind, id, sha256, visit);
    // To be saved, never to be shown in place: whatever it holds, it runs nowhere (T21).
    void reply
      .header('content-type', mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType)
      .header('content-disposition', `attachment; filename*=UTF-8''${percentEncoded(name)}`)
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('x-content-type-options', 'nosniff')
      .send(Buffer.from(bytes));
  }
}

/** A name as RFC 8187 writes it. */
function percentEncoded(name: string): string {
  return encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
