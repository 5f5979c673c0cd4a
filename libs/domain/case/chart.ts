import { assign, setup } from 'xstate';
import type { CaseContext } from './context';
import type { CaseFact } from './events';
import { note } from './facts';
import { guards, type GuardName } from './guards';
import type { StageCode } from './stages';

/** What a state means: its article, its name, its column on the board. */
export type StateMeta = { readonly basis: string; readonly label: string };
type Meaning = { tags: StageCode[]; meta: StateMeta };
export const is = (stage: StageCode, label: string, basis: string): Meaning => ({
  tags: [stage],
  meta: { basis, label },
});
export const meaning = (label: string, basis: string): { meta: StateMeta } => ({ meta: { basis, label } });

/** A question of guards.ts, put by the machine. */
const ask =
  (name: GuardName) =>
  ({ context, event }: { context: CaseContext; event: CaseFact }) =>
    guards[name](context, event);

export const base = setup({
  types: {
    context: {} as CaseContext,
    events: {} as CaseFact,
    input: {} as CaseContext,
    tags: {} as StageCode,
    meta: {} as StateMeta,
  },
  guards: Object.fromEntries(Object.keys(guards).map((name) => [name, ask(name as GuardName)])) as {
    [G in GuardName]: ReturnType<typeof ask>;
  },
  actions: { note: assign(({ context, event }) => note(context, event)) },
});

/** The arrows: every one notes the fact, so that `can` is true exactly where the procedure expects it. */
export const noted = { actions: 'note' } as const;
export const notedIf = <G extends GuardName>(guard: G): { readonly guard: G; readonly actions: 'note' } => ({
  guard,
  actions: 'note',
});
export const to = <T extends string>(target: T): { readonly target: T; readonly actions: 'note' } => ({
  target,
  actions: 'note',
});
export const toIf = <T extends string, G extends GuardName>(
  target: T,
  guard: G,
): { readonly target: T; readonly guard: G; readonly actions: 'note' } => ({ target, guard, actions: 'note' });
