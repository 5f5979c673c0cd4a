/** Passwords (argon2id) and server-side sessions in a SQLite file of their own. */
import { hash, verify } from '@node-rs/argon2';
import { createHash, randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import type { Credential, Credentials, Session } from '@srd/runtime';

const MAX_AGE = 12 * 3_600_000;
const MAX_IDLE = 30 * 60_000;
const OFFER_AGE = 24 * 3_600_000;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS credential (
    login TEXT PRIMARY KEY, account TEXT NOT NULL, hash TEXT NOT NULL, demonstration INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS session (
    token TEXT PRIMARY KEY, login TEXT NOT NULL, account TEXT NOT NULL, demonstration INTEGER NOT NULL,
    started INTEGER NOT NULL, seen INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS offer (token TEXT PRIMARY KEY, account TEXT NOT NULL, until INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;`;

/** What a wrong login is checked against, so that it takes as long as a wrong password. */
const NOBODY = hash('nobody', { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

const fingerprint = (token: string): string => createHash('sha256').update(token).digest('hex');
const plain = (login: string): string => login.normalize('NFC').trim().toLowerCase();
const newToken = (): string => randomBytes(32).toString('base64url');

/** Opens the store of passwords and sessions. `now` is the process clock in milliseconds. */
export function openCredentials(file: string, now: () => number = Date.now): Credentials {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;');
  db.exec(SCHEMA);
  const byLogin = db.prepare('SELECT login, account, hash, demonstration FROM credential WHERE login = ?');
  const bySession = db.prepare('SELECT login, account, demonstration, started, seen FROM session WHERE token = ?');
  const seen = db.prepare('UPDATE session SET seen = ? WHERE token = ?');
  const drop = db.prepare('DELETE FROM session WHERE token = ?');

  const secretOf = (password: string): Promise<string> =>
    hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const write = ({ login, account, demonstration }: Credential, secret: string): void => {
    db.prepare(
      `INSERT INTO credential (login, account, hash, demonstration) VALUES (?, ?, ?, ?)
       ON CONFLICT (login) DO UPDATE SET hash = excluded.hash, account = excluded.account, demonstration = excluded.demonstration`,
    ).run(plain(login), account, secret, demonstration ? 1 : 0);
    db.prepare('DELETE FROM session WHERE login = ?').run(plain(login));
  };

  const credentials: Credentials = {
    async set(credential, password) {
      write(credential, await secretOf(password));
    },
    async issue(credential, password) {
      const secret = await secretOf(password);
      // Nothing waits between the look and the writing, so that two can't be given the same login at once.
      const held = byLogin.get(plain(credential.login)) as { account: string } | undefined;
      if (held && held.account !== credential.account) return false;
      write(credential, secret);
      db.prepare('DELETE FROM credential WHERE account = ? AND login <> ?').run(
        credential.account,
        plain(credential.login),
      );
      credentials.endAllOf(credential.account);
      return true;
    },
    async check(login, password) {
      const row = byLogin.get(plain(login)) as
        { login: string; account: string; hash: string; demonstration: number } | undefined;
      const right = await verify(row?.hash ?? (await NOBODY), password);
      return row && right
        ? { login: row.login, account: row.account, demonstration: row.demonstration === 1 }
        : undefined;
    },
    start(credential) {
      const token = newToken();
      db.prepare('INSERT INTO session VALUES (?, ?, ?, ?, ?, ?)').run(
        fingerprint(token),
        credential.login,
        credential.account,
        credential.demonstration ? 1 : 0,
        now(),
        now(),
      );
      return token;
    },
    find(token) {
      const key = fingerprint(token);
      const row = bySession.get(key) as
        { login: string; account: string; demonstration: number; started: number; seen: number } | undefined;
      if (!row) return undefined;
      if (now() - row.started > MAX_AGE || now() - row.seen > MAX_IDLE) {
        drop.run(key);
        return undefined;
      }
      // Once a minute is exact enough for idleness and spares a write per request.
      if (now() - row.seen > 60_000) seen.run(now(), key);
      const session: Session = {
        account: row.account,
        login: row.login,
        demonstration: row.demonstration === 1,
        startedAt: row.started,
        lastSeenAt: row.seen,
      };
      return session;
    },
    heldBy(account) {
      const row = db.prepare('SELECT login, account, demonstration FROM credential WHERE account = ?').get(account) as
        { login: string; account: string; demonstration: number } | undefined;
      return row && { ...row, demonstration: row.demonstration === 1 };
    },
    sessionsOf(account) {
      const rows = db
        .prepare(
          `SELECT token, login, account, demonstration, started, seen FROM session
           WHERE account = ? AND started >= ? AND seen >= ? ORDER BY started DESC`,
        )
        .all(account, now() - MAX_AGE, now() - MAX_IDLE) as {
        token: string;
        login: string;
        account: string;
        demonstration: number;
        started: number;
        seen: number;
      }[];
      return rows.map((row) => ({
        id: row.token.slice(0, 16),
        account: row.account,
        login: row.login,
        demonstration: row.demonstration === 1,
        startedAt: row.started,
        lastSeenAt: row.seen,
      }));
    },
    idOf: (token) => fingerprint(token).slice(0, 16),
    endOne(account, id) {
      if (!/^[0-9a-f]{16}$/.test(id)) return false;
      const gone = db.prepare('DELETE FROM session WHERE account = ? AND substr(token, 1, 16) = ?').run(account, id);
      return gone.changes > 0;
    },
    end(token) {
      drop.run(fingerprint(token));
    },
    endAllOf(account) {
      db.prepare('DELETE FROM session WHERE account = ?').run(account);
    },
    offer(account) {
      const token = newToken();
      db.prepare('INSERT INTO offer VALUES (?, ?, ?)').run(fingerprint(token), account, now() + OFFER_AGE);
      return token;
    },
    async takeUp(token, login, password) {
      const key = fingerprint(token);
      const row = db.prepare('SELECT account, until FROM offer WHERE token = ?').get(key) as
        { account: string; until: number } | undefined;
      if (!row || row.until < now() || byLogin.get(plain(login))) return undefined;
      if (db.prepare('DELETE FROM offer WHERE token = ?').run(key).changes !== 1) return undefined;
      const credential: Credential = { login: plain(login), account: row.account, demonstration: false };
      await credentials.set(credential, password);
      return credential;
    },
    setting(name) {
      const row = db.prepare('SELECT value FROM setting WHERE name = ?').get(name) as { value: string } | undefined;
      return row?.value;
    },
    keep(name, value) {
      db.prepare('INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value').run(
        name,
        value,
      );
    },
    close() {
      db.close();
    },
  };
  return credentials;
}
