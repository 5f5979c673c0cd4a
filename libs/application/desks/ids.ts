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

/** The task a series draws for: `<task>`, `<task>:practitioners`, and their teams `…:team`, `…:team:2` … */
export function taskOfSeries(series: Id): Id {
  return drawnSeries(series).replace(/:practitioners$/, '');
}

/** The series in which the objects of a team were drawn: its own without `:team`. */
export function drawnSeries(series: Id): Id {
  return series.replace(/:team(:\d+)?$/, '');
}

/** Whether a series draws practitioners, or the teams that inspect them (R19, C5). */
export function isOfPractitioners(series: Id): boolean {
  return drawnSeries(series).endsWith(':practitioners');
}

/** Id of a case: the series in which its object is drawn and its number, counted from 1. */
export function caseId(series: Id, number: number): Id {
  return `${series}-${number}`;
}

/** The series in which a case's object was drawn. */
export function seriesOfCase(id: Id): Id {
  return id.replace(/-\d+$/, '');
}

/** Id of an object's standing with a list. */
export function standingId(object: Id, list: string): Id {
  return `${object}.${list}`;
}

/** Stream of an object's standing with a list. */
export function standingStream(object: Id, list: string): string {
  return `standing-${object}-${list}`;
}
