import { HttpException } from '@nestjs/common';
import { NotStrictJson, parseStrictJson, type JsonValue, type StrictJsonFault } from '@srd/kernel';
import type { FastifyInstance } from 'fastify';

const FAULTS: Readonly<Record<StrictJsonFault, string>> = {
  syntax: '不是有效的 JSON',
  'doubled-member': '同一成员出现两次',
  'lone-surrogate': '文字含有孤立的代理码元',
  number: '数字须为整数，且不超出范围',
  depth: '嵌套过深',
};

/** The one route that takes a file: its body is handed on as it streams in, and its length is the route's own business. */
export const FILE_ROUTE = '/api/v1/attachments';

/**
 * Bodies are JSON that means one thing to every reader, and no other type is read, but for a file at its own route: what goes into an event must be that (srd-log/1).
 * A body that is empty says nothing, as `{}` does.
 */
export function acceptBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_, bytes, done) => {
    try {
      done(null, bytes.length === 0 ? {} : bodyOf(textOf(bytes as Buffer)));
    } catch (error) {
      done(error as Error);
    }
  });
  server.addContentTypeParser('application/octet-stream', (request, stream, done) => {
    if (request.routeOptions.url === FILE_ROUTE) done(null, stream);
    else done(new HttpException('请以 JSON 提交', 415));
  });
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new HttpException('不是 UTF-8 文字', 400);
  }
}

function bodyOf(text: string): JsonValue {
  try {
    const body = parseStrictJson(text);
    refusePrototypes(body);
    return body;
  } catch (error) {
    if (error instanceof NotStrictJson)
      throw new HttpException(`第 ${error.offset + 1} 个字符处${FAULTS[error.fault]}`, 400);
    throw error;
  }
}

/** `__proto__` is a name like any other to us, and a trap to libraries that copy members one by one. */
function refusePrototypes(value: JsonValue): void {
  if (typeof value !== 'object' || value === null) return;
  if (Object.hasOwn(value, '__proto__')) throw new HttpException('不能有名为 __proto__ 的成员', 400);
  for (const member of Object.values(value)) refusePrototypes(member as JsonValue);
}
