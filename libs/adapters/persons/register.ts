import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { checkPerson, isAbout, PersonForgotten, type Person, type Persons } from '@srd/runtime';
import { KeyFile } from './key-file';
import { seal, unseal } from './sealed';

/**
 * Opens the register of natural persons: sealed rows in `file`, a key for each person in `keyFile`, both created where missing.
 * Back up the two apart, and replace the copy of the key file after each forgetting: a kept old copy would remember.
 */
export function openPersons(file: string, keyFile: string): Persons {
  closeSync(openSync(file, 'a', 0o600));
  const database = new DatabaseSync(file, { timeout: 5000 });
  database.exec(
    `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF;
     CREATE TABLE IF NOT EXISTS persons (id TEXT PRIMARY KEY, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID;`,
  );
  const keys = new KeyFile(keyFile);
  const put = database.prepare(
    'INSERT INTO persons VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed',
  );
  const get = database.prepare('SELECT sealed FROM persons WHERE id = ?');
  const all = database.prepare('SELECT id, sealed FROM persons ORDER BY id');
  const remove = database.prepare('DELETE FROM persons WHERE id = ?');

  const open = (id: string, sealed: unknown): Person | undefined => {
    const key = keys.get(id);
    return key instanceof Uint8Array ? unseal(key, id, sealed as Uint8Array) : undefined;
  };

  return {
    async put(id, person) {
      checkPerson(id, person);
      const known = keys.get(id);
      if (known === 'forgotten') throw new PersonForgotten(id);
      put.run(id, seal(known ?? keys.create(id), id, person));
    },
    async get(ids) {
      const found = new Map<string, Person>();
      for (const id of ids) {
        const row = get.get(id);
        const person = row && open(id, row['sealed']);
        if (person) found.set(id, person);
      }
      return found;
    },
    async search(text, limit) {
      const found: string[] = [];
      for (const row of all.iterate()) {
        if (found.length >= limit) break;
        const id = row['id'] as string;
        const person = open(id, row['sealed']);
        if (person && isAbout(person, text)) found.push(id);
      }
      return found;
    },
    async forget(id) {
      // The key first: from here on nobody reads it, whatever happens to the row.
      keys.forget(id);
      remove.run(id);
    },
    async isForgotten(id) {
      return keys.get(id) === 'forgotten';
    },
    async close() {
      database.close();
      keys.close();
    },
  };
}
