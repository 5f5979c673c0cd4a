import { type StateValue, transition } from 'xstate';
import { isMoot, unansweredFindings } from './classes';
import type { CaseContext } from './context';
import { deadlinesIn, type Deadline } from './deadlines';
import { lives } from './disposition';
import type { CaseEventType, CaseFact } from './events';
import { caseEventTypes, openedCase } from './facts';
import type { StateMeta } from './chart';
import { procedure1, procedure2 } from './procedure';
import { procedure3 } from './procedure-3';
import { procedure4 } from './procedure-4';
import { procedure5 } from './procedure-5';
import { refuse } from './refusals';
import { type Stage, type StageCode, stageCodes, stageOf } from './stages';
import type { CaseVersion } from './vocabulary';

/** A case as its record stands: the version it was opened with, where its chart is, what the facts add up to. */
export type OpenCase = {
  readonly procedure: CaseVersion;
  readonly value: StateValue;
  readonly context: CaseContext;
};
/** `null` before the stream's first event. */
export type CaseState = OpenCase | null;

/** The charts by version; the stream's first event chooses. A published chart never changes under its number. */
export const procedures: { readonly [V in CaseVersion]: typeof procedure1 } = {
  'case/1': procedure1,
  'case/2': procedure2 as unknown as typeof procedure1,
  'case/3': procedure3 as unknown as typeof procedure1,
  'case/4': procedure4 as unknown as typeof procedure1,
  'case/5': procedure5 as unknown as typeof procedure1,
};

const known = new Set<string>(caseEventTypes);

function snapshotOf(state: OpenCase): ReturnType<typeof procedure1.resolveState> {
  const { value, context } = state;
  return procedures[state.procedure].resolveState({ value: value as 'planned', context });
}

type Node = (typeof procedure1)['root'];

/** The chart's states that the case is in, the outer before the inner, from the root on. */
export function nodesOf(state: Pick<OpenCase, 'procedure' | 'value'>): readonly Node[] {
  const within = (node: Node, value: StateValue | undefined): readonly Node[] => {
    const inner = typeof value === 'string' ? { [value]: undefined } : (value ?? {});
    return [node, ...Object.entries(inner).flatMap(([name, deeper]) => within(node.states[name] as Node, deeper))];
  };
  return within(procedures[state.procedure].root, state.value);
}

/** Chinese names of the innermost states the case is in, for a message. */
export function labelOf(state: OpenCase): string {
  const leaves = nodesOf(state).filter((node) => node.type === 'atomic' || node.type === 'final');
  return leaves.map((node) => (node.meta as StateMeta).label).join('、');
}

/** Refuses when no state the case is in knows any of these facts, whatever they say. @throws Refusal OUT_OF_TURN */
export function demandTurn(state: OpenCase, types: readonly CaseEventType[]): void {
  const turn = nodesOf(state).some((node) => types.some((type) => node.ownEvents.includes(type)));
  if (!turn) outOfTurn(state, types.join('、'));
}

function outOfTurn(state: OpenCase, event: string): never {
  const data = { event, stage: stage(state).code };
  return refuse('OUT_OF_TURN', `案件处于“${labelOf(state)}”，不接受 ${event}`, data);
}

/** The case as its first event opens it. @throws Refusal for a version that doesn't exist */
export function openedBy(fact: CaseFact): OpenCase {
  if (fact.type !== 'CaseOpened') return refuse('CASE_UNKNOWN', `案件尚未立案，不能记录 ${fact.type}`);
  const { procedure } = fact.data;
  if (!Object.hasOwn(procedures, procedure)) return refuse('PROCEDURE_UNKNOWN', `没有程序版本 ${procedure}`);
  return { procedure, value: 'planned', context: { ...openedCase(fact.data), openedAt: fact.at } };
}

/**
 * One fact more, through the chart. XState ignores what a state doesn't expect, so the question comes first.
 * @throws Refusal OUT_OF_TURN with the state's name when the procedure doesn't expect the fact
 */
export function evolve(state: CaseState, fact: CaseFact): OpenCase {
  if (state === null) return openedBy(fact);
  if (!known.has(fact.type)) return refuse('UNKNOWN_FACT', `未知的事件类型 ${String(fact.type)}`);
  const snapshot = snapshotOf(state);
  if (!snapshot.can(fact)) outOfTurn(state, fact.type);
  const [next] = transition(procedures[state.procedure], snapshot, fact);
  return { procedure: state.procedure, value: next.value, context: next.context };
}

/** The whole record folded through the chart: the checking twin of `decide`. */
export function replay(facts: readonly CaseFact[]): CaseState {
  return facts.reduce<CaseState>(evolve, null);
}

const least = (codes: readonly StageCode[]): StageCode | undefined => stageCodes.find((code) => codes.includes(code));

/** Where the least advanced part of the case stands; 待公示 wins over what is to its right (the board's column). */
export function stage(state: OpenCase): Stage {
  const tags = nodesOf(state).flatMap((node) => node.tags) as StageCode[];
  const inApproved = typeof state.value === 'object' && 'approved' in state.value;
  if (!inApproved || tags.includes('awaiting-approval') || tags.includes('awaiting-publication')) {
    return stageOf(least(tags) ?? 'planned');
  }
  if (tags.length > 0) return stageOf(least(tags) ?? 'closed');
  const alive = state.context.dispositions.filter((one) => !isMoot(state.context, one));
  const waiting = alive.flatMap((one) => [...(lives[one.state]?.tags ?? [])]) as StageCode[];
  if (unansweredFindings(state.context).length > 0) waiting.push('awaiting-disposition');
  return stageOf(least(waiting) ?? 'awaiting-disposition');
}

/** What is due in the case and not done, earliest first, for the daily job and the board. */
export function deadlines(state: OpenCase): readonly Deadline[] {
  return deadlinesIn(state.context);
}
