import { assign, type StateValue, transition } from 'xstate';
import type { CaseContext } from './context';
import type { CaseEventType, CaseFact } from './events';
import { caseEventTypes } from './facts';
import { type GuardName, guards } from './guards';
import { procedures } from './state';
import type { CaseVersion } from './vocabulary';

/** What the chart does with one type of fact in one configuration, question by question. */
export type Tree =
  | { readonly ask: GuardName; readonly yes: Tree; readonly no: Tree }
  /** The record takes the fact in, once; questions below are put to the new record. */
  | { readonly note: Tree }
  | { readonly rest: string }
  | 'refused';

/** Configuration → type of fact → tree; types that a configuration always refuses are left out. */
export type FlatTable = { readonly [configuration: string]: { readonly [T in CaseEventType]?: Tree } };
export type Flat = { readonly table: FlatTable; readonly values: { readonly [configuration: string]: StateValue } };

/** A configuration's name: `inspecting.writing`, `approved.followUp.open+approved.publication.due+…`. */
export function configurationOf(value: StateValue, path = ''): string {
  if (typeof value === 'string') return path + value;
  return Object.keys(value)
    .sort()
    .map((name) => configurationOf(value[name] as StateValue, `${path}${name}.`))
    .join('+');
}

type Question = { readonly guard: GuardName; readonly epoch: number };
type Run = { readonly open: Question | undefined; readonly notes: number; readonly next: StateValue | undefined };
type Answer = { readonly guard: GuardName; readonly epoch: number; readonly yes: boolean };

/** The machine with an oracle in place of its guards: it answers what it was told and notes the first question it wasn't. */
function oracleFor(version: CaseVersion) {
  let answers: readonly Answer[] = [];
  let epoch = 0;
  let open: Question | undefined;
  const ask = (guard: GuardName): boolean => {
    const answer = answers.find((one) => one.guard === guard && one.epoch === epoch);
    if (!answer) open ??= { guard, epoch };
    return answer?.yes ?? false;
  };
  const names = Object.keys(guards) as GuardName[];
  const machine = procedures[version].provide({
    guards: Object.fromEntries(names.map((name) => [name, () => ask(name)])) as { [G in GuardName]: () => boolean },
    actions: {
      note: assign(() => {
        epoch += 1;
        return {};
      }),
    },
  });
  return (value: StateValue, type: CaseEventType, told: readonly Answer[]): Run => {
    answers = told;
    epoch = 0;
    open = undefined;
    const snapshot = machine.resolveState({ value: value as 'planned', context: {} as CaseContext });
    const event = { type } as CaseFact;
    const expected = snapshot.can(event);
    const next = expected ? transition(machine, snapshot, event)[0].value : undefined;
    return { open, notes: epoch, next };
  };
}

/**
 * The flat table of a version, derived by walking its machine: every configuration that can be reached, every type of fact,
 * every outcome of every guard. @throws Error when a fact would be noted twice or not at all: the chart is wrong then
 */
export function derive(version: CaseVersion): Flat {
  const run = oracleFor(version);
  const values: Record<string, StateValue> = { planned: 'planned' };
  const table: Record<string, { [T in CaseEventType]?: Tree }> = {};
  const queue = ['planned'];

  const grow = (value: StateValue, type: CaseEventType, told: readonly Answer[], noted: number): Tree => {
    const { open, notes, next } = run(value, type, told);
    const seen = open ? open.epoch : notes;
    if (seen > noted) return { note: grow(value, type, told, seen) };
    if (open) {
      const [yes, no] = [true, false].map((answer) => grow(value, type, [...told, { ...open, yes: answer }], noted));
      return { ask: open.guard, yes: yes as Tree, no: no as Tree };
    }
    if (next === undefined) return 'refused';
    const rest = configurationOf(next);
    if (notes !== 1) throw new Error(`${type} in ${configurationOf(value)} is noted ${notes} times`);
    if (!(rest in values)) {
      values[rest] = next;
      queue.push(rest);
    }
    return { rest };
  };

  for (let configuration = queue.shift(); configuration !== undefined; configuration = queue.shift()) {
    const row: { [T in CaseEventType]?: Tree } = {};
    for (const type of caseEventTypes) {
      const tree = grow(values[configuration] as StateValue, type, [], 0);
      if (tree !== 'refused') row[type] = tree;
    }
    table[configuration] = row;
  }
  return { table, values };
}

const derived = new Map<CaseVersion, Flat>();

/** The flat table of a version, derived at its first use. */
export function flatOf(version: CaseVersion): Flat {
  const flat = derived.get(version) ?? derive(version);
  derived.set(version, flat);
  return flat;
}
