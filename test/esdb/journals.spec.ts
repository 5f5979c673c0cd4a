import { openEventStore, type EventStore } from '@srd/adapters/eventstoredb';
import { openSqliteMirror } from '@srd/adapters/sqlite';
import type { Taker } from '@srd/runtime';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { anEvent } from '../contracts/an-event';
import { until } from '../journeys/server';
import { EventStoreDouble } from './double';

/** Takes entries in as they come; what came before `from` isn't wanted any more. */
class Listed implements Taker<number> {
  readonly entries: number[] = [];
  #taken: number;

  constructor(from = 0) {
    this.#taken = from - 1;
  }

  taken(): number {
    return this.#taken;
  }

  take(entry: number, number: number): number {
    this.#taken = number;
    this.entries.push(entry);
    return 10 * entry;
  }
}

/** Keeps entries in a file of its own, which has room or hasn't. */
class Kept implements Taker<number> {
  readonly #file: DatabaseSync;

  constructor(file: string) {
    this.#file = new DatabaseSync(file);
    this.#file.exec(
      'PRAGMA page_size = 512; CREATE TABLE kept (number INTEGER PRIMARY KEY, entry INTEGER, filling TEXT)',
    );
  }

  room(there: boolean): void {
    const { page_count } = this.#file.prepare('PRAGMA page_count').get() as { page_count: number };
    this.#file.exec(`PRAGMA max_page_count = ${there ? 100_000 : page_count}`);
  }

  entries(): readonly number[] {
    return this.#file
      .prepare('SELECT entry FROM kept ORDER BY number')
      .all()
      .map(({ entry }) => entry as number);
  }

  taken(): number {
    const { last } = this.#file.prepare('SELECT max(number) AS last FROM kept').get() as { last: number | null };
    return last ?? -1;
  }

  take(entry: number, number: number): void {
    this.#file.prepare('INSERT INTO kept VALUES (?, ?, ?)').run(number, entry, 'x'.repeat(2_000));
  }

  close(): void {
    this.#file.close();
  }
}

