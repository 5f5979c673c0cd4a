import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { memoryEventLog } from '@srd/adapters/memory';
import { openSqliteEventLog } from '@srd/adapters/sqlite';
import { withNamespace } from '../esdb/namespace';
import { Nodes } from '../esdb/nodes';
import { aServer } from '../esdb/which';
import { expectAlike, scripts } from './differential';

const directory = mkdtempSync(path.join(tmpdir(), 'srd-differential-'));
let run = 0;

afterAll(() => rmSync(directory, { recursive: true }));

it('any script of commands has the same results and the same leaves in memory and in SQLite', async () => {
  await fc.assert(
    fc.asyncProperty(scripts, async (script) => {
      const memory = memoryEventLog();
      const sqlite = openSqliteEventLog(path.join(directory, `${run++}.db`));
      try {
        await expectAlike(script, sqlite, memory);
        expect(await sqlite.integrity()).toEqual({ ok: true, problems: [] });
      } finally {
        await Promise.all([memory.close(), sqlite.close()]);
      }
    }),
    { numRuns: Number(process.env['SRD_SCRIPTS'] ?? 60) },
  );
}, 600_000);

it('any script of commands has the same results and the same leaves in SQLite and on EventStoreDB', async () => {
  const server = await aServer();
  const nodes = new Nodes();
  try {
    await fc.assert(
      fc.asyncProperty(scripts, async (script) => {
        const sqlite = openSqliteEventLog(path.join(directory, `${run++}.db`));
        const remote = await nodes.open(withNamespace(server.url));
        try {
          await expectAlike(script, remote, sqlite);
        } finally {
          await Promise.all([remote.close(), sqlite.close()]);
        }
      }),
      { numRuns: Math.ceil(Number(process.env['SRD_SCRIPTS'] ?? 60) / 3) },
    );
  } finally {
    await nodes.dispose();
    await server.dispose();
  }
}, 600_000);
