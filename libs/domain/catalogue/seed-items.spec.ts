import { seedItems } from './index';

const seeds = seedItems('潮州市司法局', ['notary-office', 'forensic-institution']);

describe('the first items', () => {
  it('R28 cite the four groups of the scheme with their articles', () => {
    const cited = seeds.map(({ basis }) => basis.map(({ law, article }) => `${law}${article}`).join('、'));
    expect(cited).toEqual([
      '中华人民共和国律师法第四条、中华人民共和国律师法第六章、律师事务所管理办法第七章、律师执业管理办法第五章、律师事务所年度检查考核办法全文',
      '中华人民共和国公证法第五条、公证程序规则第八条、公证机构执业管理办法第四章、公证员执业管理办法第五章',
      '基层法律服务所管理办法第六条、基层法律服务所管理办法第四章、基层法律服务工作者管理办法第五条、基层法律服务工作者管理办法第六章',
      '司法鉴定机构登记管理办法第十二条、司法鉴定机构登记管理办法第七章、司法鉴定人登记管理办法第五章',
    ]);
  });
  it('R23 R28 have their content each, and both methods', () => {
    expect(seeds.map(({ item, content, methods }) => [item, content.length, methods])).toEqual([
      ['law-firm-1', 4, ['onSite', 'documentary']],
      ['notary-office-1', 4, ['onSite', 'documentary']],
      ['grassroots-office-1', 3, ['onSite', 'documentary']],
      ['forensic-institution-1', 3, ['onSite', 'documentary']],
    ]);
  });
  it('R25 C11 are there for every sector but 法律援助, for which the scheme names no law', () => {
    expect(new Set(seeds.map(({ sector }) => sector))).toEqual(
      new Set(['law-firm', 'notary-office', 'grassroots-office', 'forensic-institution']),
    );
  });
  it('R17 stand in the joint list where their sector is inspected jointly, and in the own one otherwise', () => {
    expect(seeds.filter(({ joint }) => joint).map(({ sector }) => sector)).toEqual([
      'notary-office',
      'forensic-institution',
    ]);
    expect(seedItems('喀左县司法局').some(({ joint }) => joint)).toBe(false);
  });
});
