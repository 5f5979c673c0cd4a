import { memoryViews } from '@srd/adapters/memory';
import type { ViewsReader } from '@srd/adapters/sqlite';
import { upcasts } from '@srd/application';
import type { View } from '@srd/kernel';
import { Projector, type EventLog, type Position, type ViewRow } from '@srd/runtime';
import { cases, views, type CaseRow } from '@srd/views';
import type { Folding } from './fold';

/** One thing in which the read models' file and the log differ. */
export interface Difference {
  readonly view: string;
  /** Key of the row; null where the whole table is meant. */
  readonly key: string | null;
  /** What differs, in Chinese; for a row the pointer of the first member that does. */
  readonly what: string;
  readonly file?: unknown;
  readonly log?: unknown;
}

/** What was compared and what differs. */
export interface Comparison {
  readonly rows: number;
  readonly differences: readonly Difference[];
}

/** The log as it stood at a position: a server goes on writing while this one compares. */
function upTo(log: Pick<EventLog, 'readAll'>, last: Position): EventLog {
  const limited: Pick<EventLog, 'readAll' | 'head'> = {
    readAll: async (options) => (await log.readAll(options)).filter(({ position }) => position <= last),
    head: async () => last,
  };
  // A rebuild reads pages and the head, nothing else.
  return limited as EventLog;
}

/** The first place in which two JSON values differ, as a pointer with both values; undefined when they are the same. */
export function firstDifference(
  file: unknown,
  log: unknown,
  pointer = '',
): { readonly pointer: string; readonly file: unknown; readonly log: unknown } | undefined {
  if (Object.is(file, log)) return undefined;
  const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null;
  if (!isBranch(file) || !isBranch(log) || Array.isArray(file) !== Array.isArray(log)) return { pointer, file, log };
  const [left, right] = [file as Record<string, unknown>, log as Record<string, unknown>];
  for (const member of [...new Set([...Object.keys(left), ...Object.keys(right)])].sort()) {
    const found = firstDifference(left[member], right[member], `${pointer}/${member}`);
    if (found) return found;
  }
  return undefined;
}

async function builtAnew(
  view: View<never>,
  log: Pick<EventLog, 'readAll'>,
  at: Position,
): Promise<Map<string, ViewRow>> {
  const store = memoryViews();
  await new Projector(upTo(log, at), store, [view], upcasts).rebuild();
  const rows = store.list(view.name, { limit: Number.MAX_SAFE_INTEGER }).rows;
  store.close();
  return new Map(rows.map((row) => [row.key, row]));
}

type FileRow = ReturnType<ViewsReader['rows']>[number];

function differenceIn(view: View<never>, row: FileRow, anew: ViewRow | undefined): Difference | undefined {
  const { key } = row;
  if (!anew) return { view: view.name, key, what: '事件中没有这一行' };
  const typed = view as unknown as View<object>;
  const columns = Object.fromEntries(
    Object.entries(typed.columns).map(([name, column]) => [name, column(anew.row as object)]),
  );
  const found = firstDifference(
    { row: row.row, organ: row.organ, columns: row.columns },
    { row: anew.row, organ: anew.organ, columns },
  );
  return found && { view: view.name, key, what: found.pointer, file: found.file ?? null, log: found.log ?? null };
}

/** The chart's own answer against the row's `state`, which the flat table made (the two are proved equal, and here it is seen). */
function differencesOfCharts(rows: readonly FileRow[], folding: Folding): readonly Difference[] {
  return rows.flatMap((file): Difference[] => {
    const row = file.row as Partial<CaseRow>;
    const chart = folding.cases.get(file.key);
    if (!chart) return [];
    const plain = JSON.parse(JSON.stringify(chart)) as unknown;
    const found = firstDifference({ revision: row.revision, state: row.state }, plain, '/流程图');
    return found
      ? [{ view: cases.name, key: file.key, what: found.pointer, file: found.file ?? null, log: found.log ?? null }]
      : [];
  });
}

/** Compares every row of the read models with what the log gives at the same checkpoint, and the cases with their charts. */
export async function compareViews(
  file: ViewsReader,
  log: Pick<EventLog, 'readAll'>,
  folding: Folding,
  progress: (view: string, rows: number) => void = () => {},
): Promise<Comparison> {
  const differences: Difference[] = [];
  let count = 0;
  for (const view of views) {
    const table = file.tables.find(({ name }) => name === view.name);
    if (!table || table.checkpoint === undefined) {
      if (folding.events > 0)
        differences.push({ view: view.name, key: null, what: '尚未建立，请启动服务或运行 srd rebuild' });
      continue;
    }
    if (table.version !== view.version) {
      differences.push({
        view: view.name,
        key: null,
        what: '版本与程序不同，未对照',
        file: table.version,
        log: view.version,
      });
      continue;
    }
    const anew = await builtAnew(view, log, table.checkpoint);
    const rows = file.rows(table);
    for (const row of rows) {
      const difference = differenceIn(view, row, anew.get(row.key));
      if (difference) differences.push(difference);
      anew.delete(row.key);
    }
    for (const key of anew.keys()) differences.push({ view: view.name, key, what: '读模型中缺这一行' });
    if (view.name === cases.name) differences.push(...differencesOfCharts(rows, folding));
    count += rows.length;
    progress(view.name, rows.length);
  }
  return { rows: count, differences };
}
