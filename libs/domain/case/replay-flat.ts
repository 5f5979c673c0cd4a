import type { StateValue } from 'xstate';
import type { CaseContext } from './context';
import type { CaseEventType, CaseFact } from './events';
import { note } from './facts';
import { configurationOf, flatOf, type Tree } from './flat';
import { guards, stateGuards } from './guards';
import { refuse } from './refusals';
import { type CaseState, type OpenCase, openedBy } from './state';
import type { CaseVersion } from './vocabulary';

type Row = { readonly value: StateValue; readonly on: ReadonlyMap<string, Step> };
/** A tree's node with its question and its row looked up beforehand; all nodes have one shape, which the engine likes. */
type Step = {
  readonly ask: ((context: CaseContext, fact: CaseFact) => boolean) | null;
  readonly yes: Step | null;
  readonly no: Step | null;
  readonly note: boolean;
  readonly rest: Row | null;
};

const REFUSED: Step = { ask: null, yes: null, no: null, note: false, rest: null };

function compile(tree: Tree, rows: ReadonlyMap<string, Row>): Step {
  if (tree === 'refused') return REFUSED;
  if ('rest' in tree) return { ...REFUSED, rest: rows.get(tree.rest) as Row };
  if ('note' in tree) return { ...REFUSED, note: true, yes: compile(tree.note, rows) };
  const { ask, yes, no } = tree;
  return { ...REFUSED, ask: guards[ask], yes: compile(yes, rows), no: compile(no, rows) };
}

const compiled = new Map<CaseVersion, ReadonlyMap<string, Row>>();

function rowsOf(version: CaseVersion): ReadonlyMap<string, Row> {
  const known = compiled.get(version);
  if (known) return known;
  const { table, values } = flatOf(version);
  const rows = new Map<string, Row & { on: Map<string, Step> }>();
  for (const [name, value] of Object.entries(values)) rows.set(name, { value, on: new Map() });
  for (const [name, row] of Object.entries(table))
    for (const [type, tree] of Object.entries(row)) rows.get(name)?.on.set(type, compile(tree as Tree, rows));
  compiled.set(version, rows);
  return rows;
}

/** One fact from a row on; null when the table refuses it. */
function step(row: Row, context: CaseContext, fact: CaseFact): { row: Row; context: CaseContext } | null {
  let at = row.on.get(fact.type);
  let record = context;
  while (at) {
    if (at.ask) at = (at.ask(record, fact) ? at.yes : at.no) ?? REFUSED;
    else if (at.note) {
      record = note(record, fact);
      at = at.yes ?? REFUSED;
    } else return at.rest && { row: at.rest, context: record };
  }
  return null;
}

function outOfTurn(row: Row, fact: CaseFact): never {
  const where = configurationOf(row.value);
  return refuse('OUT_OF_TURN', `案件处于 ${where}，不接受 ${fact.type}`, { event: fact.type, configuration: where });
}

/** `evolve` by the flat table: the same answer without asking the machine. @throws Refusal OUT_OF_TURN */
export function evolveFlat(state: CaseState, fact: CaseFact): OpenCase {
  if (state === null) return openedBy(fact);
  const row = rowsOf(state.procedure).get(configurationOf(state.value)) as Row;
  const next = step(row, state.context, fact) ?? outOfTurn(row, fact);
  return { procedure: state.procedure, value: next.row.value, context: next.context };
}

/** `replay` by the flat table, for rebuilding and for whoever counts in millions. @throws Refusal OUT_OF_TURN */
export function replayFlat(facts: readonly CaseFact[]): CaseState {
  const first = facts[0];
  if (!first) return null;
  const opened = openedBy(first);
  let row = rowsOf(opened.procedure).get('planned') as Row;
  let { context } = opened;
  for (let at = 1; at < facts.length; at++) {
    const fact = facts[at] as CaseFact;
    const next = step(row, context, fact) ?? outOfTurn(row, fact);
    row = next.row;
    context = next.context;
  }
  return { procedure: opened.procedure, value: row.value, context };
}

/** The types of fact that some data would make the procedure accept now. */
export function expectedTypes(state: OpenCase): readonly CaseEventType[] {
  const row = flatOf(state.procedure).table[configurationOf(state.value)] ?? {};
  const types = Object.keys(row) as CaseEventType[];
  return types.filter((type) => isPossible(row[type] as Tree, state.context));
}

const stateGuardNames = new Set(Object.keys(stateGuards));

function isPossible(tree: Tree, context: CaseContext): boolean {
  if (tree === 'refused') return false;
  if (!('ask' in tree)) return true;
  if (!stateGuardNames.has(tree.ask)) return isPossible(tree.yes, context) || isPossible(tree.no, context);
  return isPossible(guards[tree.ask](context, {} as CaseFact) ? tree.yes : tree.no, context);
}
