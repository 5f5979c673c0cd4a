import { spreadsheetText } from '@srd/kernel';
import type { OutgoingPublication } from '@srd/runtime';

function cell(value: string): string {
  return `"${spreadsheetText(value).replaceAll('"', '""')}"`;
}

/** One publication as RFC 4180 with a byte-order mark, so that it opens in the office's spreadsheet: headings, then the values. */
export function csvOf({ id, replaces, notice, fields }: OutgoingPublication): string {
  const columns = [
    ...fields.map(({ label, value }) => [label, value] as const),
    ['公示编号', id] as const,
    ['关联公示编号', replaces ?? ''] as const,
    ['说明', notice ?? ''] as const,
  ];
  const line = (at: 0 | 1): string => columns.map((column) => cell(column[at])).join(',');
  return `﻿${line(0)}\r\n${line(1)}\r\n`;
}
