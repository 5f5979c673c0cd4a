import { ArgumentsHost, Catch, HttpException, Logger, type ExceptionFilter } from '@nestjs/common';
import { CorruptHistory, Refusal, nth, type JsonObject } from '@srd/kernel';
import { KeyReused, LogUnavailable, Stale, Unrecordable } from '@srd/runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HasFaults, type Fault } from './validation';

/** RFC 9457 problem details: Chinese text for people, a stable English code for programs. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly instance: string;
  /** The article or rule behind a refusal. */
  readonly basis?: string;
  readonly errors?: readonly Fault[];
  /** What the page needs to explain the refusal, or what changed since the asker looked. */
  readonly data?: JsonObject;
}

/** Sign-in failed. It doesn't say which of the two was wrong. */
export class WrongCredentials extends Error {}

type Said = Omit<Problem, 'type' | 'instance'> & { readonly retryAfter?: number };

const HTTP: Readonly<Record<number, readonly [code: string, title: string]>> = {
  400: ['MALFORMED', '请求无法解析'],
  401: ['NOT_SIGNED_IN', '尚未登录或会话已结束'],
  403: ['FORBIDDEN', '没有此项权限'],
  404: ['NOT_FOUND', '没有找到'],
  405: ['METHOD_NOT_ALLOWED', '不支持此方法'],
  412: ['STALE', '他人已处理'],
  413: ['TOO_LARGE', '提交的内容过大'],
  415: ['UNSUPPORTED_MEDIA_TYPE', '请以 JSON 提交'],
  422: ['INVALID', '内容有误'],
  428: ['IF_MATCH_REQUIRED', '缺少 If-Match'],
  429: ['TOO_MANY_REQUESTS', '请求过于频繁'],
  503: ['UNAVAILABLE', '服务暂不可用'],
};

/** Answers every error as `application/problem+json`; what isn't an answer but a fault is logged and says nothing of the inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { retryAfter, ...said } = this.say(error, request);
    const problem: Problem = {
      type: `urn:srd:problem:${said.code.toLowerCase().replaceAll('_', '-')}`,
      instance: request.url.split('?')[0] ?? request.url,
      ...said,
    };
    if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
    void reply
      .status(said.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem));
  }

  protected say(error: unknown, request: FastifyRequest): Said {
    if (error instanceof HasFaults) {
      return {
        ...http(422),
        code: 'VALIDATION_FAILED',
        detail: faultsIn(error.faults),
        basis: '本系统',
        errors: error.faults,
      };
    }
    if (error instanceof Refusal) {
      const { title, basis, status = 409 } = error.text;
      const { retryAfter } = error.data;
      const again = typeof retryAfter === 'number' ? { retryAfter } : {};
      return { status, code: error.code, title, detail: error.detail, basis, data: error.data, ...again };
    }
    if (error instanceof Stale) {
      const since = error.since.map(({ revision, type, at, actor }) => ({ revision, type, at, actor }));
      return {
        ...http(412),
        ...staleness(error),
        data: { expected: error.expected, actual: error.actual, since },
      };
    }
    if (error instanceof KeyReused) {
      return { ...http(422), code: 'IDEMPOTENCY_KEY_REUSED', detail: '同一 Idempotency-Key 已用于另一内容的请求' };
    }
    if (error instanceof Unrecordable) {
      return { ...http(422), code: 'UNRECORDABLE', detail: `内容不能入库（${error.pointer}）` };
    }
    if (error instanceof LogUnavailable) {
      this.logger.error(error.message);
      return { ...http(503), code: 'LOG_UNAVAILABLE', detail: '事件库暂不能写入，请稍后重试', retryAfter: 2 };
    }
    if (error instanceof WrongCredentials) {
      return { ...http(401), code: 'WRONG_CREDENTIALS', title: '登录未成功', detail: error.message };
    }
    const status = statusOf(error);
    if (status !== undefined && status < 500) {
      return { ...http(status), detail: detailOf(error) ?? http(status).title };
    }
    if (status === 503) return { ...http(503), detail: detailOf(error) ?? http(503).title, retryAfter: 2 };
    const corrupt = error instanceof CorruptHistory;
    this.logger.error({
      requestId: request.id,
      route: request.routeOptions.url ?? 'unknown',
      msg: corrupt ? 'CORRUPT_HISTORY' : 'INTERNAL',
      stack: error instanceof Error ? error.stack : String(error),
    });
    return {
      status: 500,
      code: corrupt ? 'CORRUPT_HISTORY' : 'INTERNAL',
      title: '系统内部错误',
      detail: corrupt ? `记录与程序不符：${error.stream}` : '请记下时间并告知管理员',
    };
  }
}

/** Others have come first, or the version is none that anybody can have seen. */
function staleness({ expected, actual }: Stale): Pick<Said, 'title' | 'detail'> {
  if (expected > actual) {
    const now = actual < 0 ? '尚无记录' : `现为 "${actual}"，即第 ${nth(actual)} 版`;
    return { title: '没有这一版本', detail: `If-Match 所写的 "${expected}" 不存在（${now}）：请重新读取后再提交` };
  }
  return { title: '他人已处理', detail: `他人已处理（第 ${nth(expected)} 版→第 ${nth(actual)} 版）：请刷新后再提交` };
}

/** As many faults as a line holds. */
const MOST_NAMED = 3;

/** 有 1 处填写有误：发生日期（/occurredOn）应为存在的日期，如 2024-06-30; of an address 年度（/year）所给为“xx”，应为整数. */
function faultsIn(faults: readonly Fault[]): string {
  const named = faults.slice(0, MOST_NAMED).map(({ pointer, name, message, given }) => {
    const said = given === undefined ? message : `所给为“${given}”，${message}`;
    return `${name === undefined ? pointer : `${name}（${pointer}）`}${said}`;
  });
  const more = faults.length > MOST_NAMED ? '；……' : '';
  return `有 ${faults.length} 处填写有误：${named.join('；')}${more}`;
}

function http(status: number): Pick<Said, 'status' | 'code' | 'title' | 'detail'> {
  const [code, title] = HTTP[status] ?? ['HTTP_ERROR', '请求未完成'];
  return { status, code, title, detail: title };
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : undefined;
}

/** Our own messages are Chinese; a library's English one is left to the title. */
function detailOf(error: unknown): string | undefined {
  const message = error instanceof Error ? error.message : undefined;
  return message !== undefined && /[一-鿿]/.test(message) ? message : undefined;
}
