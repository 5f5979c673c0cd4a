import type { Source } from '@srd/domain/organ';
import { chaozhou2023Table, type Ratio, type TaskContent } from '@srd/domain/plan';
import { item, taskOf, window, type Row } from './plan-rows';

const B = (article: string): Source => ({
  kind: 'document',
  document: '喀左县司法局关于推行“双随机一公开”规范事中事后监管的实施方案（喀司发〔2024〕5号）',
  article,
});

/** 市发改局, which A二(一) names and the table doesn't. */
export const partner = { organ: 'fagaiju', name: '潮州市发展和改革局' } as const;

/** The four rows of 潮州's table of 2023 by their 序号, as printed. */
export const chaozhou2023: readonly TaskContent[] = chaozhou2023Table({
  'law-firm': item('law-firm'),
  'grassroots-office': item('grassroots-office'),
  'notary-office': item('notary-office'),
  'forensic-institution': item('forensic-institution'),
});

const everyOne = (article: string): Ratio => ({ basisPoints: 10_000, about: false, source: B(article) });
const autumn = window('2024-09-01', '2024-10-31', '2024年9-10月');

/** 喀左 2024 (R42–R46): numbers of institutions are made up; the minimums of the scheme are kept, and this year's are above them. */
export const kazuo2024: readonly TaskContent[] = (
  [
    {
      number: 1,
      name: '对律师事务所的行政检查',
      sector: 'law-firm',
      total: 6,
      ratio: null,
      atLeast: { value: 3, source: { kind: 'own', note: 'B二(八)1 每次不少于2家，本年度定为3家（虚构）' } },
      window: window('2024-07-01', '2024-08-31', '2024年7-8月'),
      mode: 'direct',
      disclosure: 'after-visits',
      items: item('law-firm'),
    },
    {
      number: 2,
      name: '对公证处的行政检查',
      sector: 'notary-office',
      total: 1,
      ratio: everyOne('B二(八)2'),
      atLeast: { value: 1, source: B('B二(八)2') },
      window: window('2024-06-01', '2024-06-30', '2024年6月'),
      mode: 'direct',
      disclosure: 'after-visits',
      items: item('notary-office'),
    },
    {
      number: 3,
      name: '对基层法律服务所的行政检查',
      sector: 'grassroots-office',
      total: 8,
      ratio: null,
      atLeast: { value: 3, source: { kind: 'own', note: 'B二(八)3 每次不少于1家，本年度定为3家（虚构）' } },
      window: window('2024-07-01', '2024-09-30', '2024年7-9月'),
      mode: 'self-inspection-first',
      disclosure: 'after-visits',
      items: item('grassroots-office'),
    },
    {
      number: 4,
      name: '对司法鉴定机构的行政检查',
      sector: 'forensic-institution',
      total: 2,
      ratio: everyOne('B二(八)4'),
      atLeast: { value: 1, source: B('B二(八)4') },
      window: autumn,
      mode: 'direct',
      disclosure: 'after-visits',
      items: item('forensic-institution'),
    },
    {
      number: 5,
      name: '对法律援助机构的行政检查',
      sector: 'legal-aid-agency',
      total: 1,
      ratio: everyOne('B二(八)5'),
      atLeast: { value: 1, source: B('B二(八)5') },
      window: autumn,
      mode: 'direct',
      disclosure: 'after-visits',
      // B二(二) names no law for legal aid, so there is no item to inspect by (C11, R25).
      items: [],
    },
  ] satisfies Row[]
).map((row) => taskOf(row, { inspectingBody: '喀左县司法局', section: 'legal-services', afterCessation: 'counted' }));
