import { day, given } from '@srd/kernel';
import {
  catalogue,
  guidanceList,
  itemsInForce,
  pinnedItem,
  seedItems,
  type CatalogueCommand,
  type CatalogueEvent,
} from './index';

const [firm] = seedItems('潮州市司法局', []);
const checklist = [
  { id: 'q1', text: '许可证在有效期内' },
  { id: 'q2', text: '在显著位置公示许可证' },
];
const enter = (data: object = {}): CatalogueCommand => ({
  type: 'EnterItem',
  data: { organ: 'chaozhou', ...firm!, checklist, ...data },
});
const publish = (on: string): CatalogueCommand => ({
  type: 'PublishItems',
  data: { items: [firm!.item], occurredOn: day(on) },
});
const revise = (changes: object): CatalogueCommand => ({
  type: 'ReviseItem',
  data: { item: firm!.item, changes, reason: '规章修订' },
});
const taken = (...commands: CatalogueCommand[]): CatalogueEvent[] => {
  const facts: CatalogueEvent[] = [];
  for (const command of commands) facts.push(...given(catalogue, facts).when(command).recorded);
  return facts;
};

describe('an item’s checklist', () => {
  it('R23 R70 belongs to the item’s version: a case answers the one it pinned', () => {
    const facts = taken(
      enter(),
      publish('2024-06-01'),
      revise({ checklist: [...checklist, { id: 'q3', text: '收费' }] }),
    );
    const { state } = given(catalogue, facts);
    expect(pinnedItem(state, firm!.item, 1)).toMatchObject({ revision: 1, checklist });
    expect(pinnedItem(state, firm!.item, 2)?.checklist).toHaveLength(3);
    expect(pinnedItem(state, firm!.item, 1)?.basis[0]).toBe('中华人民共和国律师法第四条');
    expect(pinnedItem(state, firm!.item, 3)).toBeUndefined();
    expect(pinnedItem(state, 'law-firm-9', 1)).toBeUndefined();
    expect(itemsInForce(state, 'law-firm', day('2024-06-03'))[0]?.checklist).toEqual(checklist);
  });
  it('R23 refuses a line without text, without an id, or twice', () => {
    const { when } = given(catalogue, []);
    when(enter({ checklist: [{ id: 'q1', text: ' ' }] })).refused('CHECKLIST_INVALID');
    when(enter({ checklist: [{ id: '第一项', text: '收费' }] })).refused('CHECKLIST_INVALID');
    when(enter({ checklist: [checklist[0], checklist[0]] })).refused('CHECKLIST_INVALID');
  });
  it('R24 an item without one stays as it was, and the same list is no revision', () => {
    expect(given(catalogue, []).when(enter({ checklist: [] })).recorded[0]?.data).not.toHaveProperty('checklist');
    given(catalogue, taken(enter()))
      .when(revise({ checklist: [...checklist] }))
      .refused('ITEM_UNCHANGED');
    const cleared = given(catalogue, taken(enter())).when(revise({ checklist: [] })).recorded[0];
    expect(cleared).toMatchObject({ type: 'ItemRevised', data: { version: 2 } });
  });
});

describe('随机抽查事项指导清单', () => {
  it('R29 tells institutions what to prepare: items in force, in their published words', () => {
    const { state } = given(catalogue, taken(enter(), publish('2024-06-01'), revise({ name: '执业情况' })));
    expect(guidanceList(state, 'law-firm', day('2024-05-31'))).toEqual([]);
    expect(guidanceList(state, 'law-firm', day('2024-06-03'))).toEqual([
      expect.objectContaining({ item: firm!.item, version: 1, name: firm!.name, checklist }),
    ]);
  });
  it('R25 R29 knows nothing of a sector that has no item with a basis', () => {
    const { state } = given(catalogue, taken(enter(), publish('2024-06-01')));
    expect(guidanceList(state, 'legal-aid-agency', day('2024-06-03'))).toEqual([]);
  });
});
