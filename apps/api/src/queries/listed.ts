import { HttpException } from '@nestjs/common';
import type { Listed } from '@srd/application';
import { shown } from '@srd/kernel';

/** A page of a list that is worked out as a whole; the cursor is the number of rows before it. */
export function pageOf<Row>(
  rows: readonly Row[],
  { cursor, limit = 50 }: { readonly cursor?: string; readonly limit?: number },
): Listed<Row> & { readonly total: number } {
  if (cursor !== undefined && !/^\d{1,7}$/.test(cursor))
    throw new HttpException(`cursor“${shown(cursor)}”不是本列表给出的`, 400);
  const from = Number(cursor ?? 0);
  const until = from + limit;
  return { items: rows.slice(from, until), next: until < rows.length ? String(until) : null, total: rows.length };
}
