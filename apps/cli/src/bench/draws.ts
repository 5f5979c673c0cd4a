import { nodeHash } from '@srd/adapters/stores';
import {
  assignmentOf,
  leastCap,
  revealObjects,
  revealTeam,
  type ObjectRequest,
  type TeamRequest,
} from '@srd/proof/draw';
import { assignedByTrial, capByTrial, smallPools } from './by-trial';
import { timeOf, type Area } from './contest';

const SECRET = '5e'.repeat(32);
const head = {
  draw: 'bench-1',
  series: 'bench',
  attempt: 1,
  organ: 'chaozhou',
  plan: 'chaozhou-2023',
  frozenAt: '2024-06-03T01:00:00.000Z',
  revealBy: '2024-06-04T01:00:00.000Z',
  contributors: [],
  beacon: { source: '双色球', expectedAt: '2024-06-03T13:15:00.000Z' },
} as unknown as Pick<
  ObjectRequest,
  'draw' | 'series' | 'attempt' | 'organ' | 'plan' | 'frozenAt' | 'revealBy' | 'contributors' | 'beacon'
>;
const beacon = { value: '03 09 17 21 28 33 06' };

/** One in ten of so many law firms, at least one. */
function objectRequest(of: number): ObjectRequest {
  const candidates = Array.from({ length: of }, (_, index) => {
    const number = String(index).padStart(6, '0');
    return { id: `firm-${number}`, name: `示例第${number}律师事务所`, stratum: 'law-firm', weight: 1 };
  });
  const size = Math.ceil(of / 10);
  const quotas = [{ stratum: 'law-firm', basisPoints: 1_000, rounding: 'ceil' as const, atLeast: 1, of, size }];
  return { ...head, protocol: 'srd-draw/1', candidates, excluded: [], quotas };
}

function teamRequest(cases: number, inspectors: number): TeamRequest {
  const pool = {
    inspectors: Array.from({ length: inspectors }, (_, index) => {
      const id = `p-${String(index).padStart(3, '0')}`;
      return { id, name: `检查员 ${index}`, organ: 'chaozhou', capacity: 2 * Math.ceil((2 * cases) / inspectors) };
    }),
    cases: Array.from({ length: cases }, (_, index) => ({
      id: `case-${String(index).padStart(4, '0')}`,
      object: `firm-${index}`,
      seats: [{ organs: [], count: 2 }],
    })),
    // Everybody may not take one case in twenty or so.
    barred: Array.from({ length: cases }, (_, index) =>
      [...new Set([0, 1, 2, 3, 4].map((each) => (index * 7 + each * 13) % inspectors))]
        .sort((a, b) => a - b)
        .map((inspector) => ({
          case: `case-${String(index).padStart(4, '0')}`,
          inspector: `p-${String(inspector).padStart(3, '0')}`,
          reason: 'rotation' as const,
        })),
    ).flat(),
  };
  return { ...head, series: 'bench:team', protocol: 'srd-assign/1', from: null, ...pool, cap: leastCap(pool) ?? 0 };
}

/** Draws of objects, the whole way: the request checked and hashed, the secret opened, ranked, chosen. */
export const draws: Area = {
  name: 'draw',
  async open(_folder, options) {
    const few = objectRequest(48);
    const many = objectRequest(100_000);
    const repeats = options.quick ? 50 : 500;
    return {
      title: '抽取',
      unit: 'ms',
      contestants: [
        {
          name: '48',
          label: '48 家中抽取',
          measure: async () =>
            (await timeOf(() => {
              for (let each = 0; each < repeats; each++) revealObjects(few, SECRET, [], beacon, nodeHash);
            })) / repeats,
        },
        {
          name: '100000',
          label: '100,000 家中抽取',
          measure: () => timeOf(() => revealObjects(many, SECRET, [], beacon, nodeHash)),
        },
      ],
      goals: [
        { kind: 'time', of: '48', below: 0.3 },
        { kind: 'time', of: '100000', below: 1_000 },
      ],
      notes: ['`revealObjects` 全程：核对和散列抽取请求、揭示随机数、求种子、逐个求签、排序、选取。'],
      close: () => {},
    };
  },
};

/** Teams for many cases at once, and the same teams as a reading of the specification word for word gives. */
export const assignment: Area = {
  name: 'assignment',
  async open(_folder, options) {
    const request = teamRequest(options.quick ? 200 : 1_000, 100);
    let compared = 0;
    let different = 0;
    for (const pool of smallPools(options.quick ? 500 : 4_500)) {
      const cap = capByTrial(pool);
      compared++;
      if (leastCap(pool) !== cap) different++;
      if (cap === null) continue;
      const seed = Buffer.from(nodeHash(Buffer.from(pool.draw))).toString('hex');
      const small = { ...pool, cap };
      const own = JSON.stringify(assignmentOf(small, seed, nodeHash));
      if (own !== JSON.stringify(assignedByTrial(small, seed, nodeHash))) different++;
    }
    return {
      title: '选派',
      unit: 'ms',
      contestants: [
        {
          name: 'assign',
          label: `${request.cases.length} 件案件 × ${request.inspectors.length} 名检查人员`,
          measure: () =>
            timeOf(() => {
              leastCap(request);
              return revealTeam(request, SECRET, [], beacon, nodeHash);
            }),
        },
      ],
      goals: [
        { kind: 'time', of: 'assign', below: 1_000 },
        {
          kind: 'fact',
          text: `与逐一尝试的算法结果相同：${compared} 个小例中 ${different} 个不同`,
          holds: different === 0,
        },
      ],
      notes: ['`leastCap` 求最小上限，`revealTeam` 核对请求并选派；每案两人，每案 5 人回避。'],
      close: () => {},
    };
  },
};
