import { randomBytes, randomInt } from 'node:crypto';
import { join } from 'node:path';
import { openSqliteEventLog } from '@srd/adapters/sqlite';
import { closeStores, nodeHash, openStores } from '@srd/adapters/stores';
import { LogKeeper } from '@srd/application';
import type { CaseFact } from '@srd/domain/case';
import type { Instant } from '@srd/kernel';
import { Frontier } from '@srd/proof/log';
import type { EventLog, NewEvent, Position, TreeNode, TreeStore } from '@srd/runtime';
import { rateOf, type Area } from './contest';
import { before, histories, recorded } from './histories';

/** So many events in one commit. */
const TOGETHER = 10;
const AT = '2024-01-02T01:00:00.000Z' as Instant;
const fact = histories.flat().find(({ type }) => type === 'FindingsRecorded') as CaseFact;

let streams = 0;

/** One writer, who waits for each commit. @returns the last commit's stream and revision */
async function write(
  log: EventLog,
  commits: readonly (readonly NewEvent[])[],
): Promise<[stream: string, revision: number]> {
  const stream = `case-${streams++}`;
  for (const [index, events] of commits.entries()) await log.append(stream, before(index * TOGETHER), events);
  return [stream, commits.length * TOGETHER - 1];
}

/** What the tamper-evident log (srd-log/1) costs the writer: the same appends without it, and with it until the last event is signed for. */
export const signing: Area = {
  name: 'signing',
  async open(folder, { quick }) {
    const count = quick ? 20 : 300;
    const commits = (): NewEvent[][] =>
      Array.from({ length: count }, () => Array.from({ length: TOGETHER }, () => recorded(fact, AT)));
    const plain = openSqliteEventLog(join(folder, 'plain.sqlite'));
    const stores = openStores({ mode: 'serve', dataDir: join(folder, 'data'), keyDir: join(folder, 'keys') });
    const keeper = new LogKeeper(stores.log, stores.ledger, stores.hash);
    await keeper.start();
    return {
      title: '防篡改日志的代价',
      unit: '事件/s',
      contestants: [
        {
          name: 'plain',
          label: `事件库，每次 ${TOGETHER} 条，不签名`,
          measure: () => {
            const all = commits();
            return rateOf(count * TOGETHER, () => write(plain, all).then(() => undefined));
          },
        },
        {
          name: 'signed',
          label: `事件库，每次 ${TOGETHER} 条，计入散列树并签署检查点`,
          measure: () => {
            const all = commits();
            return rateOf(count * TOGETHER, async () => {
              const last = await write(stores.log, all);
              if (!(await keeper.covering(...last, 60_000))) throw new Error('no checkpoint came');
            });
          },
        },
      ],
      goals: [{ kind: 'ratio', of: 'signed', to: 'plain', atLeast: 0.7 }],
      notes: [
        '一个写入者，每次提交落盘后才写下一次；后者计时到最后一条事件已有签名的检查点为止，散列、树的写入和检查点的落盘都在内。',
      ],
      async close() {
        await keeper.stop();
        await closeStores(stores);
        await plain.close();
      },
    };
  },
};

/** Proofs out of a large tree that lies on disk. */
export const proofs: Area = {
  name: 'proofs',
  async open(folder, { quick }) {
    const leaves = quick ? 10_000 : 1_000_000;
    const asked = 100;
    const stores = openStores({ mode: 'serve', dataDir: join(folder, 'data'), keyDir: join(folder, 'keys') });
    fill(stores.ledger.tree, leaves);
    const keeper = new LogKeeper(stores.log, stores.ledger, stores.hash);
    const each = (prove: () => unknown) => (): number => {
      const begun = performance.now();
      for (let count = 0; count < asked; count++) prove();
      return (performance.now() - begun) / asked;
    };
    return {
      title: '证明',
      unit: 'ms',
      contestants: [
        {
          name: 'inclusion',
          label: `包含证明，${leaves} 条`,
          measure: each(() => keeper.inclusion(randomInt(leaves), leaves)),
        },
        {
          name: 'consistency',
          label: `一致性证明，至 ${leaves} 条`,
          measure: each(() => keeper.consistency(1 + randomInt(leaves), leaves)),
        },
      ],
      goals: [
        { kind: 'time', of: 'inclusion', below: 5 },
        { kind: 'time', of: 'consistency', below: 5 },
      ],
      notes: [`每轮随机取 ${asked} 处，所列为每个证明的平均用时；树在磁盘上的 SQLite 文件中。`],
      close: () => closeStores(stores),
    };
  },
};

/** A tree over leaves that stand for nothing: their proofs are as long as any. */
function fill(tree: TreeStore, leaves: number): void {
  const frontier = Frontier.empty(nodeHash);
  const chunk = 50_000;
  for (let from = 0; from < leaves; from += chunk) {
    const nodes: TreeNode[] = [];
    const added = Array.from({ length: Math.min(chunk, leaves - from) }, (_, at) => {
      const hash = randomBytes(32);
      nodes.push(...frontier.append(hash));
      return { stream: 'case-1', revision: from + at, position: (from + at) as Position, hash };
    });
    tree.extend(added, nodes);
  }
}
