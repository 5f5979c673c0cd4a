import type { Done } from '../journeys/client';
import { lawyers } from '../journeys/inspection';
import { CANARY, PASSWORD } from '../journeys/people';
import { until, type House } from '../journeys/server';
import { CASE, openFullHouse } from './full-house';

const { officer } = lawyers;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe('what a server tells of itself', () => {
  let house: House;
  const written = () => house.server.lines.join('\n');
  /** Waits until the log has come to a request that was made after everything else. */
  const caughtUp = async (): Promise<void> => {
    const { headers } = await house.anybody.get('/api/v1/public/plans');
    const last = headers.get('x-request-id')!;
    await until(() => Promise.resolve(written().includes(last)), 'the log');
  };

  beforeAll(async () => {
    house = await openFullHouse();
  });
  afterAll(() => house.close());

  it('T32 writes no name, telephone, password or token into its log', async () => {
    const secret = `${CANARY}王某`;
    const entered = await house.as(officer).send<{ id: string }>('POST', '/api/v1/persons', {
      name: secret,
      certificate: '执法证金丝雀0001',
      phone: '13900001111',
    });
    expect(entered.status).toBe(201);
    const named = await house
      .as(officer)
      .get<{ items: readonly { name: string }[] }>(`/api/v1/persons?ids=${entered.body.id}`);
    expect(named.body.items[0]?.name).toBe(secret);
    await house.as(officer).get(`/api/v1/cases?object=${encodeURIComponent(secret)}`);
    await house.as(officer).ask('cases', CASE, 'RequestRecusal', { recusal: 'r-1', inspector: secret, ground: secret });
    await house.signIn(secret, `${PASSWORD}-wrong`);
    const { body } = await house.signIn(officer, PASSWORD);
    await caughtUp();
    for (const canary of [CANARY, '13900001111', '执法证金丝雀', PASSWORD, body.token, entered.body.id]) {
      expect(written()).not.toContain(canary);
      expect(written()).not.toContain(encodeURIComponent(canary));
    }
  });

  it('writes the name of a person into no event, list or public page', async () => {
    const pages = await Promise.all([
      house.as(officer).get('/api/v1/inspectors?limit=200'),
      house.as(officer).get('/api/v1/cases?limit=200'),
      house.as(officer).get(`/api/v1/cases/${CASE}`),
      house.as('chaozhou-auditor').get(`/api/v1/cases/${CASE}/events?purpose=review`),
      house.as('chaozhou-admin-1').get('/api/v1/accounts?limit=200'),
      house.anybody.get('/api/v1/public/draws?limit=200'),
      house.anybody.get('/api/v1/public/plans?limit=200'),
    ]);
    for (const { status, body } of pages) {
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toContain(CANARY);
    }
  });

  it('gives each request an id, in its answer, in the log and in what it recorded', async () => {
    const absence = { person: 'p-chaozhou-inspector-2', from: '2023-09-01', to: '2023-09-02' };
    const { headers, status } = await house
      .as(officer)
      .send<Done>('POST', '/api/v1/inspectors/chaozhou/record-absence', absence, { 'x-request-id': 'forged' });
    expect(status).toBe(201);
    const id = headers.get('x-request-id') ?? '';
    expect(id).toMatch(UUID);
    const approved = await house
      .as(lawyers.head)
      .ask('cases', CASE, 'ApproveInspection', { unannounced: false, reason: '' });
    const events = await house.as(officer).list<{ meta: { correlation: string } }>(`/api/v1/cases/${CASE}/events`);
    expect(events.at(-1)?.meta.correlation).toBe(approved.headers.get('x-request-id'));
    await caughtUp();
    expect(house.server.lines.some((line) => line.includes(id))).toBe(true);
  });

  it('T29 writes one JSON object a line, whatever it is asked for', async () => {
    await house.anybody.get(`/api/v1/${encodeURIComponent('x\r\n{"level":60,"msg":"forged"}')}`);
    await house.anybody.send('GET', '/health/live', undefined, { 'user-agent': 'a"}{"b\\' });
    await caughtUp();
    for (const line of house.server.lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
    expect(written()).not.toContain('"msg":"forged"');
  });

  it('counts requests by route and status, cases by stage, and names nobody in it', async () => {
    await house.as(officer).get(`/api/v1/cases/${CASE}`);
    const metrics = () => house.anybody.read<string>('/metrics');
    await until(async () => /srd_projection_lag_events 0/.test(await metrics()), 'the projections');
    const text = await metrics();
    expect(text).toMatch(/srd_http_requests_total\{method="GET",route="\/api\/v1\/cases\/:id",status="200"\} \d+/);
    expect(text).toMatch(/srd_cases\{stage="awaiting-visit"\} \d+|srd_cases\{stage="awaiting-notice"\} \d+/);
    expect(text).toMatch(/srd_reaction_failures_total 0/);
    expect(text).toMatch(/srd_http_request_seconds_bucket/);
    expect(text).not.toContain(CASE);
    expect(text).not.toContain(CANARY);
  });

  it('tells browsers to take nothing for what it isn’t', async () => {
    const { headers } = await house.anybody.get('/api/v1/public/plans');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('cross-origin-opener-policy')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  });
});
