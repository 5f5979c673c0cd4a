import { applyDecorators, HttpException } from '@nestjs/common';
import { ApiHeader, ApiQuery } from '@nestjs/swagger';
import type { Visit, Who } from '@srd/application';
import { shown } from '@srd/kernel';
import type { FastifyRequest } from 'fastify';
import { isPlainText } from '../edge/fields';

const LONGEST = 200;

/** What an auditor opens the file for: `?purpose=`, or the header `Srd-Purpose` with the same text percent-encoded. */
export function purposeOf(request: FastifyRequest): string | undefined {
  const asked =
    (request.query as { purpose?: unknown } | undefined)?.purpose ?? decoded(request.headers['srd-purpose']);
  if (asked === undefined) return undefined;
  const text = typeof asked === 'string' ? asked.normalize('NFC').trim() : '';
  if (text === '' || text.length > LONGEST || /[\r\n\t]/.test(text) || !isPlainText(text))
    throw new HttpException(`purpose 须为 1 至 ${LONGEST} 字的一行文字，所给为“${shown(text)}”`, 422);
  return text;
}

function decoded(header: string | string[] | undefined): string | undefined {
  if (typeof header !== 'string') return undefined;
  try {
    return decodeURIComponent(header);
  } catch {
    throw new HttpException('Srd-Purpose 须按百分号编码', 422);
  }
}

/** How somebody comes to a file by a request. */
export function visitOf(who: Who, request: FastifyRequest): Visit {
  const purpose = purposeOf(request);
  return { who, correlation: request.id, ...(purpose === undefined ? {} : { purpose }) };
}

/** Says in the interface's description that an auditor states a purpose. */
export const AsksPurpose = (): MethodDecorator =>
  applyDecorators(
    ApiQuery({ name: 'purpose', required: false, description: '纪检审计查阅的目的，每案每日一次' }),
    ApiHeader({ name: 'Srd-Purpose', required: false, description: '同 purpose，按百分号编码' }),
  );
