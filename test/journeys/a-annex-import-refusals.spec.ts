import { utils, write } from '@e965/xlsx';
import { tableColumns } from '@srd/domain/plan';
import { completeUscc } from '@srd/domain/roster';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lawyers } from './inspection';
import { recorded } from './refusals';
import { chaozhou, fagaiju } from './seeds';
import { House } from './server';

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
    统一社会信用代码: '',
    登记号: '',
    许可机关: '测试许可机关',
    住所: '测试路1号',
    行政区划码: '445102',
    执业人数: '12',
    纳入日期: '',
  },
  inspectors: {
    姓名: '测试人员',
    行政执法证号: '',
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
  readonly faults: readonly {
    readonly row: number;
    readonly column: string;
    readonly rule: string;
    readonly mend: string;
  }[];
}

const root = join(__dirname, '..', '..');
const forms = {
  CSV: (records: readonly (readonly string[])[]): Uint8Array =>
    Buffer.from(records.map((record) => record.join(',')).join('\n')),
  XLSX: (records: readonly (readonly string[])[]): Uint8Array => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet(records.map((record) => [...record])), '表');
    return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  },
};

/** The rows below the headings; what may stand once is told apart by the row's number. */
function fileOf(kind: Kind, changes: readonly Readonly<Record<string, string>>[]): readonly (readonly string[])[] {
  const once = (number: number): Readonly<Record<string, string>> => ({
    序号: String(number),
    统一社会信用代码: completeUscc(`31445100MD0000${10 + number}`),
    登记号: `2445120231000${1000 + number}`,
    行政执法证号: `TEST-${number}`,
  });
  const headings = Object.keys(sound[kind]);
  const rowOf = (cells: object, index: number) => {
    const row: Readonly<Record<string, string>> = { ...sound[kind], ...once(index + 1), ...cells };
    return headings.map((heading) => row[heading] ?? '');
  };
  return [headings, ...changes.map(rowOf)];
}

describe('A附件 抽查工作计划表及名录的导入: bad rows are sent back with their reasons and leave no trace', () => {
  let house: House;

  /** `srd import`, as the section runs it beside the running service. */
  async function send(kind: Kind, bytes: Uint8Array): Promise<{ readonly code: number; readonly report: Report }> {
    const folder = dirname(house.place.dataDir);
    const [file, token] = [join(folder, 'file'), join(folder, 'token')];
    writeFileSync(file, bytes);
    writeFileSync(token, (await house.as(lawyers.officer).session()) ?? '', { mode: 0o600 });
    const program = ['-r', join(root, 'scripts', 'ts-hook.cjs'), join(root, 'apps', 'cli', 'src', 'main.ts')];
    const options = ['--server', house.url, '--token-file', token, '--confirm', '--json', '--year', '2023'];
    return new Promise((resolve) => {
      execFile(process.execPath, [...program, 'import', kind, file, ...options], { cwd: root }, (error, said) =>
        resolve({ code: Number(error?.code ?? 0), report: JSON.parse(said) as Report }),
      );
    });
  }

  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-06-05T01:00:00.000Z' });
  });
  afterAll(() => house.close());

  it.each([
    ['R33 R34 R50 R51 R52 R53', 'plan', 'CSV'],
    ['R33 R34 R50 R51 R52 R53', 'plan', 'XLSX'],
    ['R18 R20 R65 R75', 'roster', 'CSV'],
    ['R21 R22', 'inspectors', 'CSV'],
  ] as const)('%s says of each bad row (%s, %s) which cell, why, and what to do', async (_, kind, form) => {
    const bad = rows.filter((row) => row[1] === kind);
    const changes = bad.map((row) => row[2]);
    const before = await recorded(house);
    const { code, report } = await send(kind, forms[form](fileOf(kind, changes)));
    expect([code, report.ok, report.imported ?? 0]).toEqual([1, false, 0]);
    for (const [index, [wrong, , , column, rule]] of bad.entries()) {
      const fault = report.faults.find((each) => each.row === index + 2 && each.column.includes(column));
      expect([wrong, fault?.rule ?? report.faults]).toEqual([wrong, expect.stringContaining(rule)]);
      expect(fault?.mend).toMatch(/[一-鿿]{2}/);
    }
    expect(await recorded(house)).toBe(before);
  });

  it('R33 keeps a whole file out that is no workbook, or lacks one of the nine columns', async () => {
    const before = await recorded(house);
    const { code, report } = await send('plan', Buffer.from('PK\u0003\u0004 no workbook', 'latin1'));
    expect([code, report.faults[0]?.rule]).toEqual([1, '电子表格已损坏']);
    const lacking = await send('plan', Buffer.from('序号,抽查任务名称\n4,检查\n'));
    expect([lacking.code, lacking.report.faults[0]?.rule]).toEqual([1, '缺少这些列']);
    expect(await recorded(house)).toBe(before);
  });

  it('R33 R50 R51 takes a sound row of 2023 as it stands, 不定向 and 2023年7-8月', async () => {
    const sent = await send('plan', forms.XLSX(fileOf('plan', [{}])));
    expect(sent).toMatchObject({ code: 0, report: { imported: 1 } });
    const { tasks } = await house
      .as(lawyers.officer)
      .read<{ tasks: readonly { content: object }[] }>('/api/v1/plans/chaozhou-2023');
    const window = { from: '2023-07-01', to: '2023-08-31', text: '2023年7-8月' };
    expect(tasks.map(({ content }) => content)).toMatchObject([{ targeting: 'open', window }]);
  });
});
