import type { LegalBasis } from './events';
import type { GivenItem } from './rules';

const cite = (law: string, version: string, ...articles: readonly string[]): LegalBasis[] =>
  articles.map((article) => ({ law, article, version }));

type Seed = Omit<GivenItem, 'subject' | 'joint'> & { readonly item: string };

/**
 * The four groups of B二(二) as first items (R28). The chapter numbers are those of the versions named. 法律援助 has none there, so it has none
 * here: a catalogue without an item of that sector can't be drawn for (R25, C11).
 */
const seeds: readonly Seed[] = [
  {
    item: 'law-firm-1',
    name: '对律师事务所的行政检查',
    basis: [
      ...cite('中华人民共和国律师法', '2017年修正', '第四条', '第六章'),
      ...cite('律师事务所管理办法', '2018年修正', '第七章'),
      ...cite('律师执业管理办法', '2016年修订', '第五章'),
      ...cite('律师事务所年度检查考核办法', '2010年发布', '全文'),
    ],
    sector: 'law-firm',
    content: ['保持设立条件情况', '执业和内部管理情况', '律师执业行为监督情况', '年度检查考核情况'],
    methods: ['onSite', 'documentary'],
    kind: 'general',
  },
  {
    item: 'notary-office-1',
    name: '对公证机构的行政检查',
    basis: [
      ...cite('中华人民共和国公证法', '2017年修正', '第五条'),
      ...cite('公证程序规则', '2020年修正', '第八条'),
      ...cite('公证机构执业管理办法', '2006年发布', '第四章'),
      ...cite('公证员执业管理办法', '2006年发布', '第五章'),
    ],
    sector: 'notary-office',
    content: ['组织建设情况', '执业活动情况', '公证质量情况', '公证员执业监督情况'],
    methods: ['onSite', 'documentary'],
    kind: 'general',
  },
  {
    item: 'grassroots-office-1',
    name: '对基层法律服务所的行政检查',
    basis: [
      ...cite('基层法律服务所管理办法', '2017年修订', '第六条', '第四章'),
      ...cite('基层法律服务工作者管理办法', '2017年修订', '第五条', '第六章'),
    ],
    sector: 'grassroots-office',
    content: ['保持设立条件情况', '执业和内部管理情况', '基层法律服务工作者执业监督情况'],
    methods: ['onSite', 'documentary'],
    kind: 'general',
  },
  {
    item: 'forensic-institution-1',
    name: '对司法鉴定人和司法鉴定机构的行政检查',
    basis: [
      ...cite('司法鉴定机构登记管理办法', '2005年发布', '第十二条', '第七章'),
      ...cite('司法鉴定人登记管理办法', '2005年发布', '第五章'),
    ],
    sector: 'forensic-institution',
    content: ['遵守登记管理规定情况', '执业活动情况', '司法鉴定人执业监督情况'],
    methods: ['onSite', 'documentary'],
    kind: 'general',
  },
];

/** The first items of an organ. `subject`: 抽查主体; `jointSectors`: whose items stand in the joint list (R17; forensic and notary in A's table). */
export function seedItems(
  subject: string,
  jointSectors: readonly GivenItem['sector'][] = [],
): readonly (GivenItem & { readonly item: string })[] {
  return seeds.map((seed) => ({ ...seed, subject, joint: jointSectors.includes(seed.sector) }));
}
