import { join } from 'node:path';
import { readSqliteEventLog, readSqliteViews } from '@srd/adapters/sqlite';
import { cases } from '@srd/views';
import { noWords, type Command } from '../command';
import { compareViews, type Comparison } from '../stores/compare';
import { foldLog, type Folding } from '../stores/fold';
import { progressOf, rateOf } from '../stores/progress';
import { readableLog, standingSettings } from '../stores/settings';

const SHOWN = 50;
const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 120) ?? '无';

function report(folding: Folding, comparison: Comparison | undefined): readonly string[] {
  const kinds = Object.entries(folding.kinds).sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = [
    `已重放 ${folding.events} 条事件，${folding.seconds.toFixed(1)} 秒，每秒 ${rateOf(folding.events, folding.seconds)} 条`,
    ...kinds.map(([kind, { streams, events }]) => `  ${kind.padEnd(10)} ${streams} 个流，${events} 条`),
    ...folding.withoutProcedure.map((kind) => `注意：${kind} 没有流程，只计数`),
    ...folding.broken.map(
      ({ stream, revision, type, reason }) => `记录与流程不符：${stream}@${revision} ${type}：${reason}`,
    ),
  ];
  if (!comparison) return lines;
  const { rows, differences } = comparison;
  const listed = differences.slice(0, SHOWN).map(({ view, key, what, file, log }) => {
    const values = file === undefined && log === undefined ? '' : `：读模型 ${shown(file)}，事件 ${shown(log)}`;
    return `不一致：${view}${key === null ? '' : ` ${key}`} ${what}${values}`;
  });
  const rest = differences.length > SHOWN ? [`……另有 ${differences.length - SHOWN} 处，--json 可见全部`] : [];
  return [
    ...lines,
    `已对照读模型 ${rows} 行：${differences.length === 0 ? '一致' : `${differences.length} 处不一致`}`,
    ...listed,
    ...rest,
  ];
}

/** Folds the whole log through the procedures (R104: who answers for a state can show how it came about), and compares. */
export const replay: Command = {
  usage: `用法：srd replay [--check] [--json]

从头读出全部事件，逐流按其流程重放；案件经其流程图（XState）。只读，服务运行中也可执行。
EVENT_STORE 指向服务器时，读本节点的镜像，对照本节点的读模型。
--check  再由事件重新算出读模型，与文件中的逐行对照，案件另与流程图的结果对照。

退出码：0 无差异；1 有记录不合流程，或有差异（逐一列出）。`,
  options: { check: { type: 'boolean' } },
  async run(asked, terminal) {
    noWords(asked);
    const settings = standingSettings(terminal);
    const log = readSqliteEventLog(readableLog(settings));
    const views = asked.values['check'] === true ? readSqliteViews(join(settings.dataDir, 'views.sqlite')) : undefined;
    try {
      const casesAt = views?.tables.find(({ name }) => name === cases.name)?.checkpoint;
      const folding = await foldLog(log, casesAt, progressOf(terminal, '已重放'));
      const tell = (view: string, rows: number): void => terminal.err(`已对照 ${view}：${rows} 行`);
      const comparison = views && (await compareViews(views, log, folding, tell));
      const ok = folding.broken.length === 0 && (comparison?.differences.length ?? 0) === 0;
      if (asked.json) {
        const { cases: _states, ...counted } = folding;
        terminal.out(
          JSON.stringify(
            { ok, ...counted, perSecond: rateOf(folding.events, folding.seconds), ...comparison },
            null,
            2,
          ),
        );
      } else for (const line of report(folding, comparison)) terminal.out(line);
      return ok ? 0 : 1;
    } finally {
      views?.close();
      await log.close();
    }
  },
};
