import type { StandingEvent } from './events';
import { nextStage, standingLabels, standingProcedure, standingStages } from './procedure';

describe('the chart', () => {
  const types = [
    'ListingProposed',
    'ListingNoticeServed',
    'ListingHeard',
    'HearingWindowPassed',
    'ListingConfirmed',
    'ListingDeclined',
    'ListingWithdrawn',
    'ListingExpired',
    'ListingRepaired',
    'ListingRemoved',
  ] as const;
  const edges = standingStages.flatMap((stage) =>
    types.flatMap((type) => {
      try {
        return [[stage, type, nextStage(stage, { type, data: {} } as unknown as StandingEvent)] as const];
      } catch {
        return [];
      }
    }),
  );
  it('R83 R86 R87 C20: has exactly these edges, each state reached, labelled and citing its basis', () => {
    expect(edges.map((edge) => edge.join(' '))).toEqual([
      'clear ListingProposed proposed',
      'proposed ListingNoticeServed notified',
      'proposed ListingDeclined declined',
      'notified ListingHeard heard',
      'notified HearingWindowPassed heard',
      'notified ListingDeclined declined',
      'heard ListingConfirmed listed',
      'heard ListingDeclined declined',
      'listed ListingWithdrawn withdrawn',
      'listed ListingExpired expired',
      'listed ListingRepaired repaired',
      'listed ListingRemoved removed',
      ...['declined', 'withdrawn', 'expired', 'repaired', 'removed'].map((end) => `${end} ListingProposed proposed`),
    ]);
    const reached = new Set<string>(['clear', ...edges.map(([, , to]) => to)]);
    expect(standingStages.every((stage) => reached.has(stage) && standingLabels[stage] !== '')).toBe(true);
    expect(Object.keys(standingProcedure.states).sort()).toEqual([...standingStages].sort());
    for (const node of Object.values(standingProcedure.states)) expect(node.meta).toHaveProperty('basis');
  });
  it('refuses an event it does not know instead of passing over it', () => {
    expect(() => nextStage('clear', { type: 'xstate.done.state.x', data: {} } as unknown as StandingEvent)).toThrow(
      'OUT_OF_TURN',
    );
  });
});
