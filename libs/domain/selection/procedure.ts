import { assign, setup, transition } from 'xstate';
import type { SelectionEvent } from './events';
import { refuse } from './refusals';

type Step = { readonly type: SelectionEvent['type'] };

const basis = 'B二(九)';
const openEnded = {
  RevealOverdue: { guard: 'inTime', actions: 'markOverdue' },
  SecretLost: 'lost',
} as const;

/**
 * `selection/1`: one attempt of a draw. An attempt ends in `revealed`, `voided` or `lost`, and the next one begins on a fresh
 * chart. `revealBy` is a fact that the clock tells (RevealOverdue); it changes no step, so that whoever may draw can finish.
 */
export const attemptChart = setup({
  types: { context: {} as { overdue: boolean }, events: {} as Step },
  guards: { inTime: ({ context }) => !context.overdue },
  actions: { markOverdue: assign({ overdue: true }) },
}).createMachine({
  id: 'selection/1',
  initial: 'unfrozen',
  context: { overdue: false },
  states: {
    unfrozen: {
      meta: { basis: 'A二(二)' },
      on: { DrawFrozen: 'frozen', LotRecorded: 'revealed', PlatformDrawImported: 'revealed' },
    },
    frozen: {
      meta: { basis },
      on: { ...openEnded, SealReceived: 'frozen', DrawVoidProposed: 'voidProposed', SealingClosed: 'closed' },
    },
    voidProposed: {
      meta: { basis: 'B一(二)' },
      on: { ...openEnded, SealReceived: 'voidProposed', DrawVoidDeclined: 'frozen', DrawVoided: 'voided' },
    },
    closed: { meta: { basis }, on: { ...openEnded, SealOpened: 'closed', OpeningEnded: 'opened' } },
    opened: {
      meta: { basis },
      on: { ...openEnded, BeaconProposed: 'beaconProposed', ObjectsDrawn: 'revealed', InspectorsDrawn: 'revealed' },
    },
    beaconProposed: {
      meta: { basis },
      on: {
        ...openEnded,
        BeaconProposed: 'beaconProposed',
        BeaconConfirmed: 'beaconEntered',
        ObjectsDrawn: 'revealed',
        InspectorsDrawn: 'revealed',
      },
    },
    beaconEntered: { meta: { basis }, on: { ...openEnded, ObjectsDrawn: 'revealed', InspectorsDrawn: 'revealed' } },
    revealed: {
      meta: { basis: 'B一(二)、B二(九)' },
      on: { ReserveCalled: 'revealed', InspectorReplaced: 'revealed', DrawDisclosed: 'revealed' },
    },
    voided: { meta: { basis: 'B一(二)' }, type: 'final' },
    lost: { meta: { basis: 'B一(二)' }, type: 'final' },
  },
});

export const attemptStates = [
  'unfrozen',
  'frozen',
  'voidProposed',
  'closed',
  'opened',
  'beaconProposed',
  'beaconEntered',
  'revealed',
  'voided',
  'lost',
] as const;
export type AttemptPhase = (typeof attemptStates)[number];

export const attemptLabels: Readonly<Record<AttemptPhase, string>> = {
  unfrozen: '未冻结',
  frozen: '已冻结，封存中',
  voidProposed: '已提请作废',
  closed: '已截止，开启中',
  opened: '开启结束，待揭晓',
  beaconProposed: '信标待核对',
  beaconEntered: '信标已录入，待揭晓',
  revealed: '已揭晓',
  voided: '已作废',
  lost: '秘密值遗失',
};

/** The attempt after an event. @throws Refusal DRAW_OUT_OF_TURN when its step doesn't expect the event */
export function nextPhase(
  { phase, overdue }: { readonly phase: AttemptPhase; readonly overdue: boolean },
  event: Step,
): { readonly phase: AttemptPhase; readonly overdue: boolean } {
  const snapshot = attemptChart.resolveState({ value: phase, context: { overdue } });
  if (!snapshot.can(event)) {
    refuse('DRAW_OUT_OF_TURN', `抽取处于「${attemptLabels[phase]}」，不能进行此操作`, { phase, event: event.type });
  }
  const [next] = transition(attemptChart, snapshot, event);
  return { phase: next.value as AttemptPhase, overdue: next.context.overdue };
}
