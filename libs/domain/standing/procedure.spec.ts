import type { StandingEvent, StandingVersion } from './events';
import { nextStage, standingLabels, standingProcedures, standingStages } from './procedure';

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
  const later = [
    'ListingEndRequested',
    'ListingEndRefused',
    'ListingPosted',
    'ListingPostingAcknowledged',
    'ListingPostingFailed',
  ] as const;
  const edgesOf = (version: StandingVersion, events: readonly string[]) =>
    standingStages.flatMap((stage) =>
      events.flatMap((type) => {
        try {
          return [[stage, type, nextStage(stage, { type, data: {} } as unknown as StandingEvent, version)] as const];
        } catch {
          return [];
        }
      }),
    );
  const common = [
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
  ];
  const of = (version: StandingVersion) => edgesOf(version, [...types, ...later]).map((edge) => edge.join(' '));

  it('R83 R86 R87 C20 trap 15: standing/1 has exactly these edges, for ever', () =>
    expect(of('standing/1')).toEqual(common));

  it('C20 R74: standing/2 adds repair, removal and publications, which move nothing by themselves', () => {
    const posting = standingStages.flatMap((stage) =>
      later.filter((type) => type.startsWith('ListingPost')).map((type) => `${stage} ${type} ${stage}`),
    );
    const asked = ['listed ListingEndRequested listed', 'listed ListingEndRefused listed'];
    expect(of('standing/2').sort()).toEqual([...common, ...posting, ...asked].sort());
  });

  it.each(['standing/1', 'standing/2'] as const)('%s reaches each state, labelled and citing its basis', (version) => {
    const reached = new Set<string>(['clear', ...edgesOf(version, types).map(([, , to]) => to)]);
    expect(standingStages.every((stage) => reached.has(stage) && standingLabels[stage] !== '')).toBe(true);
    const { states } = standingProcedures[version];
    expect(Object.keys(states).sort()).toEqual([...standingStages].sort());
    for (const node of Object.values(states)) expect(node.meta).toHaveProperty('basis');
  });

  it('refuses an event it does not know instead of passing over it', () => {
    for (const version of ['standing/1', 'standing/2'] as const) {
      const unknown = { type: 'xstate.done.state.x', data: {} } as unknown as StandingEvent;
      expect(() => nextStage('clear', unknown, version)).toThrow('OUT_OF_TURN');
    }
  });
});
