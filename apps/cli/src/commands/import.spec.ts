import { readSqliteEventLog } from '@srd/adapters/sqlite';
import { utils, write } from '@e965/xlsx';
import { tableColumns } from '@srd/domain/plan';
import { completeUscc } from '@srd/domain/roster';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aFolder, withRole } from '../cli.fixture';
import { writeCsv } from '../import/csv';

const HEADINGS = [
  '类别',
  '机构名称',
  '统一社会信用代码',
  '登记号',
  '许可机关',
  '住所',
  '行政区划码',
  '负责人',
  '执业人数',
];
const firm = (number: number, sector = '律师事务所'): string[] => [
  sector,
  `示例第${number}律师事务所`,
  completeUscc(`31445100MD${String(number).padStart(6, '0')}`),
  `2445120231${String(number).padStart(7, '0')}`,
  '广东省司法厅',
  `示例路${number}号`,
  '445102',
  `负责人${number}`,
  '１２',
];

async function withOfficer() {
  const place = aFolder();
  await place.srd('init', '--preset', 'chaozhou2023', '--organ', 'chaozhou', '--admin', '张三');
  await withRole(place.env, 'officer', 'chaozhou', 'section-officer', 'lawyer-administration');
  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(place.folder, name), content);
    return join(place.folder, name);
  };
  const types = async (): Promise<readonly string[]> => {
    const log = readSqliteEventLog(join(place.env.DATA_DIR, 'events.sqlite'));
    const events = await log.readAll();
    await log.close();
    return events.map(({ event }) => event.type);
  };
  const imported = async (type: string): Promise<number> => (await types()).filter((each) => each === type).length;
  return { ...place, file, imported };
}

