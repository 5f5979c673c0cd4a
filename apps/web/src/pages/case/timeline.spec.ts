import { filtered, folded, labelOfType, tally, type Recorded } from './timeline';

const event = (revision: number, type: string, at = '2024-08-20T01:00:00.000Z', actor = 'zhang'): Recorded => ({
  id: `e${revision}`,
  stream: 'case-1',
  revision,
  type,
  version: 1,
  at,
  actor,
  data: {},
});

describe('timeline', () => {
  const events = [
    event(0, 'CaseOpened', '2024-08-01T01:00:00.000Z', 'system:opening'),
    event(1, 'ConflictStated'),
    event(2, 'EvidenceAdded'),
    event(3, 'FindingsRecorded'),
    event(4, 'FromALaterVersion', '2024-08-20T16:30:00.000Z', 'li'),
  ];

  it('folds runs of minor events, keeps their number and the order', () => {
    expect(folded(events)).toEqual([
      { event: events[0] },
      { folded: [events[1], events[2]] },
      { event: events[3] },
      { event: events[4] },
    ]);
  });

  it('filters by kind, by person and by days of China', () => {
    const revisions = (filter: object) => filtered(events, filter).map(({ revision }) => revision);
    expect(revisions({ kind: 'CaseOpened,FindingsRecorded' })).toEqual([0, 3]);
    expect(revisions({ by: 'li' })).toEqual([4]);
    expect(revisions({ from: '2024-08-21' })).toEqual([4]);
    expect(revisions({ to: '2024-08-01' })).toEqual([0]);
    expect(revisions({})).toEqual([0, 1, 2, 3, 4]);
  });

  it('has no name for a type that it doesn’t know, and never folds it away', () => {
    expect(labelOfType('FromALaterVersion')).toBeUndefined();
    expect(labelOfType('toString')).toBeUndefined();
    expect(labelOfType('FindingsRecorded')).toBe('录入检查结果');
  });

  it('counts what occurs', () => {
    expect(tally(['b', 'a', 'b'])).toEqual([
      ['b', 2],
      ['a', 1],
    ]);
  });
});
