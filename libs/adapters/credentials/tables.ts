/** Passwords, sessions and offers as tables in a SQLite file: what the entries of two journals make of it. */
import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import type { Credential, Session, Taker } from '@srd/runtime';

export const MAX_AGE = 12 * 3_600_000;
export const MAX_IDLE = 30 * 60_000;

/** A change of passwords or offers. Secrets are argon2id hashes, tokens SHA-256 fingerprints, times milliseconds since 1970. */
export type CredentialEntry =
  | ({ readonly kind: 'set' | 'issue'; readonly secret: string } & Credential)
  | { readonly kind: 'offer'; readonly token: string; readonly account: string; readonly until: number }
  | {
      readonly kind: 'take-up';
      readonly token: string;
      readonly login: string;
      readonly secret: string;
      readonly at: number;
    };

/** A change of sessions; `under` is the password under which one began. */
export type SessionEntry =
  | ({
      readonly kind: 'start';
      readonly token: string;
      readonly under: string;
      readonly at: number;
    } & Credential)
  | { readonly kind: 'seen'; readonly token: string; readonly at: number }
  | { readonly kind: 'end'; readonly token: string }
  | { readonly kind: 'end-one'; readonly account: string; readonly id: string };

/** A session whose password is still the one under which it began, with the fingerprint of its token. */
export type SessionRow = Session & { readonly token: string };

