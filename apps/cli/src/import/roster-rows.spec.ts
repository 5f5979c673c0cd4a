import { completeUscc } from '@srd/domain/roster';
import type { Day } from '@srd/kernel';
import { writeCsv } from './csv';
import { readRoster, rosterColumns, type RosterFacts } from './roster-rows';
import { badRowsCsv, templateCsv } from './report';
import { readTable, type Table } from './table';

const facts: RosterFacts = { today: '2024-06-03' as Day, source: '名录导入（a.csv）', known: [] };
const headings = [
  '类别',
  '机构名称',
  '统一社会信用代码',
  '登记号',
  '许可机关',
  '住所',
  '行政区划码',
  '执业人数',
  '许可日期',
];

function firm(number: number, changed: Record<string, string> = {}): string[] {
  const cells: Record<string, string> = {
    类别: '律师事务所',
    机构名称: `示例第${number}律师事务所`,
    统一社会信用代码: completeUscc(`31445100MD${String(number).padStart(6, '0')}`),
    登记号: `2445120231${String(number).padStart(7, '0')}`,
    许可机关: '广东省司法厅',
    住所: `示例路${number}号`,
    行政区划码: '４４５１０２',
    执业人数: '１２人',
    许可日期: '2015.6.1',
    ...changed,
  };
  return headings.map((heading) => cells[heading] ?? '');
}

function tableOf(rows: readonly (readonly string[])[]): Table {
  const table = readTable(writeCsv([headings, ...rows]).slice(1), rosterColumns);
  if ('rule' in table) throw new Error(table.rule);
  return table;
}

const check = (rows: readonly (readonly string[])[], given: Partial<RosterFacts> = {}) =>
  readRoster(tableOf(rows), { ...facts, ...given });

describe('rows of an object roster', () => {
  it('R18 reads a row with full-width digits and dates with points', () => {
    const { good, faults } = check([firm(1)]);
    expect(faults).toEqual([]);
    expect(good[0]).toMatchObject({
      row: 2,
      value: {
        institution: '24451202310000001',
        sector: 'law-firm',
        particulars: {
          divisionCode: '445102',
          practising: 12,
          licensedOn: '2015-06-01',
          dataSource: '名录导入（a.csv）',
        },
        occurredOn: '2024-06-03',
      },
    });
  });

  it('finds 3 faulty rows among 48: a doubled number, no premises, a wrong sector (journey 2)', () => {
    const rows = Array.from({ length: 48 }, (_, index) => firm(index + 1));
    rows[9] = firm(10, { 登记号: '24451202310000003' });
    rows[19] = firm(20, { 住所: ' ' });
    rows[29] = firm(30, { 类别: '律师所' });
    const { good, faults } = check(rows);
    expect(good).toHaveLength(45);
    expect(faults).toEqual([
      { row: 11, column: '登记号', value: '24451202310000003', rule: '登记号与第 4 行重复', mend: expect.any(String) },
      { row: 21, column: '住所', value: '', rule: '缺住所', mend: expect.stringContaining('登记的住所') },
      { row: 31, column: '类别', value: '律师所', rule: '没有这一类别', mend: expect.stringContaining('律师事务所') },
    ]);
    const again = readTable(badRowsCsv(tableOf(rows), faults).slice(1), rosterColumns) as Table;
    expect(again.rows).toHaveLength(3);
    expect(again.unknown).toEqual([]);
    expect(again.headings.at(-1)).toBe('错误原因');
    expect(again.rows[1]?.record.at(-1)).toContain('缺住所');
  });

  it('lets a wrong check character in with a remark, and no code of another form (trap 4)', () => {
    const right = completeUscc('31445100MD000001');
    const wrong = `${right.slice(0, 17)}${right.endsWith('1') ? '2' : '1'}`;
    const remarked = check([firm(1, { 统一社会信用代码: wrong })]);
    expect(remarked.good).toHaveLength(1);
    expect(remarked.remarks).toMatchObject([{ row: 2, column: '统一社会信用代码', rule: '校验位不符' }]);
    expect(check([firm(1, { 统一社会信用代码: '445100123456789' })]).faults).toMatchObject([
      { rule: '不是18位统一社会信用代码' },
    ]);
  });

  it('B二(五) finds what stands in the roster already', () => {
    const { particulars } = check([firm(1)]).good[0]!.value;
    const { faults } = check([firm(1)], { known: [{ ...particulars, name: '旧所' }] });
    expect(faults.map(({ rule }) => rule)).toEqual([
      '统一社会信用代码与名录库中的“旧所”重复',
      '登记号与名录库中的“旧所”重复',
    ]);
  });

  it('says what is wrong with a date, a number, an invisible character and a day to come', () => {
    const { faults } = check([
      firm(1, { 许可日期: '2015年6月', 执业人数: '十二' }),
      firm(2, { 机构名称: '示例\u202e律师事务所' }),
    ]);
    expect(faults.map(({ row, column }) => [row, column])).toEqual([
      [2, '执业人数'],
      [2, '许可日期'],
      [3, '机构名称'],
    ]);
  });

  it('refuses a file without a needed column, and names columns it does not read', () => {
    expect(readTable('类别,机构名称\nx,y', rosterColumns)).toMatchObject({
      rule: '缺少这些列',
      column: expect.stringContaining('住所'),
    });
    const table = readTable(
      writeCsv([
        [...headings, '备注'],
        [...firm(1), 'x'],
      ]),
      rosterColumns,
    ) as Table;
    expect(table.unknown).toEqual(['备注']);
  });

  it('gives a template whose example is passed over, and is a sound row without its mark', () => {
    const template = templateCsv(rosterColumns).slice(1);
    expect(readTable(template, rosterColumns)).toMatchObject({ rows: [], skipped: [2] });
    const table = readTable(template.replace('#示例：', ''), rosterColumns) as Table;
    expect(table.rows).toHaveLength(1);
  });
});
