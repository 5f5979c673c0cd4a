import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { closeStores, openStores } from '@srd/adapters/stores';
import type { Area } from './contest';
import { fillWithCases, fillWithInstitutions } from './histories';
import { startServer } from './server-process';

/** From the start of the server's process until it takes requests. */
export const startUp: Area = {
  name: 'start-up',
  async open(folder, options) {
    const events = options.quick ? 10_000 : 100_000;
    const dataDir = join(folder, 'data');
    const stores = openStores({ mode: 'serve', dataDir, keyDir: `${dataDir}-keys` });
    await fillWithInstitutions(stores.log, 0.2 * events);
    await fillWithCases(stores.log, 0.8 * events);
    await closeStores(stores);
    const started = async (): Promise<number> => {
      const server = await startServer('main.js', dataDir);
      await server.stop();
      return server.startedIn;
    };
    // The first start reacts to everything once, as it happened when the events were recorded.
    await started();
    return {
      title: '启动',
      unit: 'ms',
      contestants: [
        { name: 'again', label: `启动，${events} 条事件`, measure: started },
        {
          name: 'anew',
          label: `启动并重建全部读模型，${events} 条事件`,
          async measure() {
            for (const suffix of ['', '-wal', '-shm']) rmSync(join(dataDir, `views.sqlite${suffix}`), { force: true });
            return started();
          },
        },
      ],
      goals: [{ kind: 'time', of: 'again', below: 5_000 }],
      notes: [
        '自进程创建起，到输出监听地址止；两成为名录事件，八成为案件事件。',
        '“重建全部读模型”：读模型文件已删除，全部表和反应进度从事件库重新得出。',
      ],
      close: () => {},
    };
  },
};
