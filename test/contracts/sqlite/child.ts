/**
 * Appends and says so on stdout: what the tests of durability start, kill and trace. A line `ack <position>` (or `refused <name>`) is
 * written synchronously, by the same thread, after the promise of the append has settled.
 *   child.ts <file> <writers> <appends per writer> [FULL|NORMAL]
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import type { NewEvent } from '@srd/runtime';
import { connect } from '../../../libs/adapters/sqlite/driver';
import { eventLogOn, openSqliteEventLog, type SqliteEventLog } from '../../../libs/adapters/sqlite/event-log';
import { harden } from '../../../libs/adapters/sqlite/pragmas';
import { migrate } from '../../../libs/adapters/sqlite/schema';

const [file = '', writers = '1', appends = '1', synchronous = 'FULL'] = process.argv.slice(2);

/** A log with the durability taken out, which the product can't be asked for: shows that the sync accounting would notice. */
function weakened(): SqliteEventLog {
  const writer = connect(file);
  harden(writer);
  migrate(writer, file);
  writer.exec(`PRAGMA synchronous = ${synchronous}`);
  return eventLogOn({ file, writer, reader: connect(file, { readOnly: true }), release: () => undefined });
}

function anEvent(batch: string, index: number, size: number): NewEvent {
  return {
    id: randomUUID(),
    type: 'Tried',
    version: 1,
    at: '2024-06-03T01:00:00.000Z' as NewEvent['at'],
    actor: 'system:test',
    meta: { correlation: batch, causation: null, basedOn: [] },
    salt: '00112233445566778899aabbccddeeff',
    data: { batch, index, size, text: '检查'.repeat(40) },
  };
}

async function write(log: SqliteEventLog, writer: number): Promise<void> {
  const stream = `case-${writer}-${process.pid}`;
  let revision: number | 'none' = 'none';
  for (let n = 0; n < Number(appends); n++) {
    const batch = `${stream}-${n}`;
    const size = 1 + ((n + writer) % 5);
    const events = Array.from({ length: size }, (_, index) => anEvent(batch, index, size));
    try {
      const appended = await log.append(stream, revision, events);
      revision = appended.revision;
      for (const { id } of events) writeSync(1, `ack ${appended.position} ${id}\n`);
    } catch (error) {
      writeSync(1, `refused ${(error as Error).name}\n`);
    }
  }
}

async function main(): Promise<void> {
  const log = synchronous === 'FULL' ? openSqliteEventLog(file) : weakened();
  writeSync(1, 'open\n');
  await Promise.all(Array.from({ length: Number(writers) }, (_, writer) => write(log, writer)));
  await log.close();
  writeSync(1, 'closed\n');
}

void main();
