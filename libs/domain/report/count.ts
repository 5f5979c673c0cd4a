import type { StageCode } from '@srd/domain/case';
import type { Sector } from '@srd/domain/organ';
import type { Id } from '@srd/kernel';
import type { Counted } from './counted';
import { figures, type FigureValue } from './figures';
import type { CountedItem } from './items';

/** Which of the items: those that agree in every member that is named. */
export type Selection = {
  readonly organ?: Id;
  readonly section?: Id;
  readonly sector?: Sector;
  readonly task?: Id;
  readonly stage?: StageCode;
  /** `2023-09`, or `none` for what has no day. */
  readonly month?: string;
};

/** The members by which figures can be told apart. */
export const groupings = ['organ', 'section', 'sector', 'task', 'stage', 'month'] as const;
export type Grouping = (typeof groupings)[number];

/** What an item is put under; `none` where it has no such thing. */
export function groupOf(item: CountedItem, by: Grouping): string {
  return (by === 'month' ? item.on?.slice(0, 7) : item[by]) ?? 'none';
}

function selected(items: readonly CountedItem[], selection: Selection): readonly CountedItem[] {
  const wanted = Object.entries(selection) as [Grouping, string | undefined][];
  return items.filter((item) => wanted.every(([by, value]) => value === undefined || groupOf(item, by) === value));
}

/** Whole basis points of a share, half up; null of nothing. */
export function basisPoints(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : Math.floor((numerator * 20_000 + denominator) / (2 * denominator));
}

/** What a counted figure counts; undefined for a share, which has two of them, and for a name that no figure has. */
export function itemsOf(
  figure: string,
  counted: Counted,
  selection: Selection = {},
): readonly CountedItem[] | undefined {
  const one = figures.find(({ id }) => id === figure);
  return one && 'items' in one ? selected(one.items(counted), selection) : undefined;
}

type Lists = ReadonlyMap<string, readonly CountedItem[]>;

function listsOf(counted: Counted, selection: Selection): Lists {
  return new Map(
    figures.flatMap((one) => ('items' in one ? [[one.id, selected(one.items(counted), selection)] as const] : [])),
  );
}

function valuesOf(lists: Lists): readonly FigureValue[] {
  return figures.map((one): FigureValue => {
    const { id: figure, label, basis, unit } = one;
    if ('items' in one) return { figure, label, basis, unit, value: lists.get(figure)?.length ?? 0, of: null };
    const { numerator, denominator } = one;
    const counts = [lists.get(numerator)?.length ?? 0, lists.get(denominator)?.length ?? 0] as const;
    return { figure, label, basis, unit, value: basisPoints(...counts), of: { numerator, denominator, counts } };
  });
}

/** All figures of a selection. */
export function countFigures(counted: Counted, selection: Selection = {}): readonly FigureValue[] {
  return valuesOf(listsOf(counted, selection));
}

/** The same for each section, county, month …, in the order of the keys; the groups of a counted figure add up to the whole. */
export function countBy(
  counted: Counted,
  by: Grouping,
  selection: Selection = {},
): readonly { readonly key: string; readonly figures: readonly FigureValue[] }[] {
  const whole = listsOf(counted, selection);
  const groups = new Map<string, Map<string, CountedItem[]>>();
  for (const [figure, items] of whole) {
    for (const item of items) {
      const key = groupOf(item, by);
      const group = groups.get(key) ?? new Map<string, CountedItem[]>();
      groups.set(key, group);
      const list = group.get(figure) ?? [];
      group.set(figure, list);
      list.push(item);
    }
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, lists]) => ({ key, figures: valuesOf(lists) }));
}
