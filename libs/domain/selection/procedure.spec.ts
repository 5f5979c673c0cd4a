import { createHash } from 'node:crypto';
import { getAdjacencyMap } from 'xstate/graph';
import { attemptChart, attemptLabels, attemptStates, type AttemptPhase, type SelectionEvent } from './index';
import { nextPhase } from './procedure';

const types = [
  'DrawFrozen',
  'SealReceived',
  'SealingClosed',
  'SealOpened',
  'OpeningEnded',
  'BeaconProposed',
  'BeaconConfirmed',
  'DrawVoidProposed',
  'DrawVoidDeclined',
  'DrawVoided',
  'RevealOverdue',
  'ObjectsDrawn',
  'InspectorsDrawn',
  'SecretLost',
  'ReserveCalled',
  'InspectorReplaced',
  'DrawDisclosed',
  'LotRecorded',
  'PlatformDrawImported',
] as const satisfies readonly SelectionEvent['type'][];

const map = getAdjacencyMap(attemptChart, { events: types.map((type) => ({ type })) });
const reached = Object.values(map).map(({ state }) => String(state.value));
const edges = new Set(
  Object.values(map).flatMap(({ state }) =>
    types
      .filter((type) => state.can({ type }))
      .map((type) => {
        const from = { phase: state.value as AttemptPhase, overdue: state.context.overdue };
        return `${from.phase} ${type} ${nextPhase(from, { type }).phase}`;
      }),
  ),
);

describe('selection/1', () => {
  it('reaches each state and hits each edge that it draws', () => {
    expect(new Set(reached)).toEqual(new Set(attemptStates));
    const drawn = Object.entries(attemptChart.states).flatMap(([state, node]) =>
      Object.keys(node.config.on ?? {}).map((type) => `${state} ${type}`),
    );
    expect(new Set([...edges].map((edge) => edge.split(' ').slice(0, 2).join(' ')))).toEqual(new Set(drawn));
  });
  it('stays the chart that its number names: old streams replay on it, and what came later only adds', () => {
    const digest = (table: readonly string[]): string =>
      createHash('sha256').update(table.toSorted().join('\n')).digest('hex').slice(0, 16);
    const later = [' LotRecorded ', ' PlatformDrawImported '];
    expect(digest([...edges].filter((edge) => !later.some((type) => edge.includes(type))))).toBe('9bcbfed6d269070d');
    expect([...edges].filter((edge) => later.some((type) => edge.includes(type)))).toEqual([
      'unfrozen LotRecorded revealed',
      'unfrozen PlatformDrawImported revealed',
    ]);
  });
  it('each state cites its basis and has a Chinese label', () => {
    for (const state of attemptStates) {
      expect((attemptChart.states[state]?.meta as { basis?: string } | undefined)?.basis).toBeTruthy();
      expect(attemptLabels[state]).toBeTruthy();
    }
  });
  it('trap 3 no edge leads to a void after the close, and none out of voided or lost', () => {
    const from = (state: string) => [...edges].filter((edge) => edge.startsWith(`${state} `));
    for (const state of ['closed', 'opened', 'beaconProposed', 'beaconEntered', 'revealed']) {
      expect(from(state).filter((edge) => edge.includes('Void'))).toEqual([]);
    }
    expect([...from('voided'), ...from('lost')]).toEqual([]);
  });
  it('marks a draw overdue once, and the draw goes on', () => {
    const late = nextPhase({ phase: 'closed', overdue: false }, { type: 'RevealOverdue' });
    expect(late).toEqual({ phase: 'closed', overdue: true });
    expect(() => nextPhase(late, { type: 'RevealOverdue' })).toThrow('DRAW_OUT_OF_TURN');
    expect(nextPhase(late, { type: 'OpeningEnded' })).toEqual({ phase: 'opened', overdue: true });
  });
});
