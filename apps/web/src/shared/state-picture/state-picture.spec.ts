import { publicProcedure } from '@srd/domain/case';
import { layout } from './layout';
import { staysIn, takenIn, type PathStep } from './path';

const charts = publicProcedure().charts.filter(({ version }) => version !== 'disposition');
const at = (day: string): string => `${day}T01:00:00.000Z`;

describe('the state picture', () => {
  it.each(charts.map((chart) => [chart.version, chart] as const))(
    'R101 %s: every state has its own place',
    (_, chart) => {
      const { boxes, width, height } = layout(chart);
      expect(boxes.map(({ state }) => state.name).toSorted()).toEqual(chart.states.map(({ name }) => name).toSorted());
      for (const one of boxes)
        expect([one.x >= 0, one.y >= 0, one.x + one.width <= width, one.y + one.height <= height]).not.toContain(false);
      const leaves = boxes.filter(({ group }) => !group);
      const meet = leaves.flatMap((a, at) =>
        leaves
          .slice(at + 1)
          .filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height)
          .map((b) => [a.state.name, b.state.name]),
      );
      expect(meet).toEqual([]);
    },
  );

  it('draws every way between two states once, and none for what is only noted', () => {
    const [first] = charts;
    const { arrows } = layout(first!);
    const ways = arrows.map(({ from, to }) => `${from} ${to}`);
    expect(new Set(ways).size).toBe(ways.length);
    expect(ways).toContain('recorded inspecting.writing');
    expect(arrows.filter(({ from, to }) => from === to)).toEqual([]);
  });

  const path: readonly PathStep[] = [
    { revision: 0, type: 'CaseOpened', at: at('2024-03-01'), states: ['planned'] },
    { revision: 1, type: 'ObjectDrawn', at: at('2024-03-05'), states: ['drawn', 'drawn.awaitingTeam'] },
    { revision: 2, type: 'CaseVoided', at: at('2024-03-09'), states: ['voided'] },
  ];

  it('R101 says how long the case was where, and counts what lasts up to today', () => {
    expect(staysIn(path, '2024-03-20')).toEqual([
      { state: 'planned', from: '2024-03-01', until: '2024-03-05', days: 4 },
      { state: 'drawn', from: '2024-03-05', until: '2024-03-09', days: 4 },
      { state: 'drawn.awaitingTeam', from: '2024-03-05', until: '2024-03-09', days: 4 },
      { state: 'voided', from: '2024-03-09', until: null, days: 11 },
    ]);
    expect(staysIn([], '2024-03-20')).toEqual([]);
  });

  it('follows the way that the case took, also where the chart went on by itself', () => {
    const { steps } = charts[0]!;
    expect([...takenIn(path, steps)]).toEqual(['planned drawn', 'drawn voided']);
    const approved = (publication: string): readonly string[] => [
      'approved',
      'approved.followUp',
      'approved.followUp.open',
      'approved.publication',
      `approved.publication.${publication}`,
    ];
    const published: readonly PathStep[] = [
      { revision: 9, type: 'PublicationPosted', at: at('2024-04-01'), states: approved('posting') },
      { revision: 10, type: 'PublicationAcknowledged', at: at('2024-04-02'), states: approved('discharged') },
    ];
    expect(takenIn(published, steps)).toEqual(
      new Set([
        'approved.publication.posting approved.publication.due',
        'approved.publication.due approved.publication.discharged',
      ]),
    );
  });
});
