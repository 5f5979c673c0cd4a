import { chaozhou2023, kazuo2024 } from '@srd/domain/organ';
import { parsePlanTable, tableColumns, type PlanCommand, type TableFrame } from './index';
import { givenPlan, items, planWith, rosters, rows as printed } from './plan.fixture';

const frame: TableFrame = {
  year: 2023,
  source: { kind: 'document', document: '潮州市司法局2023年“双随机、一公开”抽查工作计划', article: 'A附件' },
  sections: {
    'law-firm': 'lawyer-administration',
    'grassroots-office': 'lawyer-administration',
    'notary-office': 'public-legal-services',
    'forensic-institution': 'public-legal-services',
  },
  sampling: chaozhou2023.rules.sampling,
  items,
  higherDocument: { number: '潮市监〔2023〕45号', link: null },
  disclosure: 'at-reveal',
  afterCessation: 'reserve',
  ruleVersion: 1,
  interpreted: ['law-firm', 'grassroots-office'],
};

const own = { kind: 'own', note: '每年检查全部' } as const;
const title = ['2023年潮州市司法局“双随机、一公开” 抽查工作计划表'];
const forensic = [
  '1',
  '对司法鉴定人和司法鉴定机构的行政检查',
  '潮州市司法局',
  '不定向',
  '司法鉴定人、司法鉴定机构',
  '20%',
  '2',
  '2023年9月',
  '是',
];
const notary = ['2', '对公证机构的行政检查', '潮州市司法局', '不定向', '公证机构', '20%', '3', '2023年9月', '是'];
const grassroots = [
  '3',
  '对基层法律服务所的行政检查',
  '潮州市司法局',
  '不定向',
  '基层法律服务所',
  '20%',
  '5',
  '2023年7-8月',
  '否',
];
const firms = ['4', '对律师事务所的行政检查', '潮州市司法局', '不定向', '律师事务所', '10%', '48', '2023年7-8月', '否'];
const parse = (...rows: readonly (readonly (string | number | null)[])[]) =>
  parsePlanTable([title, tableColumns, ...rows], frame);
const withCell = (column: (typeof tableColumns)[number], value: string | number | null) =>
  (firms as readonly (string | number | null)[]).with(tableColumns.indexOf(column), value);
const draftOf = (column: (typeof tableColumns)[number], value: string | number | null) =>
  parse(withCell(column, value)).drafts[0]?.content;

