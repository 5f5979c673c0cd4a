import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEventStore } from '@srd/adapters/eventstoredb';
import { openSqliteMirror } from '@srd/adapters/sqlite';
import type { EventLog } from '@srd/runtime';

/** Application nodes with a mirror each, and what is left of them to tidy up. */
export class Nodes {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'srd-esdb-'));
  readonly #logs: EventLog[] = [];

  /** A node on the server at `url`; `name` opens the mirror of an earlier one again. */
  async open(url: string, name = `node-${this.#logs.length}`): Promise<EventLog> {
    const { log } = await openEventStore(url, openSqliteMirror(path.join(this.#folder, `${name}.sqlite`)));
    this.#logs.push(log);
    return log;
  }

  async dispose(): Promise<void> {
    await Promise.all(this.#logs.map((log) => log.close()));
    rmSync(this.#folder, { recursive: true });
  }
}
