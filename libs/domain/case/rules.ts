import { checked, type Context, type Decider } from '@srd/kernel';
import type { CaseCommand } from './commands';
import type { CaseEvent, CaseOpened } from './events';
import { openedCase } from './facts';
import { outcomesOf } from './outcomes';
import { refuse } from './refusals';
import type { Rule } from './rule';
import { dispositionRules } from './rules-disposition';
import { nameForCause, openingRules } from './rules-opening';
import { preparationRules } from './rules-preparation';
import { publicationRules } from './rules-publication';
import { resultRules } from './rules-result';
import { fourthCommandRules } from './rules-4';
import { fourth } from './rules-4-own';
import { demandRevisitors, fifthCommandRules } from './rules-5';
import { teamRules } from './rules-team';
import { thirdDemands } from './rules-3';
import { visitRules } from './rules-visit';
import { type CaseState, demandTurn, evolve } from './state';
import { type CaseVersion, isSince } from './vocabulary';

const rules = {
  ...openingRules,
  ...teamRules,
  ...preparationRules,
  ...visitRules,
  ...resultRules,
  ...dispositionRules,
  ...publicationRules,
  ...fourthCommandRules,
  ...fifthCommandRules,
};

type Decide = (command: CaseCommand, state: CaseState, context: Context) => readonly CaseEvent[];

function opening(data: CaseOpened): readonly CaseEvent[] {
  if (!Object.hasOwn(decisions, data.procedure)) refuse('PROCEDURE_UNKNOWN');
  if (data.items.length === 0) refuse('NO_ITEMS');
  if (data.window.to < data.window.from) refuse('WINDOW_REVERSED');
  if (data.departments.length === 0) refuse('NO_DEPARTMENT');
  if (data.procedure === 'case/1' && data.selfInspection !== 'none') refuse('SELF_INSPECTION_UNKNOWN');
  if (!isSince(data.procedure, 'case/3') && data.practice !== undefined) refuse('PRACTICE_UNKNOWN');
  return [{ type: 'CaseOpened', data }];
}

function beginning(command: CaseCommand, by: Context): readonly CaseEvent[] {
  if (command.type === 'OpenCase') return opening(command.data);
  if (command.type !== 'OpenForCause') return refuse('CASE_UNKNOWN');
  const { opened, named } = command.data;
  return [...opening(opened), ...nameForCause(named, openedCase(opened), by)];
}

/**
 * The rules that all charts share: what a chart doesn't know is out of turn there. A receipt that a channel sends again
 * is answered by its rule with nothing to record, whatever the state by then (trap 10).
 */
const decideOpen: Decide = (command, state, context) => {
  if (state === null) return beginning(command, context);
  if (command.type === 'OpenCase' || command.type === 'OpenForCause') return refuse('CASE_EXISTS');
  if (command.type !== 'AcknowledgePublication') demandTurn(state, outcomesOf[command.type]);
  const rule = rules[command.type] as Rule<typeof command.type>;
  return rule(command.data as never, state.context, context);
};

/** `case/3` asks for more before the same rules are put: what the later law and the organ's own practice add. */
const decideThird: Decide = (command, state, context) => {
  const demand = thirdDemands[command.type];
  if (state === null || !demand) return decideOpen(command, state, context);
  demandTurn(state, outcomesOf[command.type]);
  const data = demand(command.data as never, state.context, context);
  return decideOpen({ type: command.type, data } as CaseCommand, state, context);
};

/** `case/4` asks for more again, posts by its own rule, and tells what follows at once. */
const decideFourth: Decide = (command, state, context) => {
  if (state === null) return decideOpen(command, state, context);
  const { type, data } = command;
  const [demand, own, sequel] = [fourth.demands[type], fourth.own[type], fourth.sequels[type]];
  if (demand ?? own) demandTurn(state, outcomesOf[type]);
  demand?.(data as never, state.context, context);
  const events = own?.(data as never, state.context, context) ?? decideThird(command, state, context);
  return events.length === 0 ? [] : [...events, ...(sequel?.(data as never, state.context, context) ?? [])];
};

/** `case/5` asks who made a revisit, and why it wasn't as arranged. */
const decideFifth: Decide = (command, state, context) => {
  if (state !== null && command.type === 'RecordFollowUp') {
    demandTurn(state, outcomesOf.RecordFollowUp);
    demandRevisitors(command.data, state.context, context);
  }
  return decideFourth(command, state, context);
};

const decisions: { readonly [V in CaseVersion]: Decide } = {
  'case/1': decideOpen,
  'case/2': decideOpen,
  'case/3': decideThird,
  'case/4': decideFourth,
  'case/5': decideFifth,
};

/** The rules by version, as `procedures` has the charts; the stream's first event chooses both. */
export { decisions };

/** One inspection case, one stream (`case-<id>`). */
export const inspectionCase: Decider<CaseState, CaseCommand, CaseEvent> = checked<CaseState, CaseCommand, CaseEvent>({
  initial: null,
  evolve,
  decide: (command, state, context) => (state ? decisions[state.procedure] : decideOpen)(command, state, context),
});
