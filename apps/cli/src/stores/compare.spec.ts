import type { ViewsReader } from '@srd/adapters/sqlite';
import type { OpenCase } from '@srd/domain/case';
import type { Position } from '@srd/runtime';
import { views } from '@srd/views';
import { compareViews, firstDifference } from './compare';
import type { Folding } from './fold';

const head = 0 as Position;
const nothing = { readAll: async () => [] };

function fileWith(caseState: unknown): ViewsReader {
  const tables = views.map(({ name, version, columns }) => ({
    name,
    version,
    columns: Object.keys(columns),
    checkpoint: head,
  }));
  const row = { key: 'case-1', organ: null, columns: {}, row: { revision: 3, state: caseState } };
  return { tables, rows: ({ name }) => (name === 'cases' ? [row] : []), close: () => {} };
}

function foldingWith(state: unknown): Folding {
  const cases = new Map([['case-1', { revision: 3, state: state as OpenCase }]]);
  return { events: 4, seconds: 0, kinds: {}, withoutProcedure: [], broken: [], cases };
}

describe('read models against the log', () => {
  it('names the first place in which two values differ', () => {
    expect(firstDifference({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] })).toBeUndefined();
    expect(firstDifference({ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] })).toEqual({ pointer: '/a/1/b', file: 2, log: 3 });
    expect(firstDifference({ a: 1 }, {})).toEqual({ pointer: '/a', file: 1, log: undefined });
    expect(firstDifference([], {})).toMatchObject({ pointer: '' });
  });

  it("holds a case's row against what its chart gives", async () => {
    const charted = async (row: unknown, chart: unknown) => {
      const { differences } = await compareViews(fileWith(row), nothing, foldingWith(chart));
      return differences.filter(({ what }) => what.startsWith('/流程图'));
    };
    expect(await charted({ value: 'drawn' }, { value: 'drawn' })).toEqual([]);
    expect(await charted({ value: 'drawn' }, { value: 'planned' })).toEqual([
      { view: 'cases', key: 'case-1', what: '/流程图/state/value', file: 'drawn', log: 'planned' },
    ]);
  });

  it('says that a table of another version, or one not built yet, was not compared', async () => {
    const { tables, ...file } = fileWith({});
    const others = tables.map((table, index) =>
      index === 0 ? { ...table, version: 99 } : { ...table, checkpoint: undefined },
    );
    const { rows, differences } = await compareViews({ ...file, tables: others }, nothing, foldingWith({}));
    expect([rows, differences.length]).toEqual([0, views.length]);
    expect(differences[0]?.what).toContain('未对照');
  });
});