describe('srd import', () => {
  it('R18 checks first, brings the good rows in when confirmed, and gives the faulty ones back with the reasons', async () => {
    const { env, folder, srd, file, imported } = await withOfficer();
    const rows = [firm(1), firm(2), firm(3), firm(2), firm(5, '律师所')];
    const roster = file('名录.csv', writeCsv([HEADINGS, ...rows]));

    const checked = await srd('import', 'roster', roster);
    expect(checked).toMatchObject({ code: 1, out: expect.stringContaining('预检：共 5 行，可导入 3 行，错误 2 行') });
    expect(await imported('InstitutionRegistered')).toBe(0);

    const bad = join(folder, 'bad.csv');
    const said = await srd('import', 'roster', roster, '--confirm', '--as', 'officer', '--bad', bad, '--json');
    expect(said.code).toBe(1);
    expect(JSON.parse(said.out)).toMatchObject({ rows: 5, good: 3, imported: 3, bad: [5, 6], encoding: 'utf-8' });
    expect(await imported('InstitutionRegistered')).toBe(3);
    expect(readFileSync(join(env.DATA_DIR, 'events.sqlite')).includes('负责人1')).toBe(false);

    const mended = readFileSync(bad, 'utf8').replaceAll('律师所', '律师事务所');
    const again = await srd('import', 'roster', file('again.csv', mended), '--confirm', '--as', 'officer');
    expect(again).toMatchObject({ code: 1, out: expect.stringContaining('新增 1 行，未导入 1 行') });
    expect(again.out).toContain('与名录库中的“示例第2律师事务所”重复');
    expect((await srd('replay', '--check')).code).toBe(0);
  });

  it('reads GB18030 as office programs save it', async () => {
    const { srd, file } = await withOfficer();
    const text = Buffer.concat([
      Buffer.from([0xd0, 0xf2, 0xba, 0xc5, 0x2c]), // 序号,
      Buffer.from('x\r\n'),
    ]);
    const said = await srd('import', 'plan', file('gb.csv', text), '--json');
    expect(JSON.parse(said.out)).toMatchObject({ ok: false, encoding: 'gb18030', faults: [{ rule: '缺少这些列' }] });
  });

  it('R21 R22 enrols inspectors: names and numbers go to the register of persons, and nobody without a valid certificate', async () => {
    const { env, srd, file, imported } = await withOfficer();
    const heading = ['姓名', '行政执法证号', '证件类别', '有效期起', '有效期止', '科室', '执法领域'];
    const inspectors = file(
      'inspectors.csv',
      writeCsv([
        heading,
        ['王检查', 'GD-0001', '省级', '2022.1.1', '2099年12月31日', '律师工作管理科', '律师事务所、基层法律服务所'],
        ['李检查', 'GD-0002', '司法部', '2020/1/1', '2021/1/1', '', '公证机构'],
        ['赵检查', 'GD-0001', '省级', '2022.1.1', '2099.12.31', '', '律师事务所'],
        ['钱检查', '', '省级', '2022.1.1', '2099.12.31', '', '律师事务所'],
      ]),
    );
    const said = JSON.parse(
      (await srd('import', 'inspectors', inspectors, '--confirm', '--as', 'officer', '--json')).out,
    ) as {
      imported: number;
      faults: { row: number; rule: string }[];
    };
    expect(said.imported).toBe(1);
    expect(said.faults.map(({ row, rule }) => `${row} ${rule}`)).toEqual([
      '3 行政执法证已过期',
      '4 证号与第 2 行重复',
      '5 缺行政执法证号',
    ]);
    expect(await imported('InspectorEnrolled')).toBe(1);
    const events = readFileSync(join(env.DATA_DIR, 'events.sqlite'));
    expect([events.includes('王检查'), events.includes('GD-0001')]).toEqual([false, false]);
    expect((await srd('import', 'inspectors', inspectors)).out).toContain('证号与名录库中的人员重复');
  });

  it('R33 drafts the plan of a table, and only what is missing of it the second time', async () => {
    const { srd, file, imported } = await withOfficer();
    const heading = '序号,抽查任务名称,实施部门,抽查类型,抽查对象,抽取比例,抽查对象总数,抽查时间,是否部门联合抽查';
    const row = '4,对律师事务所的行政检查,潮州市司法局,不定向,律师事务所,10%,48,2023年7-8月,否';
    const table = file('plan.csv', `${heading}\n${row}\n`);
    expect(await srd('import', 'plan', table, '--confirm', '--as', 'officer')).toMatchObject({ code: 0 });
    const more = file(
      'more.csv',
      `${heading}\n${row}\n3,对基层法律服务所的行政检查,潮州市司法局,不定向,基层法律服务所,20%,5,2023年7-8月,否\n`,
    );
    const again = await srd('import', 'plan', more, '--confirm', '--as', 'officer');
    expect(again).toMatchObject({ code: 1, out: expect.stringContaining('序号 4 已有任务') });
    expect([await imported('PlanDrafted'), await imported('TaskDrafted')]).toEqual([1, 2]);
  });

  it('R33 C1 reads the table from a workbook, both ratios beside each other, and says what is wrong where', async () => {
    const { srd, file, imported } = await withOfficer();
    const rows = [
      ['2023年“双随机、一公开”抽查工作计划表'],
      [...tableColumns],
      [4, '对律师事务所的行政检查', '潮州市司法局', '不定向', '律师事务所', '10%', 48, '2023年7-8月', '否'],
      [3, '对基层法律服务所的行政检查', '潮州市司法局', '随机', '基层法律服务所', '0.2', 5, '2023年7-8月', '否'],
    ];
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '计划表');
    const table = file('plan.xlsx', write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array);
    const said = await srd('import', 'plan', table, '--confirm', '--as', 'officer', '--json');
    expect(JSON.parse(said.out)).toMatchObject({
      encoding: 'xlsx',
      rows: 2,
      imported: 1,
      faults: [
        { row: 4, column: '抽查类型', value: '随机' },
        { row: 4, column: '抽取比例', value: '0.2' },
      ],
    });
    expect(await imported('TaskDrafted')).toBe(1);
    const bad = await srd(
      'import',
      'plan',
      file('bad.xlsx', Buffer.from('PK\u0003\u0004 no workbook', 'latin1')),
      '--json',
    );
    expect(JSON.parse(bad.out)).toMatchObject({ ok: false, faults: [{ rule: '电子表格已损坏' }] });
  });

  it("asks the account's roles as every other door does", async () => {
    const { srd, file, imported } = await withOfficer();
    const roster = file('a.csv', writeCsv([HEADINGS, firm(1)]));
    const refused = await srd('import', 'roster', roster, '--confirm', '--as', 'chaozhou-admin');
    expect(refused).toMatchObject({ code: 1, out: expect.stringContaining('ROLE_MISSING') });
    expect(await imported('InstitutionRegistered')).toBe(0);
    expect((await srd('import', 'roster', roster, '--confirm', '--as', 'nobody')).err).toContain('没有账户');
    expect(await srd('import', 'roster', roster, '--confirm')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--as'),
    });
  });

  it('gives templates', async () => {
    const { srd } = aFolder();
    for (const kind of ['roster', 'inspectors', 'plan']) {
      expect(await srd('import', kind, '--template')).toMatchObject({ code: 0, out: expect.stringContaining(',') });
    }
  });

  it.each(['roster', 'inspectors', 'plan'])(
    'R18 R21 R33 takes nothing from the example of the %s template',
    async (kind) => {
      const { srd, file, imported } = await withOfficer();
      const template = file('template.csv', (await srd('import', kind, '--template')).out);
      const year = kind === 'plan' ? ['--year', '2023'] : [];
      const said = await srd('import', kind, template, '--confirm', '--as', 'officer', '--json', ...year);
      expect(JSON.parse(said.out)).toMatchObject({ rows: 0, good: 0, imported: 0, skipped: [2] });
      expect((await srd('import', kind, template, ...year)).out).toContain('已略过第 2 行');
      for (const type of ['InstitutionRegistered', 'InspectorEnrolled', 'PlanDrafted', 'TaskDrafted']) {
        expect(await imported(type)).toBe(0);
      }
    },
  );

  it('says how it is called', async () => {
    const { srd } = aFolder();
    for (const call of [
      ['import'],
      ['import', 'people', 'x'],
      ['import', 'roster'],
      ['import', 'roster', 'x', '--nope'],
    ]) {
      expect((await srd(...call)).code).toBe(2);
    }
    expect(await srd('import', 'roster', 'none.csv')).toMatchObject({
      code: 1,
      err: expect.stringContaining('没有这个文件'),
    });
  });
});
