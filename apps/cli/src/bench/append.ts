import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalize, type Instant } from '@srd/kernel';
import type { EventLog, NewEvent } from '@srd/runtime';
import { openSqliteEventLog } from '@srd/adapters/sqlite';
import type { CaseFact } from '@srd/domain/case';
import { rateOf, type Area, type Contestant } from './contest';
import { before, histories, recorded } from './histories';
import { openPeer, peerName, type PeerStore } from './peer';

const WRITERS = 32;
const PEER_ATTEMPTS = 10;
const AT = '2024-01-02T01:00:00.000Z' as Instant;

/** The same kind of event for everybody: an inspection's findings, of middling size. */
const fact = histories.flat().find(({ type }) => type === 'FindingsRecorded') as CaseFact;
const fresh = (count: number): NewEvent[] => Array.from({ length: count }, () => recorded(fact, AT));
const bytesOf = (event: NewEvent): Buffer => Buffer.from(`${canonicalize(event)}\n`);

/** Durable appends, against the disk's own speed and against another event store on SQLite. */
export const append: Area = {
  name: 'append',
  async open(folder, options) {
    const count = options.quick ? 64 : 480;
    const log = openSqliteEventLog(join(folder, 'events.sqlite'));
    const raw = openSync(join(folder, 'raw.log'), 'a', 0o600);
    const peerFolder = options.peer ?? join(folder, 'peer');
    const peer = await openPeer(peerFolder, join(folder, 'peer.sqlite')).catch((error: Error) => error);
    const contestants: Contestant[] = [
      { name: 'raw', label: '直接追加 + fdatasync，每次一条', measure: () => rawRate(raw, fresh(count), 1) },
      { name: 'one', label: '事件库，一个写入者，每次一条', measure: () => oneWriter(log, fresh(count)) },
      {
        name: 'raw-32',
        label: '直接追加 + fdatasync，每次 32 条',
        measure: () => rawRate(raw, fresh(10 * count), WRITERS),
      },
      { name: 'group', label: '事件库，32 个写入者同时', measure: () => manyWriters(log, fresh(10 * count)) },
    ];
    if (!(peer instanceof Error)) {
      const label = `${peerName(peerFolder)}，一个写入者`;
      contestants.push({
        name: 'emmett-sqlite',
        label,
        measure: () => quietly(() => peerRate(peer, fresh(Math.ceil(count / 4)))),
      });
    }
    return {
      title: '持久追加',
      unit: '事件/s',
      contestants,
      missing:
        peer instanceof Error ? { 'emmett-sqlite': `@event-driven-io/emmett-sqlite 未能装上：${peer.message}` } : {},
      goals: [
        { kind: 'ratio', of: 'one', to: 'raw', atLeast: 0.8 },
        { kind: 'ratio', of: 'group', to: 'raw-32', atLeast: 0.35 },
        { kind: 'ratio', of: 'group', to: 'one', atLeast: 10 },
        { kind: 'ratio', of: 'one', to: 'emmett-sqlite', atLeast: 5 },
      ],
      get notes() {
        const size = bytesOf(recorded(fact, AT)).length;
        return [
          `每条事件 ${size} 字节（规范 JSON），直接追加写的是同样的字节，文件随之增长。`,
          '事件库每次提交都落盘（WAL，`synchronous=FULL`）之后才应答；一个写入者等到应答才写下一条，即一条一个事务。',
          `对照产品按其默认设置运行，事件内容相同${peerRefusals > 0 ? `；其 ${peerRefusals} 次应答 SQLITE_BUSY，已重试` : ''}。`,
        ];
      },
      async close() {
        closeSync(raw);
        await log.close();
      },
    };
  },
};

async function rawRate(file: number, events: readonly NewEvent[], perSync: number): Promise<number> {
  const records = events.map(bytesOf);
  return rateOf(records.length, () => {
    for (let at = 0; at < records.length; at += perSync) {
      writeSync(file, Buffer.concat(records.slice(at, at + perSync)));
      fdatasyncSync(file);
    }
  });
}

let streams = 0;
let peerRefusals = 0;

async function oneWriter(log: EventLog, events: readonly NewEvent[]): Promise<number> {
  const stream = `case-${streams++}`;
  return rateOf(events.length, async () => {
    for (const [revision, event] of events.entries()) await log.append(stream, before(revision), [event]);
  });
}

/** Each of them waits for its own answer before it writes again, like so many people at their desks. */
async function manyWriters(log: EventLog, events: readonly NewEvent[]): Promise<number> {
  const each = Math.floor(events.length / WRITERS);
  return rateOf(each * WRITERS, async () => {
    const writer = async (index: number): Promise<void> => {
      const stream = `case-${streams++}`;
      for (let revision = 0; revision < each; revision++) {
        await log.append(stream, before(revision), [events[index * each + revision] as NewEvent]);
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, (_, index) => writer(index)));
  });
}

/**
 * The peer now and then answers SQLITE_BUSY, a commit while one of its own statements is still open. It is asked again then, as any
 * caller would; the time counts.
 */
async function peerRate(peer: PeerStore, events: readonly NewEvent[]): Promise<number> {
  const stream = `case-${streams++}`;
  return rateOf(events.length, async () => {
    for (const [revision, { type, data, meta, actor, at }] of events.entries()) {
      const metadata = { ...meta, actor, at } as unknown as typeof data;
      const options = { expectedStreamVersion: BigInt(revision) };
      for (let attempt = 1; ; attempt++) {
        try {
          await peer.appendToStream(stream, [{ type, data, metadata }], options);
          break;
        } catch (error) {
          if ((error as { readonly code?: unknown }).code !== 'SQLITE_BUSY' || attempt === PEER_ATTEMPTS) throw error;
          peerRefusals++;
        }
      }
    }
  });
}

/** The peer prints its errors, and what is printed here is the bench's answer. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { log, error } = console;
  console.log = console.error = () => {};
  try {
    return await work();
  } finally {
    Object.assign(console, { log, error });
  }
}
