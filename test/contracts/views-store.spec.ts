import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { memoryViews } from '@srd/adapters/memory';
import { openSqliteViews } from '@srd/adapters/sqlite';
import { BadCursor, type Change, type Column, type ListOptions, type Position, type ViewsStore } from '@srd/runtime';

const cases = { name: 'cases', version: 1, columns: ['state', 'dueOn', 'n'] };
const at = (position: number): Position => position as Position;
const change = (organ: string | null, columns: Record<string, Column>): Change => ({
  organ,
  columns,
  row: { organ, ...columns },
});
const changes = (rows: Record<string, Change | null>): Map<string, Change | null> => new Map(Object.entries(rows));

function sqlite(): { store: ViewsStore; reopen(): ViewsStore; remove(): void } {
  const directory = mkdtempSync(path.join(tmpdir(), 'srd-views-'));
  const reopen = (): ViewsStore => openSqliteViews(path.join(directory, 'views.db'));
  return { store: reopen(), reopen, remove: () => rmSync(directory, { recursive: true }) };
}

/** Keys of all pages. */
function walk(store: ViewsStore, options: Omit<ListOptions, 'after'>): string[] {
  const keys: string[] = [];
  for (let after: string | undefined; ;) {
    const page = store.list('cases', { ...options, ...(after !== undefined && { after }) });
    expect(page.rows.length).toBeLessThanOrEqual(options.limit);
    keys.push(...page.rows.map(({ key }) => key));
    if (page.next === null) return keys;
    after = page.next;
  }
}

describe.each([
  ['in memory', () => ({ store: memoryViews(), remove: () => undefined })],
  ['in SQLite', sqlite],
])('the store of read models %s', (_, open) => {
  let store: ViewsStore;
  let remove: () => void;
  beforeEach(() => {
    ({ store, remove } = open());
    expect(store.prepare([cases])).toEqual(['cases']);
  });
  afterEach(() => {
    store.close();
    remove();
  });

  it('keeps rows and checkpoint, replaces and removes', () => {
    expect(store.checkpoint('cases')).toBeUndefined();
    store.apply('cases', changes({ a: change('o-1', { n: 1 }), b: change(null, { n: 2 }) }), at(0));
    store.apply('cases', changes({ a: change('o-2', { n: 3 }), b: null, c: null }), at(7));
    expect(store.checkpoint('cases')).toBe(7);
    expect(store.get('cases', 'a')).toEqual({ key: 'a', organ: 'o-2', row: { organ: 'o-2', n: 3 } });
    expect(store.get('cases', 'b')).toBeUndefined();
    expect(store.count('cases')).toBe(1);
  });
  it('keeps a table of the same version, and begins one of another version anew', () => {
    store.apply('cases', changes({ a: change('o-1', {}) }), at(3));
    expect(store.prepare([cases])).toEqual([]);
    expect(store.count('cases')).toBe(1);
    expect(store.prepare([{ ...cases, version: 2 }])).toEqual(['cases']);
    expect(store.count('cases')).toBe(0);
    expect(store.checkpoint('cases')).toBeUndefined();
  });
  it('empties a table', () => {
    store.apply('cases', changes({ a: change('o-1', {}) }), at(3));
    store.clear('cases');
    expect([store.count('cases'), store.checkpoint('cases')]).toEqual([0, undefined]);
  });
  it('filters by organ, by value and by several values', () => {
    store.apply(
      'cases',
      changes({
        a: change('o-1', { state: 'open', n: 1 }),
        b: change('o-2', { state: 'closed', n: 2 }),
        c: change('o-1', { state: 'closed', n: 1 }),
        d: change(null, { state: null }),
      }),
      at(0),
    );
    const keys = (options: Partial<ListOptions>): string[] => {
      const { where, organs, containing } = options;
      const found = walk(store, { limit: 10, ...options });
      const filter = { ...(where && { where }), ...(organs && { organs }), ...(containing && { containing }) };
      expect(store.count('cases', filter)).toBe(found.length);
      return found;
    };
    expect(keys({ organs: ['o-1'] })).toEqual(['a', 'c']);
    expect(keys({ organs: [] })).toEqual([]);
    expect(keys({ where: { state: 'closed' } })).toEqual(['b', 'c']);
    expect(keys({ where: { state: 'closed', n: 1 }, organs: ['o-1', 'o-2'] })).toEqual(['c']);
    expect(keys({ where: { state: ['open', 'closed'] } })).toEqual(['a', 'b', 'c']);
    expect(keys({ where: { state: [] } })).toEqual([]);
    expect(keys({ where: { state: null } })).toEqual(['d']);
    expect(keys({ where: { state: "x' OR 1=1 --" } })).toEqual([]);
    expect(keys({ containing: { text: 'LOSE', in: ['state'] } })).toEqual(['b', 'c']);
    expect(keys({ containing: { text: 'o', in: ['dueOn', 'state'] }, organs: ['o-1'] })).toEqual(['a', 'c']);
    expect(keys({ containing: { text: '%', in: ['state'] } })).toEqual([]);
  });
  it('goes on after the last row of a page, whatever came and went meanwhile', () => {
    const numbered = Array.from({ length: 10 }, (_, n) => [`k${n}`, change('o-1', { n: n % 3 })] as const);
    store.apply('cases', new Map(numbered), at(0));
    const options = { limit: 4, order: { column: 'n' } };
    const first = store.list('cases', options);
    expect(first.rows.map(({ key }) => key)).toEqual(['k0', 'k3', 'k6', 'k9']);
    store.apply(
      'cases',
      changes({ k0: null, k9: null, k2: change('o-1', { n: 0 }), k00: change('o-1', { n: 0 }) }),
      at(1),
    );
    const rest = store.list('cases', { ...options, limit: 10, after: first.next as string });
    expect(rest.rows.map(({ key }) => key)).toEqual(['k1', 'k4', 'k7', 'k5', 'k8']);
    expect(rest.next).toBeNull();
  });
  it('refuses a cursor of another order, and one that is none', () => {
    store.apply('cases', changes({ a: change('o', { n: 1 }), b: change('o', { n: 2 }) }), at(0));
    const { next } = store.list('cases', { limit: 1, order: { column: 'n' } });
    expect(() => store.list('cases', { limit: 1, after: next as string })).toThrow(BadCursor);
    expect(() =>
      store.list('cases', { limit: 1, order: { column: 'n', descending: true }, after: next as string }),
    ).toThrow(BadCursor);
    expect(() => store.list('cases', { limit: 1, after: '%%%' })).toThrow(BadCursor);
  });
  it('knows its views and columns', () => {
    expect(() => store.get('others', 'a')).toThrow(RangeError);
    expect(() => store.list('cases', { limit: 1, order: { column: 'n"' } })).toThrow(RangeError);
    expect(() => store.count('cases', { where: { other: 1 } })).toThrow(RangeError);
    expect(() => store.apply('cases', changes({ a: change('o', { other: 1 }) }), at(0))).toThrow(RangeError);
  });
  it('writes all of a transaction or nothing', () => {
    store.apply('cases', changes({ a: change('o-1', { n: 1 }) }), at(0));
    const failing = (): void =>
      store.transaction(() => {
        store.apply('cases', changes({ a: null, b: change('o-1', { n: 2 }) }), at(1));
        store.transaction(() => store.clear('cases'));
        throw new Error('no');
      });
    expect(failing).toThrow('no');
    expect([store.checkpoint('cases'), walk(store, { limit: 9 })]).toEqual([0, ['a']]);
    expect(store.transaction(() => store.count('cases'))).toBe(1);
  });
});

