import { stageCodes } from '@srd/domain/case';
import type { Schemas } from '../../api/client';

import { sectorLabels } from '../../shared/labels';
import { eachOf } from '../../shared/use-filter';

export type Card = Schemas['CaseCard'];
export type Deadline = Card['deadlines'][number];
export type Stage = Card['stage'];

/** What the board shows of all cards: every member stands in the page's address. */
export interface Filter {
  readonly q?: string;
  readonly organ?: string;
  readonly section?: string;
  readonly sector?: string;
  readonly year?: string;
  readonly stage?: string;
  readonly purpose?: string;
  /** `yes`: only what is overdue. */
  readonly overdue?: string;
  /** Only what falls due within so many days. */
  readonly due?: string;
}

/** What the members may hold, as far as that doesn't depend on the cases; the address may say anything. */
export const known = {
  sector: Object.keys(sectorLabels),
  year: (value: string) => /^20\d{2}$/.test(value),
  stage: eachOf(stageCodes),
  purpose: ['for-cause', 'random'],
  overdue: ['yes'],
  due: (value: string) => /^\d{1,3}$/.test(value),
  lanes: ['none', 'section', 'organ'],
  as: ['board', 'table'],
};

/** The earliest day that is due; undefined where nothing is. */
export function nextDue({ deadlines }: Card): Deadline | undefined {
  return deadlines[0];
}

export function isOverdue(card: Card, today: string): boolean {
  const due = nextDue(card);
  return due !== undefined && due.on < today;
}

/** `kazuo-2024` → `2024`; a case for cause has no plan, its number holds the year. */
export function yearOf({ plan, id }: Card): string {
  return /(?:^|-)(20\d{2})(?:-|$)/.exec(plan || id)?.[1] ?? '';
}

export function isShown(card: Card, filter: Filter, today: string): boolean {
  const { q, organ, section, sector, year, stage, purpose, overdue, due } = filter;
  if (organ !== undefined && card.organ !== organ) return false;
  if (section !== undefined && card.section !== section) return false;
  if (sector !== undefined && card.sector !== sector) return false;
  if (year !== undefined && yearOf(card) !== year) return false;
  if (stage !== undefined && !stage.split(',').includes(card.stage)) return false;
  if (purpose !== undefined && card.purpose !== purpose) return false;
  if (overdue === 'yes' && !isOverdue(card, today)) return false;
  if (due !== undefined) {
    const next = nextDue(card);
    if (!next || next.on < today || Date.parse(next.on) - Date.parse(today) > Number(due) * 86_400_000) return false;
  }
  return (
    q === undefined || `${card.name ?? ''} ${card.number} ${card.id}`.toLowerCase().includes(q.trim().toLowerCase())
  );
}

/** Earliest due first, then those that have stood longest. */
export function inOrder(a: Card, b: Card): number {
  const [one, other] = [nextDue(a)?.on ?? '9', nextDue(b)?.on ?? '9'];
  if (one !== other) return one < other ? -1 : 1;
  if (a.stageSince !== b.stageSince) return a.stageSince < b.stageSince ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

export function byStage(cards: readonly Card[]): ReadonlyMap<Stage, readonly Card[]> {
  const columns = new Map<Stage, Card[]>(stageCodes.map((stage) => [stage, []]));
  for (const card of cards) columns.get(card.stage)?.push(card);
  for (const column of columns.values()) column.sort(inOrder);
  return columns;
}

/** How the board is cut across. */
export type Lanes = 'none' | 'section' | 'organ';

export function lanesOf(
  cards: readonly Card[],
  lanes: Lanes,
): readonly { readonly key: string; readonly cards: readonly Card[] }[] {
  if (lanes === 'none') return [{ key: '', cards }];
  const found = new Map<string, Card[]>();
  for (const card of cards) {
    const key = lanes === 'organ' ? card.organ : `${card.organ}/${card.section}`;
    const lane = found.get(key);
    if (lane) lane.push(card);
    else found.set(key, [card]);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, laned]) => ({ key, cards: laned }));
}
