import { Failed } from '../command';
import type { Kind } from './kinds';
import { Refused, type Desk, type Place } from './place';
import { bringIn, check } from './run';
import { checkRows } from './table';

const desk: Desk = { enter: async () => 'p-1', give: async () => {} };

/** A kind whose rows are names, and which brings them in as it is told. */
function kindOf(bring: (name: string) => Promise<void>): Kind {
  return {
    columns: [
      { name: '名称', needed: true, example: '' },
      { name: '备注', example: '' },
    ],
    check: async (table) => ({
      checked: checkRows(table, (reader) => reader.needed('名称')),
      begin: async () => {},
      bringIn: (value) => bring(value as string),
    }),
  };
}
const additions = { file: 'a.csv', year: undefined, title: undefined, higherDocument: null };
const checked = (bring: (name: string) => Promise<void>) =>
  check(Buffer.from('名称,备注\na,\n,x\nb,\nc,\n'), kindOf(bring), {} as Place, additions);

describe('bringing rows in', () => {
  it('goes on after a refused row, which joins the faulty ones', async () => {
    const refused = new Refused('USCC_DUPLICATE', '代码重复', '与“旧所”重复', 'B二(五)');
    const file = await checked((name) => (name === 'b' ? Promise.reject(refused) : Promise.resolve()));
    expect(file.outcome).toMatchObject({ rows: 4, good: 3, bad: [3], imported: null });
    expect(await bringIn(file, desk)).toMatchObject({
      imported: 2,
      bad: [3, 4],
      faults: [{ row: 3 }, { row: 4, rule: '与“旧所”重复', mend: '代码重复，B二(五)，USCC_DUPLICATE' }],
    });
  });

  it('stops where the server is gone, and says how far it came', async () => {
    const file = await checked((name) => (name === 'c' ? Promise.reject(new Failed('连不上服务')) : Promise.resolve()));
    await expect(bringIn(file, desk)).rejects.toThrow('连不上服务。停在第 5 行，此前已导入 2 行');
  });

  it('takes no file that is no text', async () => {
    const file = await check(
      Buffer.from([0x50, 0x4b, 0xff, 0xff]),
      kindOf(async () => {}),
      {} as Place,
      additions,
    );
    expect(await bringIn(file, desk)).toMatchObject({ imported: 0, faults: [{ rule: '不是文本文件' }] });
  });
});
