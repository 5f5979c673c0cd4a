import { PASSWORD, Served } from '../commands/served.fixture';

/** Documentation addresses (RFC 5737): the proxy's own, and people's behind it. */
const PROXY = '192.0.2.2';
const [FIRST, SECOND] = ['198.51.100.7', '198.51.100.8'];

describe('a server behind a reverse proxy', () => {
  let served: Served;

  beforeAll(async () => {
    served = await Served.start('demo', { SRD_TRUSTED_PROXIES: PROXY, SRD_REQUESTS_PER_MINUTE: '3' });
    await served.found('chaozhou');
    await served.open('officer', 'chaozhou', 'section-officer', 'lawyer-administration');
    await served.settled();
  });
  afterAll(() => served.stop());

  const asked = async (from: string, remoteAddress: string): Promise<number> => {
    const headers = { 'x-forwarded-for': from };
    const { statusCode } = await served.server.app.inject({ url: '/api/v1/session', remoteAddress, headers });
    return statusCode;
  };
  const cookieOf = async (remoteAddress: string): Promise<string> => {
    const { headers } = await served.server.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      remoteAddress,
      headers: { 'x-forwarded-proto': 'https' },
      payload: { account: 'officer', password: PASSWORD },
    });
    return String(headers['set-cookie']);
  };

  it('counts the requests of each address that its proxy reports', async () => {
    for (let request = 1; request <= 3; request++) expect(await asked(FIRST, PROXY)).toBe(401);
    expect(await asked(FIRST, PROXY)).toBe(429);
    expect(await asked(SECOND, PROXY)).toBe(401);
  });

  it('takes nobody else’s word for whom they ask', async () => {
    const stranger = '203.0.113.9';
    for (let request = 1; request <= 3; request++) expect(await asked(`198.51.100.${request}`, stranger)).toBe(401);
    expect(await asked('198.51.100.99', stranger)).toBe(429);
  });

  it('gives a cookie that is never sent without HTTPS where the proxy speaks it, and only then', async () => {
    expect(await cookieOf(PROXY)).toMatch(/^srd_session=.*; HttpOnly; Secure; SameSite=Strict/);
    expect(await cookieOf('203.0.113.10')).not.toContain('Secure');
  });
});
