import { chaozhou2023, kazuo2024, type Organ, type OrganPreset } from '@srd/domain/organ';
import { chaozhou2023Table } from '@srd/domain/plan';
import type { Instant } from '@srd/kernel';
import { planColumns, readPlan, yearOf, type PlanFacts } from './plan-rows';
import { readTable, type Table } from './table';

/** The seed's table as it stands: a title, then nine columns separated by tabs. */
const SEED = `2023年潮州市司法局“双随机、一公开” 抽查工作计划表

序号\t抽查任务名称\t实施部门\t抽查类型\t抽查对象\t抽取比例\t抽查对象总数\t抽查时间\t是否部门联合抽查
1\t对司法鉴定人和司法鉴定机构的行政检查\t潮州市司法局\t不定向\t司法鉴定人、司法鉴定机构\t20%\t2\t2023年9月\t是
2\t对公证机构的行政检查\t潮州市司法局\t不定向\t公证机构\t20%\t3\t2023年9月\t是
3\t对基层法律服务所的行政检查\t潮州市司法局\t不定向\t基层法律服务所\t20%\t5\t2023年7-8月\t否
4\t对律师事务所的行政检查\t潮州市司法局\t不定向\t律师事务所\t10%\t48\t2023年7-8月\t否
`;

function factsOf(organ: string, preset: OrganPreset, more: Partial<PlanFacts> = {}): PlanFacts {
  const { rules, ...profile } = preset;
  const version = {
    version: 1,
    rules,
    reason: null,
    revisedBy: 'system:set-up',
    revisedAt: '2023-01-03T01:00:00.000Z' as Instant,
  };
  const record: Organ = { ...profile, organ, formerNames: [], versions: [version] };
  const title = '2023年潮州市司法局“双随机、一公开”抽查工作计划';
  return {
    organ: record,
    year: 2023,
    title,
    higherDocument: '潮市监〔2023〕45号',
    items: {},
    taken: [],
    ...more,
  };
}

const tableOf = (text: string): Table => readTable(text, planColumns) as Table;

describe('the plan table', () => {
  it('R33 reads the four rows of the seed as they stand, the same tasks as the preset', () => {
    const table = tableOf(SEED);
    const { good, faults } = readPlan(table, factsOf('chaozhou', chaozhou2023));
    expect(faults).toEqual([]);
    expect(yearOf(table)).toBe(2023);
    expect(good.map(({ row, value }) => [row, value.task])).toEqual([
      [4, 'chaozhou-2023-1'],
      [5, 'chaozhou-2023-2'],
      [6, 'chaozhou-2023-3'],
      [7, 'chaozhou-2023-4'],
    ]);
    const same = ({
      number,
      name,
      objects,
      totals,
      window,
      joint,
      section,
      targeting,
    }: (typeof good)[number]['value']['content']) => ({
      number,
      name,
      objects,
      totals,
      window,
      joint,
      section,
      targeting,
    });
    expect(good.map(({ value }) => same(value.content))).toEqual(chaozhou2023Table({}).map(same));
  });

  it("C1 C2 keeps the table's ratio and the organ's beside each other, each with its source", () => {
    const { good } = readPlan(tableOf(SEED), factsOf('chaozhou', chaozhou2023));
    expect(
      good.map(({ value: { content } }) => [content.ratios.table?.basisPoints, content.ratios.text?.basisPoints]),
    ).toEqual([
      [2000, 5000],
      [2000, 3000],
      [2000, 2000],
      [1000, 1000],
    ]);
    const [first] = good;
    expect(first?.value.content.ratios.table?.source).toMatchObject({ kind: 'document', article: '抽查工作计划表' });
    expect(first?.value.content.ratios.text?.source).toMatchObject({ article: expect.stringContaining('A二(三)4') });
  });

  it('R42 gives a number of bodies where the rule has no ratio', () => {
    const { good } = readPlan(tableOf(SEED), factsOf('kazuo', kazuo2024));
    expect(good[3]?.value.content).toMatchObject({
      ratios: { text: null },
      atLeast: { value: 2 },
      section: 'legal-services',
    });
  });

  it('R53 wants the higher document of a joint task', () => {
    const { good, faults } = readPlan(tableOf(SEED), factsOf('chaozhou', chaozhou2023, { higherDocument: null }));
    expect(good).toHaveLength(2);
    expect(faults).toMatchObject([{ row: 4, column: '是否部门联合抽查' }, { row: 5 }]);
  });

  it('finds a number taken, an unknown object, a ratio that is none and a window of another year', () => {
    const text = SEED.replace('公证机构\t20%', '公证所\t0.2').replace('2023年7-8月\t否\n4', '2022年7-8月\t否\n4');
    const { faults } = readPlan(tableOf(text), factsOf('chaozhou', chaozhou2023, { taken: [4] }));
    expect(faults.map(({ row, column }) => [row, column])).toEqual([
      [5, '抽查对象'],
      [5, '抽取比例'],
      [6, '抽查时间'],
      [7, '序号'],
    ]);
  });
});
