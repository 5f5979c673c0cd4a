import { day } from '@srd/kernel';
import type { Sector, Source } from '@srd/domain/organ';
import type { ItemReference, Ratio, TaskContent } from './task';

const document = '潮州市司法局2023年“双随机、一公开”抽查工作计划';
const source = (article: string): Source => ({ kind: 'document', document, article });
const percent = (value: number, article: string, about: boolean): Ratio => ({
  basisPoints: value * 100,
  about,
  source: source(article),
});
const own = (note: string): Source => ({ kind: 'own', note });

type Row = {
  readonly number: number;
  readonly name: string;
  readonly sector: Sector;
  readonly practitioners: boolean;
  readonly table: number;
  readonly text: number;
  readonly article: string;
  readonly total: number;
  readonly window: TaskContent['window'];
  readonly joint: boolean;
  readonly section: string;
  readonly minimumStated: boolean;
};

const summer = { from: day('2023-07-01'), to: day('2023-08-31'), text: '2023年7-8月' };
const september = { from: day('2023-09-01'), to: day('2023-09-30'), text: '2023年9月' };

const rows: readonly Row[] = [
  {
    number: 1,
    name: '对司法鉴定人和司法鉴定机构的行政检查',
    sector: 'forensic-institution',
    practitioners: true,
    table: 20,
    text: 50,
    article: 'A二(三)4',
    total: 2,
    window: september,
    joint: true,
    section: 'public-legal-services',
    minimumStated: true,
  },
  {
    number: 2,
    name: '对公证机构的行政检查',
    sector: 'notary-office',
    practitioners: false,
    table: 20,
    text: 30,
    article: 'A二(三)3',
    total: 3,
    window: september,
    joint: true,
    section: 'public-legal-services',
    minimumStated: true,
  },
  {
    number: 3,
    name: '对基层法律服务所的行政检查',
    sector: 'grassroots-office',
    practitioners: false,
    table: 20,
    text: 20,
    article: 'A二(三)2',
    total: 5,
    window: summer,
    joint: false,
    section: 'lawyer-administration',
    minimumStated: false,
  },
  {
    number: 4,
    name: '对律师事务所的行政检查',
    sector: 'law-firm',
    practitioners: false,
    table: 10,
    text: 10,
    article: 'A二(三)1',
    total: 48,
    window: summer,
    joint: false,
    section: 'lawyer-administration',
    minimumStated: false,
  },
];

/** The four rows of 潮州's table of 2023 as printed, with the ratio of the text beside each (A附件, C1–C6); items by sector. */
export function chaozhou2023Table(
  items: Partial<Readonly<Record<Sector, readonly ItemReference[]>>>,
  ruleVersion = 1,
): readonly TaskContent[] {
  return rows.map((row) => ({
    number: row.number,
    name: row.name,
    inspectingBody: '潮州市司法局',
    targeting: 'open',
    objects: { sectors: [row.sector], practitioners: row.practitioners },
    ratios: { table: percent(row.table, 'A附件', false), text: percent(row.text, row.article, true) },
    rounding: { value: 'ceil', source: own('进一取整系本机关自定（C3）') },
    atLeast: {
      value: 1,
      source: row.minimumStated ? source(row.article) : own('每次最少1家系解释适用（C4）'),
    },
    listedRatio: null,
    totals: { institutions: row.total, practitioners: null },
    window: row.window,
    joint: row.joint,
    partners: [],
    higherDocument: row.joint ? { number: '潮市监〔2023〕45号', link: null } : null,
    section: row.section,
    items: items[row.sector] ?? [],
    method: 'onSite',
    mode: 'direct',
    disclosure: 'at-reveal',
    afterCessation: 'reserve',
    ruleVersion,
  }));
}
