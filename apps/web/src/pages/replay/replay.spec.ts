import { groupsOf } from './fields';
import { dayOf, daysOf, knownBy, moveBy, upTo } from './position';

describe('what a step changed', () => {
  it('R104 marks what came, went and changed, and nothing that only stands empty', () => {
    const before = { stage: { code: 'a', label: '甲' }, object: null, team: [{ inspector: 'x' }], value: 'planned' };
    const now = { stage: { code: 'b', label: '乙' }, object: { name: '所' }, team: [], value: 'drawn', visits: [] };
    const fields = groupsOf(now, before).flatMap((group) => group.fields);
    expect(fields.filter(({ mark }) => mark).map(({ path, mark }) => `${mark} ${path}`)).toEqual([
      '~ /stage/label',
      '+ /object/name',
      '- /team/0/inspector',
    ]);
    expect(fields.map(({ path }) => path)).not.toContain('/stage/code');
    expect(groupsOf(null, null)).toEqual([]);
  });
});

describe('the way through a case', () => {
  const stops = [
    { revision: 0, at: '2024-03-01T01:00:00.000Z', occurredOn: null },
    { revision: 1, at: '2024-03-05T16:30:00.000Z', occurredOn: '2024-03-04' },
    { revision: 2, at: '2024-03-09T01:00:00.000Z', occurredOn: '2024-03-02' },
  ];

  it('R101 finds what was on record by the end of a day in China, and the days on which something happened', () => {
    expect(knownBy(stops, '2024-03-05')).toBe(0);
    expect(knownBy(stops, '2024-03-06')).toBe(1);
    expect(knownBy(stops, '2024-02-01')).toBe(-1);
    expect(stops.map(dayOf)).toEqual(['2024-03-01', '2024-03-04', '2024-03-02']);
    expect(daysOf(stops)).toEqual(['2024-03-01', '2024-03-02', '2024-03-04']);
    expect(upTo(daysOf(stops), '2024-03-03')).toBe(1);
  });

  it('moves by the keys that are told, and stays within the case', () => {
    expect(['ArrowLeft', 'ArrowRight', 'Home', 'End', 'a'].map((key) => moveBy(key, 0, 2))).toEqual([
      0,
      1,
      0,
      2,
      undefined,
    ]);
    expect(moveBy('ArrowRight', 2, 2)).toBe(2);
  });
});
