import { nodeVerify } from '@srd/application';
import { nodeHash } from '@srd/adapters/stores';
import { verifyBundle } from '@srd/verifier';
import { ServerProcess } from '../journeys/process';
import { place, start } from './built';

describe('the bundles of the demonstration', () => {
  const where = place();
  let server: ServerProcess;
  let doors = 0;

  beforeAll(async () => {
    await start(where);
    server = await ServerProcess.start({ mode: 'demo', ...where, eventStore: 'sqlite' });
  });
  afterAll(() => server?.stop());

  /** Each time from another address: a bundle is long work, of which one address gets so many a minute. */
  async function asked(path: string, token?: string, body?: object): Promise<string> {
    const answer = await fetch(`${server.url}/api/v1/${path}`, {
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': `10.1.0.${doors++ % 250}`,
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return text;
  }
  const signedIn = async (login: string): Promise<string> =>
    (JSON.parse(await asked('session', undefined, { account: login, password: 'srd-demo-2024' })) as { token: string })
      .token;

  it.each([
    ['chaozhou-leader', ['organs/chaozhou/years/2023', 'organs/chaozhou/years/2024']],
    ['kazuo-leader', ['organs/kazuo/years/2024']],
  ])('T11 raise no alarm, of each case and year that %s sees', async (login, years) => {
    const token = await signedIn(login);
    const { items: keys } = JSON.parse(await asked('public/log/keys')) as { items: string[] };
    const { items } = JSON.parse(await asked('cases?limit=100', token)) as { items: { id: string }[] };
    expect(items.length).toBeGreaterThan(5);
    for (const path of [...items.map(({ id }) => `cases/${encodeURIComponent(id)}`), ...years]) {
      const bundle = await asked(`${path}/bundle?purpose=${encodeURIComponent('年度执法监督')}`, token);
      const { code, finding, notes } = verifyBundle(bundle, { keys, hash: nodeHash, verifySignature: nodeVerify });
      expect([path, code, finding]).toEqual([path, 'VERIFIED', finding]);
      expect([path, notes.filter((note) => note.includes('未核'))]).toEqual([path, []]);
    }
  });

  it('R101 a case of 2023 replays on the procedure that it was opened with, though its organ has moved on', async () => {
    const token = await signedIn('chaozhou-leader');
    const read = async <T>(path: string): Promise<T> => JSON.parse(await asked(path, token)) as T;
    type Listed = { items: { id: string; procedure: string }[] };
    const { items } = await read<Listed>('cases?limit=100');
    // The organ opens its cases on another version now.
    const versions = new Set(items.map(({ procedure }) => procedure));
    expect(versions.size).toBeGreaterThan(1);
    for (const version of versions) {
      const { id } = items.find(({ procedure }) => procedure === version)!;
      const { items: events } = await read<{ items: { revision: number; data: { procedure?: string } }[] }>(
        `cases/${encodeURIComponent(id)}/events?limit=100`,
      );
      expect(events[0]?.data.procedure).toBe(version);
      for (const { revision } of events)
        expect(await read(`cases/${encodeURIComponent(id)}/at/${revision}`)).toMatchObject({ procedure: version });
      const then = await read<Record<string, unknown>>(`cases/${encodeURIComponent(id)}/at/${events.length - 1}`);
      const now = await read<Record<string, unknown>>(`cases/${encodeURIComponent(id)}`);
      for (const member of Object.keys(then)) expect([member, then[member]]).toEqual([member, now[member]]);
    }
  });
});
