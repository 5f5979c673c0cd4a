import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteEventLog, openSqliteViews } from '@srd/adapters/sqlite';
import { upcasts } from '@srd/application';
import { Projector, type Progress } from '@srd/runtime';
import { views } from '@srd/views';
import { noWords, type Command } from '../command';
import { progressOf, rateOf } from '../stores/progress';
import { existingLog, standingSettings } from '../stores/settings';

const ON_A_SERVER =
  '各节点的读模型只是缓存：停下本节点，删去其 DATA_DIR 中的 views.sqlite、views.sqlite-wal、views.sqlite-shm，再启动即由镜像重建；镜像也可疑的，清空整个 DATA_DIR。然后以 srd replay --check 对照（docs/operations.md，集群“重建一个节点”）';

/** Makes the read models anew; they hold nothing that isn't in the log. */
export const rebuild: Command = {
  usage: `用法：srd rebuild [--json]

删去读模型文件（views.sqlite），由全部事件重新建立。须先停止服务；中断后再次运行或启动服务即可续完。
EVENT_STORE 指向服务器时不用此命令：停下节点，删去读模型文件，再启动。`,
  options: {},
  async run(asked, terminal) {
    noWords(asked);
    const settings = standingSettings(terminal);
    // The log's lock is the server's: whoever holds it may write the read models.
    const log = openSqliteEventLog(existingLog(settings, ON_A_SERVER));
    try {
      const file = join(settings.dataDir, 'views.sqlite');
      for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
      const store = openSqliteViews(file);
      const read: Record<string, number> = {};
      const tell = progressOf(terminal, '已读');
      const sum = (): number => Object.values(read).reduce((total, events) => total + events, 0);
      const begun = performance.now();
      try {
        await new Projector(log, store, views, upcasts).rebuild(({ view, events }: Progress) => {
          read[view] = events;
          tell(sum());
        });
        const seconds = Math.round(performance.now() - begun) / 1000;
        const rows = Object.fromEntries(views.map(({ name }) => [name, store.count(name)]));
        if (asked.json) {
          terminal.out(
            JSON.stringify(
              { ok: true, file, rows, events: sum(), seconds, perSecond: rateOf(sum(), seconds) },
              null,
              2,
            ),
          );
          return 0;
        }
        terminal.out(`读模型已重建：${file}`);
        for (const [view, count] of Object.entries(rows)) terminal.out(`  ${view.padEnd(12)} ${count} 行`);
        terminal.out(`共处理 ${sum()} 条（各表分别计），${seconds.toFixed(1)} 秒，每秒 ${rateOf(sum(), seconds)} 条`);
        return 0;
      } finally {
        store.close();
      }
    } finally {
      await log.close();
    }
  },
};
