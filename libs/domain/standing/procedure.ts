import { setup, transition } from 'xstate';
import type { StandingEvent, StandingVersion } from './events';
import { refuse } from './refusals';

/** Where an object stands with one list. */
export const standingStages = [
  'clear',
  'proposed',
  'notified',
  'heard',
  'listed',
  'declined',
  'withdrawn',
  'expired',
  'repaired',
  'removed',
] as const;
export type StandingStage = (typeof standingStages)[number];

export const standingLabels: Readonly<Record<StandingStage, string>> = {
  clear: '未列入',
  proposed: '拟列入',
  notified: '已告知',
  heard: '待决定',
  listed: '已列入',
  declined: '不予列入',
  withdrawn: '已撤销列入',
  expired: '期满移出',
  repaired: '已修复',
  removed: '已移出',
};

const again = { ListingProposed: 'proposed' } as const;

/** The listing procedure. Whoever was listed before may be proposed again: the states after a listing lead back to `proposed`. */
export const standingProcedure = setup({ types: { events: {} as StandingEvent } }).createMachine({
  id: 'standing/1',
  initial: 'clear',
  states: {
    clear: { meta: { basis: 'B三(三)' }, on: again },
    proposed: { meta: { basis: 'B三(三)' }, on: { ListingNoticeServed: 'notified', ListingDeclined: 'declined' } },
    notified: {
      meta: { basis: '行政处罚法第四十五条' },
      on: { ListingHeard: 'heard', HearingWindowPassed: 'heard', ListingDeclined: 'declined' },
    },
    heard: { meta: { basis: 'B四(二)' }, on: { ListingConfirmed: 'listed', ListingDeclined: 'declined' } },
    listed: {
      meta: { basis: 'B三(三)' },
      on: {
        ListingWithdrawn: 'withdrawn',
        ListingExpired: 'expired',
        ListingRepaired: 'repaired',
        ListingRemoved: 'removed',
      },
    },
    declined: { meta: { basis: 'B三(三)' }, on: again },
    withdrawn: { meta: { basis: '行政复议法第六十四条' }, on: again },
    expired: { meta: { basis: '信用修复管理办法' }, on: again },
    repaired: { meta: { basis: '信用修复管理办法' }, on: again },
    removed: { meta: { basis: 'B三(四)' }, on: again },
  },
});

const noted = { actions: 'noted' } as const;
/** What an entry's publication goes through, whatever has become of the entry. */
const posting = { ListingPosted: noted, ListingPostingAcknowledged: noted, ListingPostingFailed: noted } as const;

/** As above; with repair and removal asked for and decided, and each publication posted with receipts (C20, R74). */
export const standingProcedure2 = setup({
  types: { events: {} as StandingEvent },
  // A noted fact needs an action, or the chart would say that it doesn't expect it.
  actions: { noted: () => undefined },
}).createMachine({
  id: 'standing/2',
  initial: 'clear',
  on: posting,
  states: {
    ...standingProcedure.config.states,
    listed: {
      meta: { basis: 'B三(三)' },
      on: {
        ListingEndRequested: noted,
        ListingEndRefused: noted,
        ListingWithdrawn: 'withdrawn',
        ListingExpired: 'expired',
        ListingRepaired: 'repaired',
        ListingRemoved: 'removed',
      },
    },
  },
});

/** The chart of each version; a round stays with the one it was proposed under. */
export const standingProcedures: Readonly<Record<StandingVersion, typeof standingProcedure>> = {
  'standing/1': standingProcedure,
  'standing/2': standingProcedure2 as unknown as typeof standingProcedure,
};

/** The version whose chart holds after an event: a proposal begins a round under the one that it names. */
export function versionAfter(version: StandingVersion, event: StandingEvent): StandingVersion {
  if (event.type !== 'ListingProposed') return version;
  const { procedure } = event.data;
  return Object.hasOwn(standingProcedures, procedure)
    ? procedure
    : refuse('OUT_OF_TURN', `没有程序版本 ${String(procedure)}`);
}

/** The stage an event leads to. @throws Refusal OUT_OF_TURN when the procedure doesn't expect it, which XState alone would pass over in silence */
export function nextStage(stage: StandingStage, event: StandingEvent, version: StandingVersion): StandingStage {
  const chart = standingProcedures[version];
  const snapshot = chart.resolveState({ value: stage });
  if (!snapshot.can(event))
    refuse('OUT_OF_TURN', `现为“${standingLabels[stage]}”，不能办理此事项`, { stage, event: event.type });
  const [next] = transition(chart, snapshot, event);
  return next.value;
}