it('pages of any table in any order are the same in memory and in SQLite', () => {
  const column = fc.oneof(
    fc.constant(null),
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom('', 'a', 'b', '中', '\uffff', '😀'),
  );
  const rows = fc.uniqueArray(
    fc.record({
      key: fc.constantFrom(...'abcdefgh', '中', '\uffff', '😀', '10', '9'),
      organ: fc.constantFrom('o-1', 'o-2', null),
      state: column,
      n: column,
    }),
    { selector: ({ key }) => key, maxLength: 12 },
  );
  const { store, remove } = sqlite();
  fc.assert(
    fc.property(
      rows,
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom(undefined, 'state', 'n'),
      fc.boolean(),
      (given, limit, by, descending) => {
        const memory = memoryViews();
        store.prepare([cases]);
        memory.prepare([cases]);
        store.clear('cases');
        const all = new Map(given.map(({ key, organ, state, n }) => [key, change(organ, { state, n })]));
        store.apply('cases', all, at(0));
        memory.apply('cases', all, at(0));
        const options = { limit, ...(by && { order: { column: by, descending } }) };
        const walked = walk(store, options);
        expect(walked).toEqual(walk(memory, options));
        expect([...walked].sort()).toEqual(given.map(({ key }) => key).sort());
      },
    ),
    { numRuns: 300 },
  );
  store.close();
  remove();
});

it('a table of the same version is kept over being opened again', () => {
  const { store, reopen, remove } = sqlite();
  store.prepare([cases]);
  store.apply('cases', changes({ a: change('o-1', { n: 1 }) }), at(5));
  store.close();
  const again = reopen();
  expect(again.prepare([cases])).toEqual([]);
  expect([again.checkpoint('cases'), again.get('cases', 'a')?.row]).toEqual([5, { organ: 'o-1', n: 1 }]);
  again.close();
  remove();
});
