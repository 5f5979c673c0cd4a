import { parseCsv, UnclosedQuote, writeCsv } from './csv';
import { decode } from './decode';

describe('a text as a table', () => {
  it('takes quotes, doubled quotes, separators and line breaks in fields, and any line end (RFC 4180)', () => {
    expect(parseCsv('a,"b,1","say ""yes""","two\nlines"\r\n,,x,\rlast')).toEqual([
      ['a', 'b,1', 'say "yes"', 'two\nlines'],
      ['', '', 'x', ''],
      ['last'],
    ]);
    expect(parseCsv('')).toEqual([]);
    expect(parseCsv('a,\n')).toEqual([['a', '']]);
  });

  it('separates by tabs where the table was copied out of a document', () => {
    expect(parseCsv('计划表\n\n序号\t名称\t备注\n1\ta,b\t')).toEqual([
      ['计划表'],
      [''],
      ['序号', '名称', '备注'],
      ['1', 'a,b', ''],
    ]);
  });

  it('names the row of a quote that never ends', () => {
    expect(() => parseCsv('a\n"b')).toThrow(new UnclosedQuote(2));
  });

  it('comes back as it was written', () => {
    const records = [
      ['名称', '备注'],
      ['一"二"', 'a,b\nc'],
    ];
    expect(parseCsv(writeCsv(records).slice(1))).toEqual(records);
  });

  it('reads UTF-8 with and without a mark, UTF-16 with one, and GB18030', () => {
    expect(decode(Buffer.from('律师'))).toEqual({ text: '律师', encoding: 'utf-8' });
    expect(decode(Buffer.from('\uFEFF律师'))?.text).toBe('律师');
    expect(decode(Buffer.from('\uFEFF律师', 'utf16le'))).toEqual({ text: '律师', encoding: 'utf-16le' });
    expect(decode(Buffer.from([0xc2, 0xc9, 0xca, 0xa6]))).toEqual({ text: '律师', encoding: 'gb18030' });
    expect(decode(Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0xff]))).toBeUndefined();
  });
});
