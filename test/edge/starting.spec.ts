import { chaozhou2023 } from '@srd/domain/organ';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PASSWORD } from '../journeys/people';
import { newPlace, setUp, withStores } from '../journeys/place';
import { refusedStart, ServerProcess, type Place } from '../journeys/process';

const someone = { login: 'real-admin', organ: 'chaozhou', section: null, roles: ['account-admin'] } as const;
const organ = { id: 'chaozhou', preset: chaozhou2023, people: [someone, { ...someone, login: 'real-admin-2' }] };

describe('starting', () => {
  it.each([
    ['SRD_SECRET_MODE', '1'],
    ['SRD_MODE', 'production'],
    ['PORT', '70000'],
    ['PORT', '3000x'],
    ['SRD_HOST', '192.0.2.77'],
    ['SRD_REQUESTS_PER_MINUTE', '0'],
    ['SRD_LOG_LEVEL', 'loud'],
  ])('is refused with %s=%s, and the variable is named', async (name, value) => {
    const { code, said } = await refusedStart(newPlace(), { [name]: value });
    expect(code).toBe(1);
    expect(said).toContain(name);
    expect(said).not.toMatch(/\.ts:|node_modules/);
  });

  it('in real use refuses the data of a demonstration', async () => {
    const demonstration = newPlace('2023-05-08T01:00:00.000Z');
    const { code, said } = await refusedStart({ ...demonstration, mode: 'serve' });
    expect(code).toBe(1);
    expect(said).toMatch(/DATA_DIR.*演示/);
  });

  it('as a demonstration refuses real data', async () => {
    const place = newPlace();
    await withStores(place, () => undefined);
    const { code, said } = await refusedStart({ ...place, mode: 'demo' });
    expect(code).toBe(1);
    expect(said).toContain('DATA_DIR');
  });

  it('on a folder that nobody has set up says what to do, and nothing of it where an organ is', async () => {
    const hint = 'npx srd init';
    const bare = await ServerProcess.start(newPlace());
    const place = newPlace();
    await setUp(place, [organ]);
    const founded = await ServerProcess.start(place);
    await Promise.all([bare.stop(), founded.stop()]);
    expect(bare.lines.filter((line) => line.includes(hint))).toEqual([expect.stringContaining('还没有机关和账号')]);
    expect(founded.lines.filter((line) => line.includes(hint))).toEqual([]);
  });

  it('refuses a folder that another server holds', async () => {
    const place = newPlace();
    const first = await ServerProcess.start(place);
    const { code, said } = await refusedStart(place);
    await first.stop();
    expect(code).toBe(1);
    expect(said).toContain('events.sqlite');
    const again = await ServerProcess.start(place);
    expect((await again.stop()).code).toBe(0);
  });

  it('refuses an event log that isn’t one, and leaves it as it is', async () => {
    const place = newPlace();
    writeFileSync(join(place.dataDir, 'events.sqlite'), 'this is no database at all, but somebody’s notes');
    const { code } = await refusedStart(place);
    expect(code).toBe(1);
  });

  describe('in real use', () => {
    let place: Place;
    let server: ServerProcess;
    const signIn = (account: string) =>
      fetch(`${server.url}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ account, password: PASSWORD }),
      });

    beforeAll(async () => {
      place = newPlace();
      await setUp(place, [organ]);
      await withStores(place, ({ credentials }) =>
        credentials.set({ login: 'demo-login', account: someone.login, demonstration: true }, PASSWORD),
      );
      server = await ServerProcess.start(place);
    });
    afterAll(() => server.stop());

    it('lets an account in, and no account of the demonstration', async () => {
      expect((await signIn(someone.login)).status).toBe(201);
      expect((await signIn('demo-login')).status).toBe(401);
    });

    it('has no clock to move', async () => {
      const { token } = (await (await signIn(someone.login)).json()) as { token: string };
      const answer = await fetch(`${server.url}/api/v1/demonstration/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ day: '2030-01-01' }),
      });
      expect(answer.status).toBe(404);
    });

    it('is ready and alive, and says so to anybody', async () => {
      for (const probe of ['live', 'ready']) expect((await fetch(`${server.url}/health/${probe}`)).status).toBe(200);
    });

    it('hands its session out in a cookie that scripts can’t read and other sites don’t send', async () => {
      const cookie = (await signIn(someone.login)).headers.get('set-cookie') ?? '';
      expect(cookie).toMatch(/HttpOnly/i);
      expect(cookie).toMatch(/SameSite=Strict/i);
      const { status } = await fetch(`${server.url}/api/v1/session`, {
        headers: { cookie: cookie.split(';')[0] ?? '' },
      });
      expect(status).toBe(200);
    });
  });
});
