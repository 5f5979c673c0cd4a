import type { Filter } from '@srd/runtime';
import type { Stores } from '../ports';

const PAGE = 200;

/** All rows of a view that a filter leaves, page by page. */
export function* everyRow<Row>({ views }: Pick<Stores, 'views'>, view: string, filter: Filter = {}): Iterable<Row> {
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = views.list(view, { ...filter, limit: PAGE, ...(cursor === undefined ? {} : { after: cursor }) });
    for (const { row } of page.rows) yield row as Row;
    cursor = page.next;
  }
}
