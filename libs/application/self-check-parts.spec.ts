import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeHash } from '@srd/adapters/stores';
import type { RecordedEvent } from '@srd/kernel';
import { commandFor } from './aggregates';
import { decidersWith } from './deciders';
import { StreamsCheck } from './self-check-parts';

const folder = join(__dirname, '../../test/histories');
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));

/** A golden history as one stream of its kind. */
function streamOf(name: string): readonly RecordedEvent[] {
  const stream = `${name.split('-')[0]}-${name.split('.')[1]}`;
  const facts = JSON.parse(readFileSync(join(folder, name), 'utf8')) as readonly Omit<RecordedEvent, 'revision'>[];
  return facts.map((fact, revision) => ({
    ...fact,
    id: `${stream}@${revision}`,
    stream,
    revision,
    version: 1,
    meta: { correlation: 'test', causation: null, basedOn: [] },
    salt: '00'.repeat(16),
  }));
}

/** What the check finds in a stream. */
function findingsIn(events: readonly RecordedEvent[]): readonly string[] {
  const found: string[] = [];
  const check = new StreamsCheck(nodeHash, ({ kind, where }) => found.push(`${kind} ${where}`));
  for (const event of events) check.take(event);
  return found;
}

describe('T30 the streams that the daily check replays', () => {
  it('are of every kind that a command can write to', () => {
    // Readings and the log's own events come from the system.
    const written = [...Object.keys(commandFor), 'access', 'log'].sort();
    expect(Object.keys(decidersWith(nodeHash)).sort()).toEqual(written);
    expect(new Set(names.map((name) => name.split('-')[0]))).toEqual(
      new Set(['case', 'circular', 'integrity', 'report', 'standing']),
    );
  });

  it.each(names)('%s folds to its end; what doesn’t fit is named', (name) => {
    const events = streamOf(name);
    expect(findingsIn(events)).toEqual([]);
    const at = events.length >> 1;
    const { stream } = events[0]!;
    if (at + 1 < events.length) expect(findingsIn(events.toSpliced(at, 1))).toEqual([`stream ${stream}@${at + 1}`]);
    expect(findingsIn(events.toSpliced(at, 0, events[at]!))).toEqual([`stream ${stream}@${at}`]);
    const unheard = [...events, { ...events[0]!, type: 'NothingHappened', revision: events.length }];
    expect(findingsIn(unheard)).toEqual([`stream ${stream}@${events.length}`]);
  });

  it('of a kind that nobody knows are named', () => {
    const [event] = streamOf(names[0]!);
    expect(findingsIn([{ ...event!, stream: 'unheard-1' }])).toEqual(['stream unheard-1@0']);
  });
});
