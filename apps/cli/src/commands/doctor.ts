import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { isIPv6 } from 'node:net';
import { relative } from 'node:path';
import { eventsFile } from '@srd/adapters/stores';
import { readSqliteEventLog } from '@srd/adapters/sqlite';
import type { Settings } from '@srd/application';
import { noWords, type Command } from '../command';
import { standingSettings } from '../stores/settings';

/** One thing that was looked at: what was found, and what to do where it isn't in order. */
interface Found {
  readonly what: string;
  readonly ok: boolean;
  readonly said: string;
}

/** So little room on the disk is a warning: some months of a county's events. */
const LEAST_ROOM = 1024 ** 3;

/** Looks at what a server needs to start and to keep what it acknowledged; changes nothing. */
export const doctor: Command = {
  usage: `用法：srd doctor [--json]

逐项检查运行所需：数据目录、密钥目录、磁盘余量、事件库（本机文件，或 EVENT_STORE 所指的 EventStoreDB 服务器的连接、加密、删除权限与不安全的设置）；
服务在本机运行时，还看由系统自行办理的后续处理和每日任务有没有被规则拒绝的。
只看不改；服务运行中也可执行。有一项不合要求时退出码为 1。`,
  options: {},
  async run(asked, terminal) {
    noWords(asked);
    const settings = standingSettings(terminal);
    const found = [...folders(settings), ...(await eventLog(settings)), await ownSteps(settings)];
    if (asked.json) terminal.out(JSON.stringify({ ok: found.every(({ ok }) => ok), found }, null, 2));
    else for (const { what, ok, said } of found) terminal.out(`${ok ? '✓' : '✗'} ${what}：${said}`);
    return found.every(({ ok }) => ok) ? 0 : 1;
  },
};

function folders({ dataDir, keyDir }: Settings): Found[] {
  const apart = relative(dataDir, keyDir).startsWith('..');
  const found = [folder('数据目录', dataDir), folder('密钥目录', keyDir)];
  if (!apart)
    found.push({ what: '密钥目录', ok: false, said: `在数据目录之内，备份会连同密钥：请把 SRD_KEY_DIR 移到别处` });
  if (existsSync(dataDir)) {
    const { bavail, bsize } = statfsSync(dataDir);
    const room = bavail * bsize;
    const said = `${(room / 1024 ** 3).toFixed(1)} GiB`;
    found.push({ what: '磁盘余量', ok: room >= LEAST_ROOM, said: room >= LEAST_ROOM ? said : `${said}，请腾出空间` });
  }
  return found;
}

function folder(what: string, path: string): Found {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return { what, ok: true, said: path };
  } catch {
    return { what, ok: false, said: `${path} 不存在或不可读写：请先运行 srd init，或核对 DATA_DIR、SRD_KEY_DIR` };
  }
}

async function eventLog({ eventStore, dataDir }: Settings): Promise<Found[]> {
  if (eventStore !== 'sqlite') return server(eventStore);
  const file = eventsFile(dataDir);
  try {
    const log = readSqliteEventLog(file);
    const head = await log.head();
    await log.close();
    return [{ what: '事件库', ok: true, said: `${file}，共 ${head === undefined ? 0 : head + 1} 条事件` }];
  } catch (error) {
    return [{ what: '事件库', ok: false, said: (error as Error).message }];
  }
}

async function server(url: string): Promise<Found[]> {
  const { examineServer } = await import('@srd/adapters/eventstoredb');
  const where = url.replace(/\/\/.*@/, '//');
  try {
    const findings = await examineServer(url);
    return [
      { what: '事件库', ok: true, said: `EventStoreDB ${where}` },
      ...findings.map(({ what, wrong, unseen }) => ({
        what,
        ok: wrong === undefined,
        said: wrong ?? unseen ?? '符合要求',
      })),
    ];
  } catch (error) {
    return [{ what: '事件库', ok: false, said: `EventStoreDB ${where} 不可用：${(error as Error).message}` }];
  }
}

const OWN_STEPS = '系统自办事项';

/** What the server that runs here says of what it asked for by itself: refused, it is told nobody else. */
async function ownSteps({ host, port }: Settings): Promise<Found> {
  const metrics = await metricsOf(isIPv6(host) ? `[${host}]` : host === '0.0.0.0' ? '127.0.0.1' : host, port);
  if (metrics === undefined) return { what: OWN_STEPS, ok: true, said: '服务没有在本机运行，未查' };
  const refused = [
    ...metrics.matchAll(/^srd_reaction_refusals_total\{reaction="([^"]+)",code="([^"]+)"\} (\d+)$/gm),
  ].map(([, reaction, code, times]) => `后续处理 ${reaction} 被拒绝 ${times} 次（${code}）`);
  const waiting = [...metrics.matchAll(/^srd_daily_refused\{code="([^"]+)"\} (\d+)$/gm)].map(
    ([, code, count]) => `每日任务有 ${count} 项不能记录（${code}）`,
  );
  const all = [...refused, ...waiting];
  if (all.length === 0) return { what: OWN_STEPS, ok: true, said: '服务启动以来没有被拒绝的' };
  return { what: OWN_STEPS, ok: false, said: `${all.join('；')}：对象和时间见服务日志中的 engine、daily` };
}

/** What Prometheus would read of the server; undefined where none of ours answers. */
async function metricsOf(host: string, port: number): Promise<string | undefined> {
  try {
    const answer = await fetch(`http://${host}:${port}/metrics`, { signal: AbortSignal.timeout(5_000) });
    const text = await answer.text();
    return text.includes('srd_ready') ? text : undefined;
  } catch {
    return undefined;
  }
}
