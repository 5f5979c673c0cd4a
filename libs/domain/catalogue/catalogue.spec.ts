import { day, given } from '@srd/kernel';
import {
  catalogue,
  itemOf,
  itemsInForce,
  publishedList,
  seedItems,
  type CatalogueCommand,
  type CatalogueEvent,
} from './index';

const seeds = seedItems('潮州市司法局', ['notary-office', 'forensic-institution']);
const firm = seeds[0]!;
const enter = (data: object = {}): CatalogueCommand => ({
  type: 'EnterItem',
  data: { organ: 'chaozhou', ...firm, ...data },
});
const publish = (items: string[], on = '2024-06-01'): CatalogueCommand => ({
  type: 'PublishItems',
  data: { items, occurredOn: day(on) },
});
const revise = (changes: object, reason = '规章修订'): CatalogueCommand => ({
  type: 'ReviseItem',
  data: { item: firm.item, changes, reason },
});
const withdraw: CatalogueCommand = {
  type: 'WithdrawItem',
  data: { item: firm.item, reason: '依据废止', occurredOn: day('2024-06-03') },
};
const taken = (...commands: CatalogueCommand[]): CatalogueEvent[] => {
  const facts: CatalogueEvent[] = [];
  for (const command of commands) facts.push(...given(catalogue, facts).when(command).recorded);
  return facts;
};

describe('entering an item', () => {
  it('R16 R23 records basis, subject, content and method, each', () => {
    expect(given(catalogue, []).when(enter()).recorded[0]).toMatchObject({
      type: 'ItemEntered',
      data: { subject: '潮州市司法局', number: 'law-firm-1', perYearAtMost: null, joint: false },
    });
  });
  it('R25 refuses one that no law provides, or whose basis lacks article or version', () => {
    const { when } = given(catalogue, []);
    when(enter({ basis: [] })).refused('ITEM_WITHOUT_BASIS');
    when(enter({ basis: [{ law: '中华人民共和国律师法', article: ' ', version: '2017年修正' }] })).refused(
      'ITEM_WITHOUT_BASIS',
    );
    when(enter({ basis: [{ law: '中华人民共和国律师法', article: '第四条' }] })).refused('ITEM_WITHOUT_BASIS');
  });
  it('R23 refuses one without subject, content or method', () => {
    const { when } = given(catalogue, []);
    when(enter({ subject: '' })).refused('ITEM_INCOMPLETE');
    when(enter({ content: [] })).refused('ITEM_INCOMPLETE');
    when(enter({ methods: [] })).refused('ITEM_INCOMPLETE');
    when(enter({ methods: ['telephone'] })).refused('ITEM_INVALID');
    when(enter({ sector: 'bank' })).refused('ITEM_INVALID');
    when(enter({ perYearAtMost: 0 })).refused('ITEM_INVALID');
  });
  it('R16 R23 refuses one without name or number, a blank line in its content, and a kind or limit that is none', () => {
    const { when } = given(catalogue, []);
    when(enter({ name: ' ' })).refused('ITEM_INVALID');
    when(enter({ item: 'x-1', number: ' ' })).refused('ITEM_INVALID');
    when(enter({ content: ['执业许可', ' '] })).refused('ITEM_INCOMPLETE');
    when(enter({ kind: 'other' })).refused('ITEM_INVALID');
    when(enter({ perYearAtMost: 1.5 })).refused('ITEM_INVALID');
    expect(when(enter({ perYearAtMost: 1 })).recorded[0]?.data).toMatchObject({ perYearAtMost: 1 });
  });
  it('R16 refuses the same id twice and another organ; entering publishes nothing', () => {
    const { state, when } = given(catalogue, taken(enter()));
    when(enter()).refused('ITEM_KNOWN');
    when(enter({ item: 'law-firm-2', organ: 'kazuo' })).refused('CATALOGUE_MISMATCH');
    expect(itemsInForce(state, 'law-firm', day('2024-06-03'))).toEqual([]);
  });
});

