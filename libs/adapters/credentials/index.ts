/** Passwords (argon2id) and server-side sessions. */
import { hash, verify } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';
import {
  ownJournal,
  type Bookmark,
  type Credential,
  type Credentials,
  type Journal,
  type OpenJournal,
  type Position,
} from '@srd/runtime';
import {
  CredentialTables,
  fingerprint,
  MAX_AGE,
  MAX_IDLE,
  plain,
  type CredentialEntry,
  type SessionEntry,
  type SessionRow,
} from './tables';

const OFFER_AGE = 24 * 3_600_000;

const secretOf = (password: string): Promise<string> =>
  hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
/** What a wrong login is checked against, so that it takes as long as a wrong password. */
const NOBODY = secretOf('nobody');
const newToken = (): string => randomBytes(32).toString('base64url');

interface Journals {
  readonly credentials: Journal<CredentialEntry>;
  readonly sessions: Journal<SessionEntry>;
  /** How old the note of a session's last use may be, in milliseconds: a note for each request would be a write for each. */
  readonly noted: number;
}

/** Opens the store of passwords and sessions in a file of this process alone. `now` is the process clock in milliseconds. */
export function openCredentials(file: string, now: () => number = Date.now): Credentials & { bookmark: Bookmark } {
  const tables = new CredentialTables(file);
  const [credentials, sessions] = [ownJournal(tables.credentials), ownJournal(tables.sessions)];
  return { ...over(tables, { credentials, sessions, noted: 60_000 }, now), bookmark: bookmarkIn(tables) };
}

/** The store of passwords and sessions that all nodes have in common, with this node's copy of it in a file. */
export async function openCommonCredentials(
  file: string,
  open: OpenJournal,
  now: () => number = Date.now,
): Promise<Credentials> {
  const tables = new CredentialTables(file);
  const [credentials, sessions] = [
    await open('credentials', tables.credentials),
    await open('sessions', tables.sessions),
  ];
  return over(tables, { credentials, sessions, noted: 300_000 }, now);
}

/** What a file of this process alone holds, as entries for a common store: passwords and offers, and the place of the reactions; sessions end. */
export async function credentialsIn(file: string): Promise<{
  readonly entries: readonly CredentialEntry[];
  readonly place: Awaited<ReturnType<Bookmark['read']>>;
}> {
  const tables = new CredentialTables(file);
  try {
    return { entries: [...tables.entries()], place: await bookmarkIn(tables).read() };
  } finally {
    tables.close();
  }
}

function over(tables: CredentialTables, { credentials, sessions, noted }: Journals, now: () => number): Credentials {
  const ended = ({ startedAt, lastSeenAt }: SessionRow): boolean =>
    now() - startedAt > MAX_AGE || now() - lastSeenAt > MAX_IDLE;
  const asEntry = ({ login, account, demonstration }: Credential): Credential => ({ login, account, demonstration });
  return {
    async set(credential, password) {
      await credentials.record({ kind: 'set', ...asEntry(credential), secret: await secretOf(password) });
    },
    async issue(credential, password) {
      const entry = { kind: 'issue', ...asEntry(credential), secret: await secretOf(password) } as const;
      return (await credentials.record(entry)) === true;
    },
    async check(login, password) {
      await credentials.fresh();
      const found = tables.behind(login);
      const right = await verify(found?.hash ?? (await NOBODY), password);
      return found && right ? asEntry(found) : undefined;
    },
    async heldBy(account) {
      await credentials.fresh();
      return tables.heldBy(account);
    },
    async start(credential) {
      const token = newToken();
      const under = tables.under(credential.login);
      await sessions.record({ kind: 'start', token: fingerprint(token), ...asEntry(credential), under, at: now() });
      return token;
    },
    async find(token, isUse = true) {
      await sessions.fresh();
      const row = tables.sessionOf(fingerprint(token));
      if (!row || ended(row)) return undefined;
      if (isUse && now() - row.lastSeenAt > noted) await sessions.record({ kind: 'seen', token: row.token, at: now() });
      const { token: _, ...session } = row;
      return session;
    },
    async sessionsOf(account) {
      await sessions.fresh();
      const open = tables.sessionsOf(account).filter((row) => !ended(row));
      return open.map(({ token, ...session }) => ({ ...session, id: token.slice(0, 16) }));
    },
    idOf: (token) => fingerprint(token).slice(0, 16),
    async endOne(account, id) {
      if (!/^[0-9a-f]{16}$/.test(id)) return false;
      return (await sessions.record({ kind: 'end-one', account, id })) === true;
    },
    async end(token) {
      await sessions.record({ kind: 'end', token: fingerprint(token) });
    },
    async offer(account) {
      const token = newToken();
      await credentials.record({ kind: 'offer', token: fingerprint(token), account, until: now() + OFFER_AGE });
      return token;
    },
    async takeUp(token, login, password) {
      const key = fingerprint(token);
      const secret = await secretOf(password);
      const taken = await credentials.record({ kind: 'take-up', token: key, login: plain(login), secret, at: now() });
      return taken === false ? undefined : (taken as Credential);
    },
    close: () => tables.close(),
  };
}

/** The reactions' place in the log stands with what isn't made anew from the log. */
function bookmarkIn(tables: CredentialTables): Bookmark {
  return {
    async read() {
      const kept = tables.setting('reactions');
      return kept === undefined || kept === 'start' ? kept : (Number(kept) as Position);
    },
    async keep(place) {
      tables.keep('reactions', String(place));
    },
  };
}
