/** A quote was opened and never closed; `row` counts from 1. */
export class UnclosedQuote extends Error {
  constructor(readonly row: number) {
    super(`第 ${row} 行的引号没有结束`);
    this.name = 'UnclosedQuote';
  }
}

/**
 * Records of a text (RFC 4180): fields in quotes may hold separators, line breaks and doubled quotes; lines end in CRLF, LF or CR. The
 * separator is a tab where one of the first lines holds several, as when a table is copied out of a document, else a comma.
 * @throws UnclosedQuote
 */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const isTabbed = text.split(/\r\n|\r|\n/, 10).some((line) => line.split('\t').length > 2);
  const separator = isTabbed ? '\t' : ',';
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  const endRecord = (): void => {
    records.push(record);
    record = [];
  };
  while (at < text.length) {
    let field = '';
    if (text[at] === '"') {
      at++;
      for (;;) {
        const quote = text.indexOf('"', at);
        if (quote < 0) throw new UnclosedQuote(records.length + 1);
        field += text.slice(at, quote);
        at = quote + 1;
        if (text[at] !== '"') break;
        field += '"';
        at++;
      }
    }
    const from = at;
    while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
    record.push(field + text.slice(from, at));
    if (at >= text.length) break;
    const end = text[at++];
    if (end === separator) {
      if (at >= text.length) record.push('');
      continue;
    }
    if (end === '\r' && text[at] === '\n') at++;
    endRecord();
  }
  if (record.length > 0) endRecord();
  return records;
}

/** Text that office programs open as a table: a byte-order mark, CRLF, quotes where they are needed. */
export function writeCsv(records: readonly (readonly string[])[]): string {
  const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `\uFEFF${records.map((record) => `${record.map(field).join(',')}\r\n`).join('')}`;
}
