import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCredentials } from './index';

const officer = { login: 'Officer', account: 'account-1', demonstration: false };

function fresh(now: () => number = Date.now) {
  const file = join(mkdtempSync(join(tmpdir(), 'srd-credentials-')), 'credentials.sqlite');
  return { file, store: openCredentials(file, now) };
}

describe('passwords', () => {
  it('open with the right one, whatever the case of the login, and with no other', async () => {
    const { store } = fresh();
    await store.set(officer, 'correct horse');
    expect(await store.check('OFFICER', 'correct horse')).toMatchObject({ account: 'account-1' });
    expect(await store.check('officer', 'correct hors')).toBeUndefined();
    expect(await store.check('somebody', 'correct horse')).toBeUndefined();
  });

  it('are kept as argon2id only', async () => {
    const { store, file } = fresh();
    await store.set(officer, 'correct horse');
    store.close();
    const bytes = readFileSync(file).toString('latin1');
    expect(bytes).toContain('$argon2id$');
    expect(bytes).not.toContain('correct horse');
  });
});

describe('sessions', () => {
  it('end by sign-out, by a new password, by idleness and by age', async () => {
    let clock = 0;
    const { store } = fresh(() => clock);
    await store.set(officer, 'one');
    const signedOut = await store.start({ ...officer, login: 'officer' });
    await store.end(signedOut);
    expect(await store.find(signedOut)).toBeUndefined();

    const replaced = await store.start({ ...officer, login: 'officer' });
    await store.set(officer, 'two');
    expect(await store.find(replaced)).toBeUndefined();

    const idle = await store.start({ ...officer, login: 'officer' });
    clock += 31 * 60_000;
    expect(await store.find(idle)).toBeUndefined();

    const left = await store.start({ ...officer, login: 'officer' });
    for (let asked = 0; asked < 6; asked++) {
      expect(await store.find(left, false)).toBeDefined();
      clock += 5 * 60_000;
    }
    clock += 60_000;
    expect(await store.find(left, false)).toBeUndefined();

    const old = await store.start({ ...officer, login: 'officer' });
    for (let hour = 0; hour < 30; hour++) {
      clock += 25 * 60_000;
      if (clock > 0) await store.find(old);
    }
    expect(await store.find(old)).toBeUndefined();
  });

  it('keep only a hash of the token', async () => {
    const { store, file } = fresh();
    const token = await store.start({ ...officer, login: 'officer' });
    expect(await store.find(token)).toMatchObject({ account: 'account-1' });
    store.close();
    expect(readFileSync(file).toString('latin1')).not.toContain(token);
  });
});

describe('a login that is issued', () => {
  it('is the one login of its account, and never taken from another', async () => {
    const { store } = fresh();
    expect(await store.issue({ ...officer, login: 'lin' }, 'first')).toBe(true);
    const session = await store.start({ ...officer, login: 'lin' });
    expect(await store.issue({ ...officer, account: 'account-2', login: 'LIN' }, 'theirs')).toBe(false);
    expect(await store.check('lin', 'first')).toMatchObject({ account: 'account-1' });

    expect(await store.issue({ ...officer, login: 'lin-2' }, 'second')).toBe(true);
    expect(await store.find(session)).toBeUndefined();
    expect(await store.check('lin', 'first')).toBeUndefined();
    expect(await store.check('lin-2', 'second')).toMatchObject({ account: 'account-1' });
  });

  it('is given once when two ask for it at the same time', async () => {
    const { store } = fresh();
    const asked = ['account-1', 'account-2'].map((account) =>
      store.issue({ ...officer, account, login: 'lin' }, account),
    );
    expect((await Promise.all(asked)).sort((a, b) => Number(a) - Number(b))).toEqual([false, true]);
  });
});

describe('a one-time token', () => {
  it('opens an account once', async () => {
    const { store } = fresh();
    const token = await store.offer('account-1');
    expect(await store.takeUp('wrong', 'admin', 'p')).toBeUndefined();
    expect(await store.takeUp(token, 'admin', 'p')).toMatchObject({ account: 'account-1', login: 'admin' });
    expect(await store.takeUp(token, 'other', 'p')).toBeUndefined();
  });

  it('is worth nothing after a day', async () => {
    let clock = 0;
    const { store } = fresh(() => clock);
    const token = await store.offer('account-1');
    clock = 25 * 3_600_000;
    expect(await store.takeUp(token, 'admin', 'p')).toBeUndefined();
  });
});
