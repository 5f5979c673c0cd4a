import { once } from 'node:events';
import { openSqliteEventLog } from './event-log';
import { scratch, startChild, traceChild } from '../../../test/contracts/sqlite/run';

/** Lines `ack …` of a child's output, as ids. */
function acknowledged(out: string): string[] {
  return [...out.matchAll(/^ack \d+ (\S+)$/gm)].map(([, id]) => id as string);
}

/** Acknowledgements (a turn of writes to stdout) before which the log was written, but not synced since that write. */
function unsynced(calls: string): number {
  let dirty = false;
  let count = 0;
  for (const line of calls.split('\n')) {
    if (/pwrite64\(\d+<[^>]*events\.db-wal>/.test(line)) dirty = true;
    else if (/f(data)?sync\(\d+<[^>]*events\.db-wal>\)?.*= 0$/.test(line)) dirty = false;
    else if (dirty && /write\(1<[^>]*>, "ack /.test(line)) count++;
  }
  return count;
}

const CALLS = ['-e', 'trace=pwrite64,write,fsync,fdatasync'];

describe('what was acknowledged is durable', () => {
  let place: ReturnType<typeof scratch>;
  beforeEach(() => {
    place = scratch();
  });
  afterEach(() => place.remove());

  it('syncs the write-ahead log between the write and each acknowledgement', () => {
    const { out, calls } = traceChild(place.directory, CALLS, place.file, 1, 40);
    expect(acknowledged(out)).toHaveLength(120);
    expect((calls.match(/sync\(\d+<[^>]*events\.db-wal>/g) ?? []).length).toBeGreaterThanOrEqual(40);
    expect(unsynced(calls)).toBe(0);
  });
  it('shares a sync among those who arrive together', () => {
    const { out, calls } = traceChild(place.directory, CALLS, place.file, 16, 20);
    expect(acknowledged(out)).toHaveLength(960);
    expect(unsynced(calls)).toBe(0);
    expect((calls.match(/sync\(\d+<[^>]*events\.db-wal>/g) ?? []).length).toBeLessThan(100);
  });
  it('the accounting notices synchronous=NORMAL, which no kill would show', () => {
    const { out, calls } = traceChild(place.directory, CALLS, place.file, 1, 40, 'NORMAL');
    expect(acknowledged(out)).toHaveLength(120);
    expect(unsynced(calls)).toBeGreaterThan(100);
  });

  it.each(['8', '15', '11+'])(
    'acknowledges nothing after a sync that failed (number %s)',
    async (nth) => {
      const of = ['-e', 'trace=fsync,fdatasync', '-P', `${place.file}-wal`];
      const inject = [...of, '-e', `inject=fsync,fdatasync:error=EIO:when=${nth}`];
      const { out, calls } = traceChild(place.directory, inject, place.file, 1, 20);
      expect(calls).toMatch(/EIO .*INJECTED/);
      const lines = out.split('\n').filter((line) => /^(ack|refused)/.test(line));
      const firstRefusal = lines.findIndex((line) => line.startsWith('refused'));
      expect(firstRefusal).toBeGreaterThan(0);
      expect(lines.slice(firstRefusal).every((line) => line === 'refused LogUnavailable')).toBe(true);
      await expectWhole(place.file, acknowledged(out));
    },
    60_000,
  );
  it.each([20, 31, 42])(
    'goes on after a write that found no room (number %d)',
    async (nth) => {
      const inject = [
        '-e',
        'trace=pwrite64',
        '-P',
        `${place.file}-wal`,
        '-e',
        `inject=pwrite64:error=ENOSPC:when=${nth}`,
      ];
      const { out, calls } = traceChild(place.directory, inject, place.file, 1, 20);
      expect(calls).toMatch(/ENOSPC .*INJECTED/);
      const lines = out.split('\n').filter((line) => /^(ack|refused)/.test(line));
      expect(lines.filter((line) => line.startsWith('refused'))).toEqual(['refused LogUnavailable']);
      expect(lines.at(-1)).toMatch(/^ack/);
      await expectWhole(place.file, acknowledged(out));
    },
    60_000,
  );

  it('keeps all of it, and no batch in part, over being killed again and again', async () => {
    const kills = Number(process.env['SRD_KILLS'] ?? 20);
    const acks: string[] = [];
    for (let kill = 0; kill < kills; kill++) {
      const child = startChild(place.file, 16, 1_000_000);
      let out = '';
      child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text));
      await once(child.stdout as NodeJS.ReadableStream, 'data');
      // Some way into the run, another one each time; the pipe is read to its end after that.
      await new Promise((resolve) => setTimeout(resolve, 10 + ((kill * 37) % 90)));
      child.kill('SIGKILL');
      await once(child, 'close');
      acks.push(...acknowledged(out));
    }
    expect(acks.length).toBeGreaterThan(kills * 16);
    await expectWhole(place.file, acks);
  });
});

/** Everything acknowledged stands, batches are whole, nothing has a gap. */
async function expectWhole(file: string, acks: readonly string[]): Promise<void> {
  const log = openSqliteEventLog(file);
  try {
    const all = await log.readAll();
    const ids = new Set(all.map(({ event }) => event.id));
    expect(acks.filter((id) => !ids.has(id))).toEqual([]);
    expect(all.map(({ position }) => position)).toEqual(all.map((_, index) => index));
    const batches = new Map<unknown, { size: unknown; count: number }>();
    const next = new Map<string, number>();
    for (const { event } of all) {
      const { batch, size } = event.data;
      batches.set(batch, { size, count: (batches.get(batch)?.count ?? 0) + 1 });
      if (event.revision !== (next.get(event.stream) ?? 0)) throw new Error(`gap in ${event.stream}`);
      next.set(event.stream, event.revision + 1);
    }
    expect([...batches.values()].filter(({ size, count }) => size !== count)).toEqual([]);
    expect(await log.integrity()).toEqual({ ok: true, problems: [] });
  } finally {
    await log.close();
  }
}
