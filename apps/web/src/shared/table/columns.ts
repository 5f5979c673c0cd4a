import type { ReactNode } from 'react';

/** A column of a list: what the page shows and what the exported file holds. */
export interface ListColumn<Row> {
  readonly key: string;
  readonly title: string;
  readonly show: (row: Row) => ReactNode;
  /** For the exported file: numbers as numbers, codes as text. Left out: the column isn't exported. */
  readonly text?: (row: Row) => string | number | null;
  readonly width?: number;
  /** Not shown until somebody asks for it. */
  readonly optional?: boolean;
  /** Can't be hidden: the row's own name. */
  readonly fixed?: boolean;
}

/** The cells' heads too, for phones, where `cards-on-phones` shows a row as label and value. */
export function headed<Row>(
  columns: readonly {
    readonly title: string;
    readonly render: (_: unknown, row: Row) => ReactNode;
    readonly key?: string;
    readonly width?: number;
  }[],
) {
  return columns.map((column) => ({ ...column, onCell: () => ({ 'data-head': column.title }) as object }));
}

/** Which columns somebody has hidden or called up, kept on this device. */
export interface Chosen {
  readonly hidden: readonly string[];
  readonly shown: readonly string[];
}

export function readChosen(name: string): Chosen {
  try {
    const kept = JSON.parse(localStorage.getItem(`srd.columns.${name}`) ?? '{}') as Partial<Chosen>;
    return { hidden: kept.hidden ?? [], shown: kept.shown ?? [] };
  } catch {
    return { hidden: [], shown: [] };
  }
}

export function keepChosen(name: string, chosen: Chosen): void {
  localStorage.setItem(`srd.columns.${name}`, JSON.stringify(chosen));
}

export function isShown<Row>({ key, optional = false, fixed = false }: ListColumn<Row>, chosen: Chosen): boolean {
  return fixed || (optional ? chosen.shown.includes(key) : !chosen.hidden.includes(key));
}
