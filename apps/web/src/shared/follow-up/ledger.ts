import { mayCommand, permits, type Role } from '@srd/domain/account';
import { roleLabels } from '@srd/domain/case';
import type { Schemas } from '../../api/client';
import { daysFrom } from '../format';

/** A line of the 整改台账. */
export type Line = Schemas['LedgerLineDto'];

/** The earliest day first, what has none last. */
export function byDay(one: Line, other: Line): number {
  const [a, b] = [one.due?.on ?? '9999', other.due?.on ?? '9999'];
  return a < b ? -1 : a > b ? 1 : one.number.localeCompare(other.number, 'zh-CN');
}

export type Lane = 'overdue' | 'soon' | 'later' | 'undated';
export const laneLabels: Readonly<Record<Lane, string>> = {
  overdue: '已逾期',
  soon: '五个工作日内到期',
  later: '以后到期',
  undated: '没有期限',
};
export const lanes = Object.keys(laneLabels) as readonly Lane[];

const SOON = 5;
const WEEK = 7;

/** Where a line stands by its day; where the calendar lacks the year, a week counts for five working days. */
export function laneOf({ due, overdue, workingDaysLeft }: Line, today: string): Lane {
  if (due === null) return 'undated';
  if (overdue) return 'overdue';
  const soon = workingDaysLeft === null ? daysFrom(today, due.on) <= WEEK : workingDaysLeft <= SOON;
  return soon ? 'soon' : 'later';
}

export interface NextStep {
  readonly command: string;
  /** Undefined for the asker's own; else whose it is. */
  readonly by?: string;
}

/** Steps that the system takes by itself when their day or another record has come. */
const peoples = (command: string): boolean => (mayCommand[command] ?? []).length > 0;

/** The case notes by itself what people propose to the list. */
const proposed = (command: string): string => (command === 'NoteListingProposal' ? 'ProposeListing' : command);

/** What may be done with a measure now: the asker's own first. An order that waits for its service comes before everything else. */
export function nextSteps({ next, due }: Pick<Line, 'next' | 'due'>, held: readonly Role[]): readonly NextStep[] {
  const commands = [...(due?.kind === 'service' ? ['ServeDocument'] : []), ...next.map(proposed)];
  const steps = commands.filter(peoples).map((command): NextStep => {
    if (permits(command, held)) return { command };
    return { command, by: (mayCommand[command] ?? []).map((role) => roleLabels[role]).join('、') };
  });
  return steps.toSorted((one, other) => Number(one.by !== undefined) - Number(other.by !== undefined));
}
