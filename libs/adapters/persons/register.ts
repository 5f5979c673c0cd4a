import { closeSync, openSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import {
  checkPerson,
  isAbout,
  ownJournal,
  PersonForgotten,
  type Journal,
  type OpenJournal,
  type Person,
  type Persons,
  type Taker,
} from '@srd/runtime';
import { KeyFile } from './key-file';
import { seal, unseal } from './sealed';

/** A change of the register. `sealed` is base64 under the person's own key, which no journal holds. */
type PersonEntry =
  | { readonly kind: 'put'; readonly id: string; readonly sealed: string }
  | { readonly kind: 'forget'; readonly id: string };

/**
 * Opens the register of natural persons: sealed rows in `file`, a key for each person in `keyFile`, both created where missing.
 * Back up the two apart, and replace the copy of the key file after each forgetting: a kept old copy would remember.
 */
export function openPersons(file: string, keyFile: string): Persons {
  const rows = new Rows(file);
  return over(rows, new KeyFile(keyFile), ownJournal(rows));
}

/** The register that all nodes have in common: this node's copy of the sealed rows in `file`, the keys in a `keyFile` that all nodes share. */
export async function openCommonPersons(file: string, keyFile: string, open: OpenJournal): Promise<Persons> {
  const rows = new Rows(file);
  return over(rows, new KeyFile(keyFile), await open('persons', rows));
}

/** What a file of this process alone holds, as entries for a common register. */
export function personsIn(file: string): readonly PersonEntry[] {
  const rows = new Rows(file);
  try {
    return [...rows.all()].map(([id, sealed]) => ({ kind: 'put', id, sealed: Buffer.from(sealed).toString('base64') }));
  } finally {
    rows.close();
  }
}

/** The sealed rows of a file. */
class Rows implements Taker<PersonEntry> {
  readonly #database: DatabaseSync;
  readonly #get: StatementSync;

  constructor(file: string) {
    closeSync(openSync(file, 'a', 0o600));
    this.#database = new DatabaseSync(file, { timeout: 5000 });
    this.#database.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF;
       CREATE TABLE IF NOT EXISTS persons (id TEXT PRIMARY KEY, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID;
       CREATE TABLE IF NOT EXISTS taken (one INTEGER PRIMARY KEY CHECK (one = 1), number INTEGER NOT NULL) STRICT;`,
    );
    this.#get = this.#database.prepare('SELECT sealed FROM persons WHERE id = ?');
  }

  taken(): number {
    return Number(this.#database.prepare('SELECT number FROM taken').get()?.['number'] ?? -1);
  }

  take(entry: PersonEntry, number: number): void {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      if (entry.kind === 'put') {
        const upsert = 'INSERT INTO persons VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed';
        this.#database.prepare(upsert).run(entry.id, Buffer.from(entry.sealed, 'base64'));
      } else {
        this.#database.prepare('DELETE FROM persons WHERE id = ?').run(entry.id);
      }
      const note = 'INSERT INTO taken VALUES (1, ?) ON CONFLICT DO UPDATE SET number = excluded.number';
      this.#database.prepare(note).run(number);
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  sealedOf(id: string): Uint8Array | undefined {
    return this.#get.get(id)?.['sealed'] as Uint8Array | undefined;
  }

  /** Ids and sealed rows, in order of the ids. */
  *all(): Iterable<readonly [string, Uint8Array]> {
    for (const { id, sealed } of this.#database.prepare('SELECT id, sealed FROM persons ORDER BY id').iterate()) {
      yield [id as string, sealed as Uint8Array];
    }
  }

  close(): void {
    this.#database.close();
  }
}

function over(rows: Rows, keys: KeyFile, journal: Journal<PersonEntry>): Persons {
  const open = (id: string, sealed: Uint8Array): Person | undefined => {
    const key = keys.get(id);
    return key instanceof Uint8Array ? unseal(key, id, sealed) : undefined;
  };
  const find = (ids: readonly string[]): Map<string, Person> => {
    const found = new Map<string, Person>();
    for (const id of ids) {
      const sealed = rows.sealedOf(id);
      const person = sealed && open(id, sealed);
      if (person) found.set(id, person);
    }
    return found;
  };
  return {
    async put(id, person) {
      checkPerson(id, person);
      const key = keys.get(id) ?? keys.create(id);
      if (key === 'forgotten') throw new PersonForgotten(id);
      await journal.record({ kind: 'put', id, sealed: Buffer.from(seal(key, id, person)).toString('base64') });
    },
    async get(ids) {
      const found = find(ids);
      if (ids.every((id) => found.has(id))) return found;
      await journal.fresh();
      return find(ids);
    },
    async search(text, limit) {
      await journal.fresh();
      const found: string[] = [];
      for (const [id, sealed] of rows.all()) {
        if (found.length >= limit) break;
        const person = open(id, sealed);
        if (person && isAbout(person, text)) found.push(id);
      }
      return found;
    },
    async forget(id) {
      // The key first: from here on nobody reads it, whatever happens to the row.
      keys.forget(id);
      await journal.record({ kind: 'forget', id });
    },
    async isForgotten(id) {
      return keys.get(id) === 'forgotten';
    },
    async close() {
      rows.close();
      keys.close();
    },
  };
}
