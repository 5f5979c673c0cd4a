import { spreadsheetText } from '@srd/kernel';
import type { ListColumn } from './columns';

/** A code that a spreadsheet would take for a number or a formula stays the text that it is. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const guarded = spreadsheetText(value);
  const text = /^\d{8,}$/.test(guarded) || /^0\d+$/.test(guarded) ? `="${guarded}"` : guarded;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180 with a byte order mark, so that spreadsheets read it as UTF-8. */
export function csvOf<Row>(columns: readonly ListColumn<Row>[], rows: readonly Row[]): string {
  const exported = columns.filter(({ text }) => text !== undefined);
  const lines = [
    exported.map(({ title }) => cell(title)),
    ...rows.map((row) => exported.map(({ text }) => cell(text!(row)))),
  ];
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}

/** Hands a file to the browser's downloads. */
export function download(name: string, content: string | Blob, type = 'text/csv;charset=utf-8'): void {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