describe('publishing', () => {
  it('R17 R103 records the joint list apart from the own one', () => {
    const facts = taken(
      ...seeds.map((seed): CatalogueCommand => ({ type: 'EnterItem', data: { organ: 'chaozhou', ...seed } })),
    );
    const outcome = given(catalogue, facts).when(publish(seeds.map(({ item }) => item)));
    expect(
      outcome.recorded.map(({ data }) => ('list' in data ? [data.list, data.items.map(({ item }) => item)] : [])),
    ).toEqual([
      ['own', ['grassroots-office-1', 'law-firm-1']],
      ['joint', ['forensic-institution-1', 'notary-office-1']],
    ]);
    expect(publishedList(outcome.state, 'joint', day('2024-06-01')).map(({ sector }) => sector)).toEqual([
      'forensic-institution',
      'notary-office',
    ]);
    expect(publishedList(outcome.state, 'own', day('2024-05-31'))).toEqual([]);
  });
  it('R24 refuses nothing, unknown items, a day to come and the same version twice', () => {
    const { when } = given(catalogue, taken(enter(), publish([firm.item])));
    when(publish([])).refused('NOTHING_TO_PUBLISH');
    when(publish(['law-firm-9'])).refused('ITEM_UNKNOWN');
    when(publish([firm.item], '2024-06-04')).refused('CATALOGUE_DAY_INVALID');
    when(publish([firm.item])).refused('ITEM_PUBLISHED');
  });
  it('R24 leaves an item out of force before its day', () => {
    const { state } = given(catalogue, taken(enter(), publish([firm.item])));
    expect([
      itemsInForce(state, 'law-firm', day('2024-05-31')).length,
      itemsInForce(state, 'law-firm', day('2024-06-01')).length,
    ]).toEqual([0, 1]);
  });
});

describe('a sector without a legal basis', () => {
  const aid = { item: 'legal-aid-agency-1', name: '对法律援助机构的行政检查', sector: 'legal-aid-agency' };
  const basis = [{ law: '中华人民共和国法律援助法', article: '第五条', version: '2021年发布' }];
  const countOn = (facts: CatalogueEvent[], on: string) =>
    itemsInForce(given(catalogue, facts).state, 'legal-aid-agency', day(on)).length;

  it('R25 C11 has no item to be inspected by until one with a basis is entered and published', () => {
    const others = taken(enter(), publish([firm.item]));
    expect(countOn(others, '2024-06-03')).toBe(0);
    given(catalogue, others)
      .when(enter({ ...aid, basis: [] }))
      .refused('ITEM_WITHOUT_BASIS');
    const entered = [...others, ...given(catalogue, others).when(enter({ ...aid, basis })).recorded];
    expect(countOn(entered, '2024-06-03')).toBe(0);
    const published = [...entered, ...given(catalogue, entered).when(publish([aid.item], '2024-06-02')).recorded];
    expect([countOn(published, '2024-06-01'), countOn(published, '2024-06-02')]).toEqual([0, 1]);
    expect(itemsInForce(given(catalogue, published).state, 'law-firm', day('2024-06-02'))).toHaveLength(1);
  });
});

describe('changing the list', () => {
  const changed = { content: ['执业和内部管理情况'] };
  it('R24 R27 keeps the published version in force until the revised one is published', () => {
    const facts = taken(enter(), publish([firm.item]), revise(changed));
    const inForce = (events: CatalogueEvent[], on: string) =>
      itemsInForce(given(catalogue, events).state, 'law-firm', day(on))[0]?.version;
    expect(inForce(facts, '2024-06-03')).toBe(1);
    const later = [...facts, ...given(catalogue, facts).when(publish([firm.item], '2024-06-03')).recorded];
    expect([inForce(later, '2024-06-02'), inForce(later, '2024-06-03')]).toEqual([1, 2]);
    expect(itemOf(given(catalogue, later).state, firm.item)?.versions.map(({ content }) => content.length)).toEqual([
      4, 1,
    ]);
  });
  it('R25 refuses a revision that takes the basis away, changes nothing or says no reason', () => {
    const { when } = given(catalogue, taken(enter()));
    when(revise({ basis: [] })).refused('ITEM_WITHOUT_BASIS');
    when(revise({ name: firm.name })).refused('ITEM_UNCHANGED');
    when(revise(changed, '')).refused('CATALOGUE_REASON_MISSING');
  });
  it('R24 R25 an item whose basis is repealed is out of force from its day, and stays in the record', () => {
    const { state, when } = given(catalogue, taken(enter(), publish([firm.item]), withdraw));
    expect([
      itemsInForce(state, 'law-firm', day('2024-06-02')).length,
      itemsInForce(state, 'law-firm', day('2024-06-03')).length,
    ]).toEqual([1, 0]);
    when(publish([firm.item])).refused('ITEM_WITHDRAWN');
    when(revise(changed)).refused('ITEM_WITHDRAWN');
    when(withdraw).refused('ITEM_WITHDRAWN');
  });
});
