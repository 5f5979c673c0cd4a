import { renameSync } from 'node:fs';
import { moveBeside, openServer } from '@srd/adapters/stores';
import { openSqliteEventLog } from '@srd/adapters/sqlite';
import { compareLogs, copyLog, LogsDiffer } from '@srd/runtime';
import { Failed, needed, noWords, UsageError, type Command } from '../command';
import { progressOf } from '../stores/progress';
import { existingLog, standingSettings } from '../stores/settings';

/**
 * Moves the event log from the data folder to a server, every event and so every leaf kept to the byte, and what stands beside it: accounts,
 * the register of persons, checkpoints.
 */
export const migrate: Command = {
  usage: `用法：srd migrate --from sqlite --to esdb://账号:口令@主机:2113/命名空间 [--json]

把数据目录中的事件库逐条写入 EventStoreDB 服务器，次序、标识和内容不变，已签署的检查点继续有效；写完后两处逐条核对。
账号、人员登记（仍逐人加密）和检查点一并移入；会话不移，各人重新登录。附件和密钥仍在原目录。
须先停止服务。中断后再次运行即从中断处续完；命名空间中已有不同的事件时不写入。
核对无误后，原文件改名为 events.migrated.sqlite 留存；此后以 EVENT_STORE 指向该服务器启动。`,
  options: { from: { type: 'string' }, to: { type: 'string' } },
  async run(asked, terminal) {
    noWords(asked);
    const url = needed(asked, 'to');
    if (needed(asked, 'from') !== 'sqlite') throw new UsageError('--from 只能是 sqlite');
    const settings = standingSettings(terminal);
    const file = existingLog(settings, '迁移时 EVENT_STORE 须不设或为 sqlite，服务器由 --to 指出。');
    const own = openSqliteEventLog(file);
    let events: number;
    try {
      const server = await openServer(url, settings.dataDir);
      try {
        await copyLog(own, server.log, progressOf(terminal, '已迁移'));
        events = await compareLogs(own, server.log, progressOf(terminal, '已核对'));
        await moveBeside(settings.dataDir, server, progressOf(terminal, '已移入账号、人员和检查点'));
      } finally {
        await server.log.close();
      }
    } catch (error) {
      if (error instanceof LogsDiffer) throw new Failed(`两处事件不一致，未继续写入：${error.message}`);
      throw error;
    } finally {
      await own.close();
    }
    const kept = file.replace(/\.sqlite$/, '.migrated.sqlite');
    renameSync(file, kept);
    if (asked.json) terminal.out(JSON.stringify({ ok: true, events, kept }, null, 2));
    else terminal.out(`已迁移并核对 ${events} 条事件；原文件留存为 ${kept}`);
    return 0;
  },
};
