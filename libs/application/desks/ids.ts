import type { Id } from '@srd/kernel';
import { refuse } from '../refusals';

/** Organ and year of a plan's id, `<organ>-<year>`. @throws Refusal UNKNOWN_SUBJECT */
export function planOf(id: Id): { readonly organ: Id; readonly year: number } {
  const match = /^(.+)-(\d{4})$/.exec(id);
  return match
    ? { organ: match[1] as Id, year: Number(match[2]) }
    : refuse('UNKNOWN_SUBJECT', `没有编号为“${id}”的计划`);
}

/** Stream of a plan. */
export function planStream(id: Id): string {
  return `plan-${id}`;
}

/** Stream of a draw's series. */
export function selectionStream(series: Id): string {
  return `selection-${series}`;
}

/** The task a series draws for: `<task>`, `<task>:team`, `<task>:team:2` … */
export function taskOfSeries(series: Id): Id {
  return series.replace(/:team(:\d+)?$/, '');
}

/** Id of a case: the task's and its number, counted from 1. */
export function caseId(task: Id, number: number): Id {
  return `${task}-${number}`;
}
