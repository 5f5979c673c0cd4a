import { randomBytes } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** 32 bytes for AES-256. */
const KEY_BYTES = 32;

/**
 * One random key for each person, in a file of its own that isn't copied with the data: once a key is gone, what it sealed is
 * noise in every copy. Deleted cells are overwritten (`secure_delete`), and there is no write-ahead log in which they could linger.
 */
export class KeyFile {
  readonly #database: DatabaseSync;
  readonly #get: StatementSync;
  readonly #put: StatementSync;
  readonly #forget: StatementSync;

  constructor(file: string) {
    closeSync(openSync(file, 'a', 0o600));
    this.#database = new DatabaseSync(file, { timeout: 5000 });
    this.#database.exec(
      `PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF;
       CREATE TABLE IF NOT EXISTS keys (person TEXT PRIMARY KEY, key BLOB) STRICT, WITHOUT ROWID;`,
    );
    this.#get = this.#database.prepare('SELECT key FROM keys WHERE person = ?');
    this.#put = this.#database.prepare('INSERT OR IGNORE INTO keys VALUES (?, ?)');
    this.#forget = this.#database.prepare(
      'INSERT INTO keys VALUES (?, NULL) ON CONFLICT (person) DO UPDATE SET key = NULL',
    );
  }

  /** The person's key; `forgotten` where it was destroyed; undefined where there never was one. */
  get(person: string): Uint8Array | 'forgotten' | undefined {
    const found = this.#get.get(person);
    if (!found) return undefined;
    return (found['key'] as Uint8Array | null) ?? 'forgotten';
  }

  /** A new key for a person who has none; where another node was faster, the one that it made. */
  create(person: string): Uint8Array | 'forgotten' {
    this.#put.run(person, randomBytes(KEY_BYTES));
    return this.get(person) as Uint8Array | 'forgotten';
  }

  /** Destroys the key; that it was destroyed stays on record, under the id alone. */
  forget(person: string): void {
    this.#forget.run(person);
  }

  close(): void {
    this.#database.close();
  }
}