/** Version of the tables; an earlier one's sessions end. */
const VERSION = 1;
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS credential (
    login TEXT PRIMARY KEY, account TEXT NOT NULL, hash TEXT NOT NULL, demonstration INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS session (
    token TEXT PRIMARY KEY, login TEXT NOT NULL, account TEXT NOT NULL, demonstration INTEGER NOT NULL,
    under TEXT NOT NULL, started INTEGER NOT NULL, seen INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS offer (token TEXT PRIMARY KEY, account TEXT NOT NULL, until INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS taken (journal TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT;
  PRAGMA user_version = ${VERSION};`;

/** Name of a secret that doesn't give it away. */
export const fingerprint = (secret: string): string => createHash('sha256').update(secret).digest('hex');
export const plain = (login: string): string => login.normalize('NFC').trim().toLowerCase();

/** The tables in a file, made where they are missing. */
export class CredentialTables {
  readonly #db: DatabaseSync;
  readonly credentials: Taker<CredentialEntry>;
  readonly sessions: Taker<SessionEntry>;

  constructor(file: string) {
    this.#db = new DatabaseSync(file);
    this.#db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;');
    if (this.#db.prepare('PRAGMA user_version').get()?.['user_version'] !== VERSION) {
      this.#db.exec('DROP TABLE IF EXISTS session');
    }
    this.#db.exec(SCHEMA);
    this.credentials = this.#taker('credentials', (entry: CredentialEntry) => this.#takeCredential(entry));
    this.sessions = this.#taker('sessions', (entry: SessionEntry) => this.#takeSession(entry));
  }

  /** The credential of a login and its secret. */
  behind(login: string): (Credential & { readonly hash: string }) | undefined {
    const row = this.#db.prepare('SELECT * FROM credential WHERE login = ?').get(plain(login));
    return row && { ...credentialOf(row), hash: row['hash'] as string };
  }

  heldBy(account: string): Credential | undefined {
    const row = this.#db.prepare('SELECT * FROM credential WHERE account = ?').get(account);
    return row && credentialOf(row);
  }

  sessionOf(token: string): SessionRow | undefined {
    const row = this.#db.prepare('SELECT * FROM session WHERE token = ?').get(token);
    return row && this.#standing(row);
  }

  sessionsOf(account: string): readonly SessionRow[] {
    const rows = this.#db.prepare('SELECT * FROM session WHERE account = ? ORDER BY started DESC, token').all(account);
    return rows.flatMap((row) => this.#standing(row) ?? []);
  }

  /** Name of the password under which a session of a login begins now. */
  under(login: string): string {
    const hash = this.behind(login)?.hash;
    return hash === undefined ? '' : fingerprint(hash).slice(0, 16);
  }

  /** Entries that give another store the same passwords and offers. */
  *entries(): Iterable<CredentialEntry> {
    for (const row of this.#db.prepare('SELECT * FROM credential ORDER BY login').all()) {
      yield { kind: 'set', ...credentialOf(row), secret: row['hash'] as string };
    }
    for (const { token, account, until } of this.#db.prepare('SELECT * FROM offer ORDER BY token').all()) {
      yield { kind: 'offer', token: token as string, account: account as string, until: until as number };
    }
  }

  /** Something small of this file's own. */
  setting(name: string): string | undefined {
    return this.#db.prepare('SELECT value FROM setting WHERE name = ?').get(name)?.['value'] as string | undefined;
  }

  keep(name: string, value: string): void {
    const upsert = 'INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value';
    this.#db.prepare(upsert).run(name, value);
  }

  close(): void {
    this.#db.close();
  }

  #taker<E>(journal: string, take: (entry: E) => unknown): Taker<E> {
    const taken = this.#db.prepare('SELECT number FROM taken WHERE journal = ?');
    const note = this.#db.prepare(
      'INSERT INTO taken VALUES (?, ?) ON CONFLICT (journal) DO UPDATE SET number = excluded.number',
    );
    return {
      taken: () => Number(taken.get(journal)?.['number'] ?? -1),
      take: (entry, number) => {
        this.#db.exec('BEGIN IMMEDIATE');
        try {
          const outcome = take(entry);
          note.run(journal, number);
          this.#db.exec('COMMIT');
          return outcome;
        } catch (error) {
          this.#db.exec('ROLLBACK');
          throw error;
        }
      },
    };
  }

  #takeCredential(entry: CredentialEntry): Credential | boolean {
    const { kind } = entry;
    if (kind === 'offer') {
      const { token, account, until } = entry;
      this.#db.prepare('INSERT OR IGNORE INTO offer VALUES (?, ?, ?)').run(token, account, until);
      return true;
    }
    if (kind === 'take-up') {
      const { token, at, secret } = entry;
      const row = this.#db.prepare('SELECT account, until FROM offer WHERE token = ?').get(token);
      if (!row || (row['until'] as number) < at || this.behind(entry.login)) return false;
      this.#db.prepare('DELETE FROM offer WHERE token = ?').run(token);
      const credential = { login: plain(entry.login), account: row['account'] as string, demonstration: false };
      this.#write(credential, secret);
      return credential;
    }
    if (kind === 'issue') {
      const held = this.behind(entry.login);
      if (held && held.account !== entry.account) return false;
    }
    this.#write(entry, entry.secret);
    if (kind === 'issue') {
      const others = 'DELETE FROM credential WHERE account = ? AND login <> ?';
      this.#db.prepare(others).run(entry.account, plain(entry.login));
    }
    return true;
  }

  #write({ login, account, demonstration }: Credential, secret: string): void {
    this.#db
      .prepare(
        `INSERT INTO credential (login, account, hash, demonstration) VALUES (?, ?, ?, ?)
         ON CONFLICT (login) DO UPDATE SET hash = excluded.hash, account = excluded.account, demonstration = excluded.demonstration`,
      )
      .run(plain(login), account, secret, demonstration ? 1 : 0);
  }

  #takeSession(entry: SessionEntry): boolean {
    if (entry.kind === 'start') {
      const { token, login, account, demonstration, under, at } = entry;
      this.#db.prepare('DELETE FROM session WHERE started < ?').run(at - MAX_AGE);
      this.#db
        .prepare('INSERT OR IGNORE INTO session VALUES (?, ?, ?, ?, ?, ?, ?)')
        .run(token, plain(login), account, demonstration ? 1 : 0, under, at, at);
      return true;
    }
    if (entry.kind === 'seen') {
      return this.#db.prepare('UPDATE session SET seen = ? WHERE token = ?').run(entry.at, entry.token).changes > 0;
    }
    if (entry.kind === 'end')
      return this.#db.prepare('DELETE FROM session WHERE token = ?').run(entry.token).changes > 0;
    const named = this.#db.prepare('DELETE FROM session WHERE account = ? AND substr(token, 1, 16) = ?');
    return named.run(entry.account, entry.id).changes > 0;
  }

  /** The session of a row, where the password is still the one under which it began. */
  #standing(row: Readonly<Record<string, unknown>>): SessionRow | undefined {
    const { token, started, seen, under } = row as { token: string; started: number; seen: number; under: string };
    const credential = credentialOf(row);
    if (this.under(credential.login) !== under) return undefined;
    return { ...credential, token, startedAt: started, lastSeenAt: seen };
  }
}

function credentialOf(row: Readonly<Record<string, unknown>>): Credential {
  const { login, account, demonstration } = row as { login: string; account: string; demonstration: number };
  return { login, account, demonstration: demonstration === 1 };
}
