import { Served } from '../commands/served.fixture';

const MINUTE = 60_000;
/** What a page sends with what it reads by itself. */
const alone = { 'srd-background': '1' };

describe('a session ends when nobody has used it for half an hour', () => {
  let served: Served;
  let shift = 0;
  const real = Date.now.bind(Date);

  beforeAll(async () => {
    // The machine's clock, which sessions go by.
    jest.spyOn(Date, 'now').mockImplementation(() => real() + shift);
    served = await Served.start('demo');
    await served.found('chaozhou');
    await served.open('officer', 'chaozhou', 'section-officer', 'lawyer-administration');
    await served.settled();
    await served.server.app.listen(0, '127.0.0.1');
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await served.stop();
  });

  const signIn = (): Promise<string> =>
    served.stores.credentials.start({ login: 'officer', account: 'officer', demonstration: true });
  const asked = async (token: string, path: string, headers: Record<string, string> = {}) => {
    const authorization = `Bearer ${token}`;
    const answer = await fetch(`${await served.server.app.getUrl()}/api/v1/${path}`, {
      headers: { ...headers, authorization },
    });
    const body = await answer.json();
    return { status: answer.status, body: body as { me?: object | null } };
  };

  it('what a page asks by itself, the clock or a list, doesn’t put its end off', async () => {
    const token = await signIn();
    for (let time = 0; time < 6; time++) {
      expect((await asked(token, 'session', alone)).status).toBe(200);
      expect((await asked(token, 'desk', alone)).body.me).not.toBeNull();
      shift += 5 * MINUTE;
    }
    shift += MINUTE;
    expect((await asked(token, 'desk', alone)).body.me).toBeNull();
    expect((await asked(token, 'session', alone)).status).toBe(401);
    expect((await asked(token, 'session')).status).toBe(401);
  });

  it('nor does listening to the live stream', async () => {
    const token = await signIn();
    shift += 20 * MINUTE;
    const abort = new AbortController();
    const headers = { authorization: `Bearer ${token}` };
    const stream = await fetch(`${await served.server.app.getUrl()}/api/v1/live`, { headers, signal: abort.signal });
    expect(stream.status).toBe(200);
    shift += 11 * MINUTE;
    expect((await asked(token, 'session')).status).toBe(401);
    abort.abort();
  });

  it('what a person asks does, and so does a command, whatever it says of itself', async () => {
    const token = await signIn();
    for (let time = 0; time < 4; time++) {
      shift += 20 * MINUTE;
      expect((await asked(token, time % 2 === 0 ? 'session' : 'desk')).status).toBe(200);
    }
    shift += 20 * MINUTE;
    const command = { method: 'POST', headers: { ...alone, authorization: `Bearer ${token}` } };
    expect((await fetch(`${await served.server.app.getUrl()}/api/v1/demonstration/clock`, command)).status).toBe(422);
    shift += 20 * MINUTE;
    expect((await asked(token, 'session')).status).toBe(200);
  });
});