describe('what nodes have in common', () => {
  let server: EventStoreDouble;
  let folder: string;
  let nodes: EventStore[];

  const open = async (name: string): Promise<EventStore> => {
    const node = await openEventStore(server.url, openSqliteMirror(path.join(folder, `${name}.sqlite`)));
    nodes.push(node);
    return node;
  };
  beforeEach(async () => {
    server = new EventStoreDouble();
    folder = mkdtempSync(path.join(tmpdir(), 'srd-journals-'));
    nodes = [];
    await server.start();
  });
  afterEach(async () => {
    await Promise.all(nodes.map(({ log }) => log.close()));
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  it('comes to each node in one order, whoever writes, and the log passes over it', async () => {
    const [one, other] = [await open('one'), await open('other')];
    const takers = [new Listed(), new Listed()] as const;
    const journals = [
      await one.openJournal('things', takers[0]),
      await other.openJournal('things', takers[1]),
    ] as const;
    await one.log.append('case-1', 'none', [anEvent()]);
    const outcomes = await Promise.all(Array.from({ length: 40 }, (_, n) => journals[n % 2 ? 1 : 0].record(n)));
    expect(outcomes).toEqual(Array.from({ length: 40 }, (_, n) => 10 * n));
    await Promise.all(journals.map((journal) => journal.fresh()));
    expect(takers[0].entries.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n));
    expect(takers[1].entries).toEqual(takers[0].entries);
    expect(await other.log.readAll()).toHaveLength(1);
  });

  it('gives a node that comes later what it lacks, and only that', async () => {
    const one = await open('one');
    const journal = await one.openJournal('things', new Listed());
    for (const entry of [1, 2, 3]) await journal.record(entry);
    const later = new Listed(1);
    await (await open('other')).openJournal('things', later);
    expect(later.entries).toEqual([2, 3]);
    await journal.record(4);
    await until(() => Promise.resolve(later.entries.at(-1) === 4));
  });

  it('lets one of two have a number', async () => {
    const [one, other] = [await open('one'), await open('other')];
    const journals = [await one.openJournal('things', new Listed()), await other.openJournal('things', new Listed())];
    for (const number of [0, 1, 2]) {
      const had = await Promise.all(journals.map((journal, index) => journal.recordAs(number, index)));
      expect(had.filter((each) => each)).toHaveLength(1);
    }
  });

  it('takes the number of an entry that it lost to and that went with an election', async () => {
    const taker = new Listed();
    const journal = await (await open('one')).openJournal('things', taker);
    server.faults.doomed = 2;
    expect(await journal.record(1)).toBe(10);
    server.faults.doomed = 1;
    expect(await journal.record(2)).toBe(20);
    expect(taker.entries).toEqual([1, 2]);
  });

  it('stands through the loss of the server, with nothing doubled', async () => {
    const taker = new Listed();
    const journal = await (await open('one')).openJournal('things', taker);
    const pending = [1, 2, 3].map((entry) => journal.record(entry));
    await server.stop();
    await server.start();
    await Promise.all(pending);
    expect(taker.entries.toSorted((a, b) => a - b)).toEqual([1, 2, 3]);
  });

  it('writes an entry once when its answer is lost and the server that comes back has forgotten its id', async () => {
    const takers = [new Listed(), new Listed()] as const;
    const journal = await (await open('one')).openJournal('things', takers[0]);
    const other = await (await open('other')).openJournal('things', takers[1]);
    await journal.record(1);
    server.faults.loseAnswers = 1;
    const pending = journal.record(2);
    await until(() => Promise.resolve(server.faults.loseAnswers === 0));
    await server.stop();
    await server.start();
    const outcomes = await Promise.all([pending, other.record(3), journal.record(4)]);
    expect(outcomes).toEqual([20, 30, 40]);
    await other.fresh();
    expect(takers[1].entries.slice(0, 2)).toEqual([1, 2]);
    expect(takers[1].entries.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4]);
  });

  it('says what became of an entry the first time it was taken in, when an answer is lost under the load of two', async () => {
    const takers = [new Listed(), new Listed()] as const;
    const journals = [
      await (await open('one')).openJournal('things', takers[0]),
      await (await open('other')).openJournal('things', takers[1]),
    ] as const;
    server.faults.loseAnswers = 10;
    server.faults.lateCommits = 5;
    const outcomes = await Promise.all(Array.from({ length: 30 }, (_, n) => journals[n % 2 ? 1 : 0].record(n)));
    expect(outcomes).toEqual(Array.from({ length: 30 }, (_, n) => 10 * n));
    await Promise.all(journals.map((journal) => journal.fresh()));
    expect(takers[0].entries).toHaveLength(30);
    expect(takers[1].entries).toEqual(takers[0].entries);
  });

  it('goes on where the server forgot all of the sessions, at a node that comes later', async () => {
    const one = await (await open('one')).openJournal('sessions', new Listed());
    for (const entry of [1, 2, 3]) await one.record(entry);
    server.records.setMetadata('srd~sessions', { $maxCount: 0 });
    const later = new Listed();
    const journal = await (await open('other')).openJournal('sessions', later);
    await Promise.all([journal.record(4), one.record(5)]);
    await journal.fresh();
    expect(later.entries.toSorted((a, b) => a - b)).toEqual([4, 5]);
  });

  it('stops where an entry is missing', async () => {
    const one = await open('one');
    const journal = await one.openJournal<number>('persons', { taken: () => -1, take: () => undefined });
    await journal.record(1);
    await expect(journal.record(2)).rejects.toThrow('~persons 应从第 0 条继续');
    await expect(one.log.head()).rejects.toThrow('已停止');
  });

  it.each(['credentials', 'persons', 'checkpoints'])('stops when %s are set to be forgotten', async (name) => {
    const one = await open('one');
    await (await one.openJournal(name, new Listed())).record(1);
    server.records.setMetadata(`srd~${name}`, { $maxCount: 10 });
    await expect(one.log.head()).rejects.toThrow('$maxAge');
  });

  it('lets the beginning of sessions be forgotten', async () => {
    const one = await open('one');
    await (await one.openJournal('sessions', new Listed())).record(1);
    server.records.setMetadata('srd~sessions', { $maxAge: 172_800 });
    await expect(one.log.head()).resolves.toBeUndefined();
  });

  it('waits where an entry can’t be written, says so, and goes on by itself when there is room', async () => {
    const [one, other] = [await open('one'), await open('other')];
    const journal = await other.openJournal<number>('things', new Listed());
    const kept = new Kept(path.join(folder, 'kept.sqlite'));
    const own = await one.openJournal<number>('things', kept);
    await own.record(1);
    kept.room(false);
    for (const entry of [2, 3]) await journal.record(entry);
    await until(() => one.log.head().then(() => false, String), 'that it says so').then((said) =>
      expect(said).toContain('~things未能写入本机'),
    );
    await expect(own.fresh()).rejects.toThrow('full');
    await expect(own.record(4)).rejects.toThrow('腾出空间');
    await expect(other.log.head()).resolves.toBeUndefined();
    kept.room(true);
    await until(
      () =>
        one.log.head().then(
          () => true,
          () => false,
        ),
      'that it goes on',
    );
    await own.record(5);
    await own.fresh();
    expect(kept.entries()).toEqual([1, 2, 3, 5]);
    kept.close();
  });

  it('waits where the log’s own copy can’t be written, and goes on by itself', async () => {
    const [one, other] = [await open('one'), await open('other')];
    await one.log.append('case-1', 'none', [anEvent()]);
    const file = new DatabaseSync(path.join(folder, 'one.sqlite'));
    file.exec("CREATE TRIGGER full BEFORE UPDATE ON reached BEGIN SELECT RAISE(ABORT, 'no room'); END");
    const began = performance.now();
    await other.log.append('case-2', 'none', [anEvent()]);
    await expect(one.log.read('case-2')).rejects.toThrow('事件未能写入本机');
    expect(performance.now() - began).toBeLessThan(20_000);
    file.exec('DROP TRIGGER full');
    file.close();
    await until(
      () =>
        one.log.head().then(
          () => true,
          () => false,
        ),
      'that it goes on',
    );
    expect(await one.log.readAll()).toEqual(await other.log.readAll());
  });

  it('hands the duty on where its holder can’t do it, and has it again where nobody else is', async () => {
    const [one, other] = [await open('one'), await open('other')];
    const [first, second] = [await one.openDuty('one'), await other.openDuty('other')];
    expect([first.held(), second.held()]).toEqual([true, false]);
    await first.handOn();
    expect(first.held()).toBe(false);
    await until(() => Promise.resolve(second.held()), 'the duty');
    await first.close();
    await second.handOn();
    expect(second.held()).toBe(false);
    await until(() => Promise.resolve(second.held()), 'that it comes back', 20_000);
    await second.close();
  });

  it('leaves the duty to the later of two that have the same name, and says why to the other', async () => {
    const [one, copy] = [await open('one'), await open('copy')];
    const first = await one.openDuty('the same');
    let told = 0;
    first.watch(() => told++);
    const second = await copy.openDuty('the same');
    expect(second.held()).toBe(true);
    await until(() => Promise.resolve(!first.held()), 'that it steps back');
    await until(() => Promise.resolve(told > 0), 'that it is told');
    expect(first.trouble).toContain('node.id');
    expect(second.trouble).toBeUndefined();
    // It doesn't take it back while the other renews it.
    await new Promise((resolve) => setTimeout(resolve, 9_000));
    expect([first.held(), second.held()]).toEqual([false, true]);
    await first.close();
    await second.close();
  });

  it('gives the duty to one, hands it over at once when it is given up, and soon when its holder is gone', async () => {
    const [one, other] = [await open('one'), await open('other')];
    const [first, second] = [await one.openDuty('one'), await other.openDuty('other')];
    expect([first.held(), second.held()]).toEqual([true, false]);
    let told = 0;
    second.watch(() => told++);
    await first.close();
    await until(() => Promise.resolve(second.held()));
    expect(told).toBe(1);
    // A third waits; the second is gone without a word.
    const third = await (await open('third')).openDuty('third');
    await other.log.close();
    await until(() => Promise.resolve(third.held()), 'the duty', 30_000);
    expect(second.held()).toBe(false);
    await third.close();
  });
});
