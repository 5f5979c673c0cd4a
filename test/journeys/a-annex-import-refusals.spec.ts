import { utils, write } from '@e965/xlsx';
import { tableColumns } from '@srd/domain/plan';
import { completeUscc } from '@srd/domain/roster';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runCli } from '../../apps/cli/src/cli';
import { writeCsv } from '../../apps/cli/src/import/csv';
import { lawyers } from './inspection';
import { recorded } from './refusals';
import { chaozhou, fagaiju } from './seeds';
import { House } from './server';

jest.setTimeout(120_000);

type Kind = 'plan' | 'roster' | 'inspectors';
/** One bad file, as a row that differs from a sound one in these cells, and what is said of it. */
type BadFile = readonly [
  wrong: string,
  kind: Kind,
  cells: Readonly<Record<string, string>>,
  column: string,
  rule: string,
];

const sound: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  plan: Object.fromEntries(
    ['4', '对律师事务所的行政检查', '潮州市司法局', '不定向', '律师事务所', '10%', '48', '2023年7-8月', '否'].map(
      (cell, place) => [tableColumns[place] ?? '', cell],
    ),
  ),
  roster: {
    类别: '律师事务所',
    机构名称: '测试律师事务所',
    统一社会信用代码: completeUscc('31445100MD000001'),
    登记号: '24451202310000001',
    许可机关: '测试许可机关',
    住所: '测试路1号',
    行政区划码: '445102',
    执业人数: '12',
    纳入日期: '',
  },
  inspectors: {
    姓名: '测试人员',
    行政执法证号: 'TEST-1',
    证件类别: '省级',
    有效期起: '2022.1.1',
    有效期止: '2099年12月31日',
    科室: '律师工作管理科',
    执法领域: '律师事务所',
  },
};

// prettier-ignore
const rows: readonly BadFile[] = [
  ['R51 a 抽查类型 that the table doesn’t know', 'plan', { 抽查类型: '随机' }, '抽查类型', '不定向'],
  ['R34 a ratio that isn’t written as one', 'plan', { 抽取比例: '0.2' }, '抽取比例', '百分数'],
  ['R34 more than all', 'plan', { 抽取比例: '120%' }, '抽取比例', '100'],
  ['R50 a window of another year', 'plan', { 抽查时间: '2022年7-8月' }, '抽查时间', '2023'],
  ['R18 an object that has no library', 'plan', { 抽查对象: '会计师事务所' }, '抽查对象', '应为名录库中的行业'],
  ['R33 a total that is no number', 'plan', { 抽查对象总数: '约48' }, '抽查对象总数', '整数'],
  ['R52 neither yes nor no', 'plan', { 是否部门联合抽查: '也许' }, '是否部门联合抽查', '是'],
  ['R53 a joint row without the higher document', 'plan', { 是否部门联合抽查: '是' }, '是否部门联合抽查', '上级文件'],
  ['R20 a sector that no law names', 'roster', { 类别: '律师所' }, '类别', '没有这一类别'],
  ['trap 4 a code of another length', 'roster', { 统一社会信用代码: '31445100' }, '统一社会信用代码', '18位'],
  ['R75 no registration number', 'roster', { 登记号: '' }, '登记号', '缺登记号'],
  ['R65 no premises', 'roster', { 住所: '' }, '住所', '缺住所'],
  ['R20 an entry of the future', 'roster', { 纳入日期: '2099.1.1' }, '纳入日期', '晚于今日'],
  ['R22 an expired certificate', 'inspectors', { 有效期止: '2023.1.1' }, '有效期止', '行政执法证已过期'],
  ['R22 no certificate', 'inspectors', { 行政执法证号: '' }, '行政执法证号', '缺行政执法证号'],
  ['R21 a section that the organ doesn’t have', 'inspectors', { 科室: '办公室' }, '科室', '本机关没有这一科室'],
  ['R21 a field that nobody inspects', 'inspectors', { 执法领域: '会计' }, '执法领域', '没有这一执法领域'],
];

interface Report {
  readonly ok: boolean;
  readonly imported?: number;
  readonly faults: readonly { readonly column: string; readonly rule: string; readonly mend: string }[];
}

describe('A附件 抽查工作计划表及名录的导入: a bad file is sent back with its reasons and leaves no trace', () => {
  let house: House;
  let folder: string;
  const csv = (kind: Kind, cells: object) => {
    const row = { ...sound[kind], ...cells };
    return Buffer.from(writeCsv([Object.keys(row), Object.values(row)]));
  };
  const workbook = (kind: Kind, cells: object) => {
    const row = { ...sound[kind], ...cells };
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([Object.keys(row), Object.values(row)]), '表');
    return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  };
  const send = async (kind: Kind, bytes: Uint8Array): Promise<{ code: number; report: Report }> => {
    const [file, token] = [join(folder, 'file'), join(folder, 'token')];
    writeFileSync(file, bytes);
    writeFileSync(token, (await house.as(lawyers.officer).session()) ?? '', { mode: 0o600 });
    const said: string[] = [];
    const terminal = { out: (line: string) => void said.push(line), err: () => {}, env: {} };
    const more = ['--server', house.url, '--token-file', token, '--confirm', '--json', '--year', '2023'];
    const code = await runCli(['import', kind, file, ...more.slice(0, kind === 'plan' ? 8 : 6)], terminal);
    return { code, report: JSON.parse(said.join('\n')) as Report };
  };

  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-06-05T01:00:00.000Z' });
    folder = dirname(house.place.dataDir);
  });
  afterAll(() => house.close());

  it.each(rows)('%s', async (_, kind, cells, column, rule) => {
    const before = await recorded(house);
    for (const bytes of [csv(kind, cells), workbook(kind, cells)]) {
      const { code, report } = await send(kind, bytes);
      expect([code, report.ok, report.imported ?? 0]).toEqual([1, false, 0]);
      const fault = report.faults.find((each) => each.column.includes(column));
      expect(fault?.rule ?? report.faults).toContain(rule);
      expect(fault?.mend).toMatch(/[一-鿿]{2}/);
    }
    expect(await recorded(house)).toBe(before);
  });

  it.each([
    ['R33 a table without one of the nine columns', Buffer.from('序号,抽查任务名称\n4,检查\n'), '缺少这些列'],
    ['a quotation mark that doesn’t end', Buffer.from('序号,"抽查任务名称\n4,检查\n'), '引号没有结束'],
    ['a workbook that is none', Buffer.from('PK\u0003\u0004 no workbook', 'latin1'), '电子表格已损坏'],
  ])('%s', async (_, bytes, rule) => {
    const before = await recorded(house);
    const { code, report } = await send('plan', bytes);
    expect([code, report.faults[0]?.rule]).toEqual([1, rule]);
    expect(await recorded(house)).toBe(before);
  });

  it('R33 R50 R51 takes the sound row, in either form', async () => {
    expect(await send('plan', csv('plan', {}))).toMatchObject({ code: 0, report: { imported: 1 } });
    const second = workbook('plan', { 序号: '3' });
    expect(await send('plan', second)).toMatchObject({ code: 0, report: { imported: 1 } });
  });
});
