import { utils, write, type WorkSheet } from '@e965/xlsx';
import { deflateRawSync } from 'node:zlib';
import { isWorkbook, readSheet } from './sheet';

function bookOf(sheet: WorkSheet): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '计划表');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['第二张表']]), '说明');
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Uint8Array;
}

/** An archive of one packed file that says of itself that it unpacks to a single byte. */
function archiveOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const said = Buffer.alloc(30);
  said.write('PK\u0003\u0004', 'latin1');
  said.writeUInt16LE(8, 8);
  said.writeUInt32LE(packed.length, 18);
  said.writeUInt32LE(1, 22);
  said.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.write('PK\u0001\u0002', 'latin1');
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(1, 24);
  entry.writeUInt16LE(name.length, 28);
  const files = Buffer.concat([said, Buffer.from(name), packed]);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(files.length, 16);
  return Buffer.concat([files, entry, Buffer.from(name), end]);
}

describe('a workbook', () => {
  it('R33 is read as people see it: a share in per cent, a month, a title above, the first sheet alone', () => {
    const sheet = utils.aoa_to_sheet([
      ['2023年抽查工作计划表'],
      [],
      ['抽取比例', '抽查时间', '序号'],
      [null, '2023年7-8月', 4],
    ]);
    sheet['A4'] = { t: 'n', v: 0.2, z: '0%' };
    const bytes = bookOf(sheet);
    expect(isWorkbook(bytes)).toBe(true);
    expect(readSheet(bytes)).toEqual([
      ['2023年抽查工作计划表'],
      [],
      ['抽取比例', '抽查时间', '序号'],
      ['20%', '2023年7-8月', '4'],
    ]);
  });

  it('leaves formulas uncomputed and takes no more columns than a table has', () => {
    const sheet = utils.aoa_to_sheet([['a']]);
    sheet['B1'] = { t: 'n', v: 3, f: '1+2' };
    sheet['XFD1'] = { t: 's', v: 'far' };
    sheet['!ref'] = 'A1:XFD1';
    const [record] = readSheet(bookOf(sheet));
    expect(record?.slice(0, 2)).toEqual(['a', '3']);
    expect(record).toHaveLength(100);
  });

  it('refuses more rows than a table has', () => {
    const sheet = utils.aoa_to_sheet(Array.from({ length: 20_001 }, (_, row) => [row]));
    expect(() => readSheet(bookOf(sheet))).toThrow('电子表格过大');
  });

  it('refuses an archive that unpacks to more than it says, before anything is read of it', () => {
    const bomb = archiveOf('xl/workbook.xml', Buffer.alloc(100_000_001));
    expect(bomb.length).toBeLessThan(200_000);
    expect(() => readSheet(bomb)).toThrow('电子表格过大');
  });

  it('refuses what is cut off or no workbook', () => {
    const bytes = bookOf(utils.aoa_to_sheet([['a']]));
    for (const broken of [bytes.subarray(0, 200), archiveOf('a.txt', Buffer.from('x')).subarray(0, 60)]) {
      expect(() => readSheet(broken)).toThrow('电子表格已损坏');
    }
    expect(isWorkbook(Buffer.from('序号,抽查任务名称'))).toBe(false);
  });
});
