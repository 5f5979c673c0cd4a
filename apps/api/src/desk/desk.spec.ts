import { PASSWORD, Served } from '../commands/served.fixture';

describe('what a page starts with', () => {
  let served: Served;
  beforeAll(async () => {
    served = await Served.start();
    await served.found('chaozhou');
    await served.open('officer', 'chaozhou', 'section-officer', 'lawyer-administration');
  });
  afterAll(() => served.stop());

  it('whoever isn’t signed in learns just that, and it is no error', async () => {
    const body = { mode: 'demo', movesClock: false, me: null };
    expect(await served.get(null, 'desk')).toMatchObject({ status: 200, body });
  });

  it('only who may move the demonstration’s clock is told so, and only in the demonstration', async () => {
    const real = await Served.start('serve');
    await real.found('chaozhou');
    const told: unknown[] = [];
    for (const [house, account, role] of [
      [served, 'officer', undefined],
      [served, 'leading', 'leader'],
      [real, 'leading', 'leader'],
    ] as const) {
      if (role !== undefined) await house.open(account, 'chaozhou', role);
      await house.settled();
      told.push((await house.get(account, 'desk')).body['movesClock']);
    }
    expect(told).toEqual([false, true, false]);
    await real.stop();
  });

  it('who is signed in: organ, roles and sections by their names', async () => {
    await served.settled();
    const { body } = await served.get('officer', 'desk');
    expect(body['me']).toMatchObject({
      account: 'officer',
      organ: { id: 'chaozhou', level: 'municipal' },
      roles: [{ role: 'section-officer', label: '科室经办', sectionName: '律师工作管理科' }],
    });
  });

  it('the desk’s addresses answer with the page that starts it, and no others', async () => {
    const page = (url: string) => served.server.app.inject({ method: 'GET', url });
    for (const url of ['/', '/sign-in', '/desk', '/desk/cases/x-1', '/witness/x'])
      expect([200, 503]).toContain((await page(url)).statusCode);
    expect((await page('/elsewhere')).statusCode).toBe(404);
    expect((await page('/assets/none.js')).statusCode).toBe(404);
  });
});

describe('own sessions', () => {
  let served: Served;
  beforeAll(async () => {
    served = await Served.start();
    await served.found('chaozhou');
    await served.open('officer', 'chaozhou', 'section-officer', 'lawyer-administration');
    await served.open('other', 'chaozhou', 'section-officer', 'lawyer-administration');
  });
  afterAll(() => served.stop());
  const end = (as: string, id: string) =>
    served.server.app.inject({
      method: 'DELETE',
      url: `/api/v1/session/all/${id}`,
      headers: { authorization: `Bearer ${as}` },
    });

  it('are listed without what opens them, and one that is open elsewhere can be ended', async () => {
    const token = String(
      (await served.post(null, 'session', { account: 'officer', password: PASSWORD })).body['token'],
    );
    const { body } = await served.get(token, 'session/all');
    const items = body['items'] as { id: string; current: boolean }[];
    expect(items.map(({ current }) => current)).toEqual(expect.arrayContaining([false, true]));
    expect(items).toHaveLength(2);
    expect(JSON.stringify(items)).not.toContain(token);
    expect((await served.get('officer', 'session')).status).toBe(200);
    expect((await end(token, items.find(({ current }) => !current)!.id)).statusCode).toBe(204);
    expect((await served.get('officer', 'session')).status).toBe(401);
    expect((await served.get(token, 'session')).status).toBe(200);
  });

  it('another account’s can be neither seen nor ended', async () => {
    const token = String(
      (await served.post(null, 'session', { account: 'officer', password: PASSWORD })).body['token'],
    );
    const { items } = (await served.get('other', 'session/all')).body as unknown as { items: { id: string }[] };
    expect(items).toHaveLength(1);
    expect((await end(token, items[0]!.id)).statusCode).toBe(404);
    expect((await served.get('other', 'session')).status).toBe(200);
  });
});

describe('the demonstration’s home page', () => {
  it('signs in without password, but only accounts of the demonstration and only there', async () => {
    const [demo, real] = [await Served.start('demo'), await Served.start('serve')];
    for (const served of [demo, real]) {
      await served.found('chaozhou');
      await served.open('officer', 'chaozhou', 'section-officer', 'lawyer-administration');
    }
    expect((await demo.post(null, 'demonstration/session', { account: 'officer' })).status).toBe(201);
    expect((await demo.post(null, 'demonstration/session', { account: 'nobody' })).status).toBe(404);
    expect((await real.post(null, 'demonstration/session', { account: 'officer' })).status).toBe(404);
    await demo.stores.credentials.set({ login: 'own', account: 'own', demonstration: false }, PASSWORD);
    expect((await demo.post(null, 'demonstration/session', { account: 'own' })).status).toBe(404);
    await demo.stop();
    await real.stop();
  });

  it('checks the log for real: a row that was changed behind its back is found', async () => {
    const served = await Served.start('demo');
    await served.found('chaozhou');
    await served.settled();
    expect((await served.post(null, 'demonstration/check')).body).toMatchObject({ ok: true, findings: [] });
    const { views } = served.stores;
    const { row, organ } = views.get('organs', 'chaozhou')!;
    const changed = { organ, columns: { name: '别的名称' }, row: { ...(row as object), name: '别的名称' } };
    views.apply('organs', new Map([['chaozhou', changed]]), views.checkpoint('organs')!);
    await served.open('officer', 'chaozhou', 'section-officer', 'lawyer-administration');
    const { body } = await served.post(null, 'demonstration/check');
    expect(body).toMatchObject({ ok: false });
    expect(String(body['findings'])).toContain('organs');
    await served.stop();
  });
});
