import { createParamDecorator, HttpException, type ExecutionContext } from '@nestjs/common';
import type { Order, Who } from '@srd/application';
import type { FastifyRequest } from 'fastify';

/** A request after the guard: who asks stands on it. */
export type SignedRequest = FastifyRequest & { who?: Who; token?: string };

/** Who asks. The guard has put it there. @throws 401 where nobody is signed in */
export function whoAsks({ who }: SignedRequest): Who {
  if (!who) throw new HttpException('尚未登录或会话已结束', 401);
  return who;
}

export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext): Who =>
  whoAsks(context.switchToHttp().getRequest<SignedRequest>()),
);

/** What the headers say of a command: the revision the asker saw, the idempotency key, the correlation id. */
export function orderOf(request: FastifyRequest, creates: boolean): Order {
  const key = request.headers['idempotency-key'];
  if (key !== undefined && (typeof key !== 'string' || !/^[\x21-\x7e]{1,128}$/.test(key))) {
    throw new HttpException('Idempotency-Key 须为 1 至 128 个可见字符', 400);
  }
  const expected = ifMatch(request.headers['if-match']);
  if (expected === undefined && !creates) {
    throw new HttpException('须在 If-Match 中给出所见的版本（GET 返回的 ETag）', 428);
  }
  return {
    correlation: request.id,
    ...(key === undefined ? {} : { key }),
    ...(expected === undefined ? {} : { expected }),
  };
}

function ifMatch(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const match = /^"(\d{1,15})"$/.exec(header.trim());
  if (!match) throw new HttpException('If-Match 须为一个版本，如 "17"', 400);
  return Number(match[1]);
}
