import type { Source } from '@srd/domain/organ';
import type { TaskContent } from '@srd/domain/plan';
import { about, item, madeUp, taskOf, window, type Row } from './plan-rows';
import { partner } from './plans';

const autumn = window('2024-09-01', '2024-10-31', '2024年9-10月');
const one: TaskContent['atLeast'] = { value: 1, source: madeUp };
const lawyers = {
  inspectingBody: '潮州市司法局',
  section: 'lawyer-administration',
  afterCessation: 'reserve',
} as const;
const services = { ...lawyers, section: 'public-legal-services' } as const;
/** Written after January's change of the rules. */
const rules = { ruleVersion: 2 } as const;
const jointly = (number: string) =>
  ({ joint: true, partners: [partner], higherDocument: { number, link: null } }) as const;

const direct = (row: Omit<Row, 'mode' | 'atLeast' | 'items'>): Row => ({
  ...row,
  mode: 'direct',
  atLeast: one,
  items: item(row.sector),
});

/** 潮州 2024: made up, after the plan of 2023. The first two rows are for the visitor to draw; the others are the year so far. */
export const chaozhou2024: readonly TaskContent[] = [
  taskOf(
    direct({
      number: 1,
      name: '对律师事务所的行政检查',
      sector: 'law-firm',
      total: 48,
      ratio: about(10),
      window: autumn,
      disclosure: 'at-reveal',
    }),
    { ...lawyers, ...rules },
  ),
  {
    ...taskOf(
      direct({
        number: 2,
        name: '对公证机构的行政检查',
        sector: 'notary-office',
        total: 3,
        ratio: about(30),
        window: autumn,
        disclosure: 'at-reveal',
      }),
      { ...services, ...rules },
    ),
    ...jointly('演示文号〔2024〕1号（虚构）'),
  },
  {
    // Whoever is on a list stands in a stratum of its own, and is drawn in full (R49, C13).
    ...taskOf(
      direct({
        number: 3,
        name: '对律师事务所的上半年行政检查',
        sector: 'law-firm',
        total: 48,
        ratio: about(10),
        window: window('2024-03-01', '2024-05-31', '2024年3-5月'),
        disclosure: 'after-visits',
      }),
      { ...lawyers, ...rules },
    ),
    listedRatio: { basisPoints: 10_000, about: false, source: madeUp },
  },
  taskOf(
    direct({
      number: 4,
      name: '对基层法律服务所的行政检查',
      sector: 'grassroots-office',
      total: 5,
      ratio: about(40),
      window: window('2024-04-01', '2024-06-30', '2024年4-6月'),
      disclosure: 'at-reveal',
    }),
    { ...lawyers, ...rules },
  ),
  {
    ...taskOf(
      direct({
        number: 5,
        name: '对公证机构的上半年行政检查',
        sector: 'notary-office',
        total: 3,
        ratio: about(30),
        window: window('2024-05-01', '2024-06-30', '2024年5-6月'),
        disclosure: 'at-reveal',
      }),
      { ...services, ...rules },
    ),
    ...jointly('演示文号〔2024〕2号（虚构）'),
  },
  {
    ...taskOf(
      direct({
        number: 6,
        name: '对司法鉴定人和司法鉴定机构的行政检查',
        sector: 'forensic-institution',
        total: 2,
        ratio: about(50),
        window: window('2024-05-01', '2024-07-31', '2024年5-7月'),
        disclosure: 'at-reveal',
      }),
      { ...services, ...rules },
    ),
    objects: { sectors: ['forensic-institution'], practitioners: true },
    totals: { institutions: 2, practitioners: 6 },
    practitionerSample: { from: 'drawn', ratio: about(50), atLeast: one },
  },
];

const A = (article: string): Source => ({
  kind: 'document',
  document: '潮州市司法局2023年“双随机、一公开”抽查工作计划',
  article,
});
const county = {
  inspectingBody: '饶平县司法局（演示）',
  section: 'legal-services',
  afterCessation: 'reserve',
} as const;
const firstHalf = window('2024-01-01', '2024-06-30', '2024年上半年');
/** The item's version that has a checklist. */
const withChecklist = [{ id: 'grassroots-office-1', revision: 2 }];

/** 饶平 2024: a county draws each half-year, a fifth, one at least (R37, R39). */
export const raoping2024: readonly TaskContent[] = [
  taskOf(
    direct({
      number: 1,
      name: '对律师事务所的上半年行政检查',
      sector: 'law-firm',
      total: 5,
      ratio: about(20, A('A二(三)1')),
      window: firstHalf,
      disclosure: 'at-reveal',
    }),
    county,
  ),
  {
    ...taskOf(
      direct({
        number: 2,
        name: '对基层法律服务所的上半年行政检查',
        sector: 'grassroots-office',
        total: 4,
        ratio: about(20, A('A二(三)2')),
        window: firstHalf,
        disclosure: 'at-reveal',
      }),
      county,
    ),
    items: withChecklist,
  },
  taskOf(
    direct({
      number: 3,
      name: '对律师事务所的下半年行政检查',
      sector: 'law-firm',
      total: 5,
      ratio: about(20, A('A二(三)1')),
      window: window('2024-07-01', '2024-12-31', '2024年下半年'),
      disclosure: 'at-reveal',
    }),
    county,
  ),
  {
    // The offices look into themselves while the visits go on (R69); two are drawn, of those that are left by then.
    ...taskOf(
      direct({
        number: 4,
        name: '对基层法律服务所的下半年行政检查',
        sector: 'grassroots-office',
        total: 4,
        ratio: about(40),
        window: window('2024-07-01', '2024-12-31', '2024年下半年'),
        disclosure: 'at-reveal',
      }),
      county,
    ),
    mode: 'alongside',
    items: withChecklist,
  },
];
