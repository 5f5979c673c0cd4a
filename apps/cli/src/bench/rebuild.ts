import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { View } from '@srd/kernel';
import { Projector, type EventLog } from '@srd/runtime';
import { openSqliteEventLog, openSqliteViews } from '@srd/adapters/sqlite';
import { cases, institutions } from '@srd/views';
import { rateOf, type Area } from './contest';
import { fillWithCases, fillWithInstitutions } from './histories';

/** Read models built anew into their file, from a log in its file. */
export const rebuild: Area = {
  name: 'rebuild',
  async open(folder, options) {
    const events = options.quick ? 20_000 : 200_000;
    const rosters = openSqliteEventLog(join(folder, 'rosters.sqlite'));
    const files = openSqliteEventLog(join(folder, 'cases.sqlite'));
    await fillWithInstitutions(rosters, events);
    const ids = await fillWithCases(files, events);
    const measure = (log: EventLog, view: View<never>) => () => rebuilt(log, view, events, join(folder, view.name));
    return {
      title: '读模型重建',
      unit: '事件/s',
      contestants: [
        {
          name: 'institutions',
          label: '检查对象名录 `institutions`',
          measure: measure(rosters, institutions as unknown as View<never>),
        },
        { name: 'cases', label: '案件看板 `cases`', measure: measure(files, cases as unknown as View<never>) },
      ],
      goals: [
        { kind: 'rate', of: 'institutions', atLeast: 200_000, by: 'best' },
        { kind: 'rate', of: 'cases', atLeast: 200_000, by: 'best' },
      ],
      notes: [
        `从事件库文件读 ${events} 条事件，读模型写进另一个文件（含索引和检查点），每轮从空文件开始。`,
        `名录：2000 家机构，每家约 ${Math.round(events / 2000)} 次变更。`,
        `看板：${ids.length} 件案件的完整历程（test/histories 中的走法），每 48 件并行推进；每行含折叠后的案件，供命令和图表使用。`,
      ],
      async close() {
        await rosters.close();
        await files.close();
      },
    };
  },
};

async function rebuilt(log: EventLog, view: View<never>, events: number, file: string): Promise<number> {
  const store = openSqliteViews(file);
  try {
    const projector = new Projector(log, store, [view]);
    return await rateOf(events, () => projector.rebuild());
  } finally {
    store.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  }
}
