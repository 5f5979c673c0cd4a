import { canonicalize, type RecordedEvent } from '@srd/kernel';
import type { EventLog, Expected, NewEvent, Positioned } from './event-log';

/** The other log doesn't hold the beginning of this one: nothing was written after the first difference. */
export class LogsDiffer extends Error {
  constructor(
    readonly position: number,
    reason: string,
  ) {
    super(`第 ${position} 条：${reason}`);
    this.name = 'LogsDiffer';
  }
}

const PAGE = 500;

/**
 * Copies a log event by event into another one, in the same order, so that every event keeps its bytes, its position and so its leaf. What stands there
 * already is compared and not written again: an interrupted copy is taken up by calling it once more. `copied` is told how many events
 * stand on both sides.
 * @throws LogsDiffer, before anything is written behind the difference; what the logs throw
 */
export async function copyLog(
  from: Pick<EventLog, 'readAll'>,
  to: EventLog,
  copied: (events: number) => void = () => undefined,
): Promise<number> {
  let count = await standing(from, to);
  copied(count);
  for (;;) {
    const page = await pageOf(from, count);
    if (page.length === 0) return count;
    for (const run of runsOf(page)) {
      const [first] = run as [RecordedEvent];
      const expected: Expected = first.revision === 0 ? 'none' : first.revision - 1;
      await to.append(first.stream, expected, run.map(asNew));
      count += run.length;
      copied(count);
    }
  }
}

/** Compares two logs from the beginning to the end of the first. @throws LogsDiffer */
export async function compareLogs(
  one: Pick<EventLog, 'readAll'>,
  other: Pick<EventLog, 'readAll'>,
  compared: (events: number) => void = () => undefined,
): Promise<number> {
  for (let count = 0; ;) {
    const [own, others] = [await pageOf(one, count), await pageOf(other, count)];
    own.forEach((event, index) => expectSame(count + index, event, others[index]));
    if (others.length > own.length) throw new LogsDiffer(count + own.length, '另一事件库中多出一条');
    if (own.length === 0) return count;
    count += own.length;
    compared(count);
  }
}

/** How many events stand in the other log, each of them the same as here. */
async function standing(from: Pick<EventLog, 'readAll'>, to: EventLog): Promise<number> {
  for (let count = 0; ;) {
    const there = await pageOf(to, count);
    if (there.length === 0) return count;
    const here = await pageOf(from, count);
    there.forEach((event, index) => {
      if (!here[index]) throw new LogsDiffer(count + index, '另一事件库中已有本库没有的事件');
      expectSame(count + index, here[index], event);
    });
    count += there.length;
  }
}

function pageOf(log: Pick<EventLog, 'readAll'>, count: number): Promise<Positioned[]> {
  return log.readAll({ ...(count > 0 && { after: (count - 1) as Positioned['position'] }), limit: PAGE });
}

/** Events that follow each other in one stream: they may be appended together without another coming between. */
function runsOf(page: readonly Positioned[]): RecordedEvent[][] {
  const runs: RecordedEvent[][] = [];
  for (const { event } of page) {
    const last = runs.at(-1);
    if (last?.[0]?.stream === event.stream) last.push(event);
    else runs.push([event]);
  }
  return runs;
}

function asNew({ stream: _stream, revision: _revision, ...event }: RecordedEvent): NewEvent {
  return event;
}

function expectSame(position: number, one: Positioned, other: Positioned | undefined): void {
  if (!other) throw new LogsDiffer(position, '另一事件库中缺这一条');
  if (one.position !== other.position || canonicalize(one.event) !== canonicalize(other.event))
    throw new LogsDiffer(position, `${one.event.stream}@${one.event.revision} 两处内容不同`);
}