describe('the nine-column table', () => {
  it('R33 R50 R51 R52 reads the printed table into the same rows that the plan is made of', () => {
    const { drafts, faults } = parse(forensic, notary, grassroots, firms);
    expect(faults).toEqual([]);
    expect(drafts.map(({ row }) => row)).toEqual([3, 4, 5, 6]);
    drafts.forEach(({ content }, index) => {
      const { number, name, inspectingBody, targeting, objects, totals, window, joint, section, ratios } =
        printed[index]!;
      expect(content).toMatchObject({
        number,
        name,
        inspectingBody,
        targeting,
        objects,
        totals,
        window,
        joint,
        section,
      });
      expect(content.ratios.table?.basisPoints).toBe(ratios.table?.basisPoints);
      expect(content.ratios.text).toMatchObject({ basisPoints: ratios.text?.basisPoints, about: true });
    });
  });
  it('trap 2 C1 C2 C5 C6 what it reads raises the contradictions of the document, and none that are not there', () => {
    const drafts = parse(forensic, notary, grassroots, firms).drafts;
    const steps = drafts.map(
      ({ content }) =>
        [{ type: 'DraftTask', data: { task: `task-${content.number}`, content } } satisfies PlanCommand] as const,
    );
    const { state } = givenPlan(...planWith(), ...steps).when({ type: 'CheckPlan', data: { rosters } });
    expect(Object.keys(state.conflicts).sort()).toEqual([
      'task-1:JOINT_PARTNER_MISSING',
      'task-1:PRACTITIONER_TOTAL_MISSING',
      'task-1:RATIO_MISMATCH',
      'task-2:JOINT_PARTNER_MISSING',
      'task-2:RATIO_MISMATCH',
    ]);
  });
  it('R47 takes a document’s ratio for a 左右 and the organ’s own for exact, each sector by its own rule', () => {
    const notaries = { value: { basisPoints: 10_000, rounding: 'ceil', atLeast: 1, perYear: 1 }, source: own } as const;
    const mixed = { ...frame, sampling: { ...chaozhou2023.rules.sampling, 'notary-office': notaries } };
    const { drafts } = parsePlanTable([tableColumns, notary, firms], mixed);
    expect(drafts.map(({ content }) => content.ratios.text)).toMatchObject([
      { basisPoints: 10_000, about: false, source: own },
      { basisPoints: 1000, about: true, source: { kind: 'document' } },
    ]);
  });
  it('C4 C3 marks the minimum of the firms as interpreted and quotes the article for the notaries’', () => {
    const [notaries, lawyers] = parse(notary, firms).drafts;
    expect(notaries?.content.atLeast).toMatchObject({ value: 1, source: { kind: 'document' } });
    expect(lawyers?.content.atLeast).toMatchObject({ value: 1, source: { kind: 'own' } });
    expect(lawyers?.content.rounding.source.kind).toBe('own');
  });
  it('R33 keeps names and the words of the time as they are printed', () => {
    const name = '对律师事务所（分所）的行政检查';
    expect(draftOf('抽查任务名称', name)?.name).toBe(name);
    expect(draftOf('抽查时间', '２０２３年９月')?.window.text).toBe('２０２３年９月');
  });
  it('R33 takes full-width digits and signs, columns in another order, blank rows', () => {
    const wide = [
      '４',
      '对律师事务所的行政检查',
      '潮州市司法局',
      '不定向',
      '律师事务所',
      '１０％',
      '４８',
      '２０２３年７－８月',
      '否',
    ];
    expect(parse(['', null], wide).drafts[0]?.content).toMatchObject({
      number: 4,
      ratios: { table: { basisPoints: 1000 } },
      totals: { institutions: 48 },
      window: { from: '2023-07-01', to: '2023-08-31' },
    });
    const { drafts } = parsePlanTable([[...tableColumns].reverse(), [...firms].reverse()], frame);
    expect(drafts[0]?.content.number).toBe(4);
  });
  it.each([
    ['2023年9月', '2023-09-01', '2023-09-30'],
    ['2023.9', '2023-09-01', '2023-09-30'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2023年7月至8月', '2023-07-01', '2023-08-31'],
    ['2023年7月—2023年8月', '2023-07-01', '2023-08-31'],
    ['7-8月', '2023-07-01', '2023-08-31'],
    ['2023年下半年', '2023-07-01', '2023-12-31'],
    ['第三季度', '2023-07-01', '2023-09-30'],
    ['2023年7月10日-8月5日', '2023-07-10', '2023-08-05'],
    ['2023/7/10', '2023-07-10', '2023-07-10'],
    ['2023年12月', '2023-12-01', '2023-12-31'],
  ])('R50 reads 抽查时间 %s', (text, from, to) =>
    expect(draftOf('抽查时间', text)?.window).toMatchObject({ from, to }),
  );
  it.each([
    ['20%', 2000, false],
    ['12.5%', 1250, false],
    ['7%', 700, false],
    ['10%左右', 1000, true],
    ['约10%', 1000, true],
    [0.2, 2000, false],
    [0.07, 700, false],
    ['全部', 10000, false],
  ])('R47 C3 reads 抽取比例 %s without a floating point', (value, basisPoints, about) =>
    expect(draftOf('抽取比例', value)?.ratios.table).toMatchObject({ basisPoints, about }),
  );
  it('R42 R44 reads a number of bodies in place of a ratio', () => {
    const county = { ...frame, sampling: kazuo2024.rules.sampling };
    const { drafts } = parsePlanTable([tableColumns, withCell('抽取比例', '每次不少于2家')], county);
    expect(drafts[0]?.content).toMatchObject({ ratios: { table: null, text: null }, atLeast: { value: 2 } });
  });
  it('C5 R19 reads the number of practitioners where the table counts them', () => {
    const counted = parse(forensic.with(6, '机构2、鉴定人20人')).drafts[0]?.content;
    expect(counted).toMatchObject({ totals: { institutions: 2, practitioners: 20 }, objects: { practitioners: true } });
  });
});

describe('faults of the table', () => {
  it.each([
    ['序号', '一', '整数'],
    ['抽查任务名称', '', '不能为空'],
    ['实施部门', '潮州\u202e市司法局', '不可见'],
    ['抽查类型', '随机', '不定向'],
    ['抽查对象', '银行', '名录库'],
    ['抽取比例', '两成', '百分数'],
    ['抽取比例', '120%', '100%'],
    ['抽取比例', '0.2', '百分数'],
    ['抽查对象总数', '约48', '整数'],
    ['抽查时间', '45170', '序号'],
    ['抽查时间', '2024年7-8月', '2023年度'],
    ['抽查时间', '2023年8-7月', '起止'],
    ['抽查时间', '2023年2月30日', '起止'],
    ['是否部门联合抽查', '待定', '是或否'],
  ] as const)('R33 names row, column, value, rule and mend: %s %j', (column, value, rule) => {
    const { drafts, faults } = parse(grassroots, withCell(column, value));
    expect(drafts.map(({ content }) => content.number)).toEqual([3]);
    expect(faults).toEqual([
      expect.objectContaining({
        row: 4,
        column,
        rule: expect.stringContaining(rule),
        mend: expect.stringMatching(/./),
      }),
    ]);
  });
  it('R33 refuses a second row of the same 序号, content outside the nine columns, a header with a column missing', () => {
    expect(parse(firms, firms).faults).toMatchObject([{ row: 4, column: '序号', rule: '序号已用于第3行' }]);
    expect(parse([...firms, '备注']).faults).toMatchObject([{ row: 3, column: '整行', value: '备注' }]);
    expect(parsePlanTable([tableColumns.slice(0, 8), firms], frame).faults).toMatchObject([
      { row: 1, column: '表头', rule: '缺少：是否部门联合抽查' },
    ]);
    expect(parsePlanTable([], frame).faults).toMatchObject([{ column: '表头' }]);
    expect(parse().faults).toMatchObject([{ column: '整行', rule: '表中没有抽查任务' }]);
  });
  it('R1 R2 refuses a row that two sections would have to carry out', () => {
    const mixed = withCell('抽查对象', '律师事务所、公证机构');
    expect(parse(mixed).faults).toMatchObject([{ column: '抽查对象', rule: '一项任务应由一个业务科室承办' }]);
    expect(parse(withCell('抽查对象', '法律援助机构')).faults).toMatchObject([{ rule: '没有主管该行业的业务科室' }]);
  });
});
