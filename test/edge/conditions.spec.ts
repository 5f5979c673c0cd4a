import { shown } from '@srd/kernel';
import type { Answer, Done, Page, Problem } from '../journeys/client';
import { lawyers } from '../journeys/inspection';
import { PLAN, task } from '../journeys/preparation';
import { institutionsOf } from '../journeys/seeds';
import type { House } from '../journeys/server';
import { CASE, countEvents, openFullHouse, SERIES } from './full-house';

const { officer } = lawyers;

describe('what a request must bring', () => {
  let house: House;
  const entry = (series: number) => ({ ...institutionsOf('law-firm', 1, series)[0], occurredOn: '2023-07-10' });
  const register = (data: object, headers: Readonly<Record<string, string>> = {}) =>
    house
      .as(officer)
      .send<Done & Problem>('POST', '/api/v1/rosters/chaozhou.law-firm/register-institution', data, headers);

  beforeAll(async () => {
    house = await openFullHouse();
  });
  afterAll(() => house.close());

  describe('If-Match', () => {
    const path = `/api/v1/cases/${CASE}/approve-inspection`;
    const approval = { unannounced: false, reason: '' };
    const ask = (headers: Readonly<Record<string, string>>) =>
      house.as(lawyers.head).send<Done & Problem>('POST', path, approval, headers);

    it('R104 is asked for, and forms are checked, only of who may give the command at all', async () => {
      const asked = (body: object) => house.as(lawyers.officer).send<Problem>('POST', path, body);
      expect([(await asked({})).body.code, (await asked({ nonsense: 1 })).body.code]).toEqual([
        'ROLE_MISSING',
        'ROLE_MISSING',
      ]);
    });

    it('is missed: 428', async () => {
      const { status, body } = await ask({});
      expect([status, body.code]).toEqual([428, 'IF_MATCH_REQUIRED']);
    });

    it.each(['17', '"x"', 'W/"2"', '*', '"-1"', '"2", "3"', '"1.0"'])('is badly written (%s): 400', async (header) => {
      expect((await ask({ 'if-match': header })).status).toBe(400);
    });

    it('trap 14 T27 is stale: 412 with what changed since, by whom and when', async () => {
      const before = await countEvents(house);
      const { status, body } = await ask({ 'if-match': '"0"' });
      expect([status, body.code]).toEqual([412, 'STALE']);
      expect(body.data).toMatchObject({ expected: 0, actual: 2 });
      expect(body.data?.['since']).toEqual([
        { revision: 1, type: 'ObjectDrawn', at: expect.any(String) as string, actor: 'system:draw' },
        { revision: 2, type: 'TeamDrawn', at: expect.any(String) as string, actor: 'system:draw' },
      ]);
      expect(await countEvents(house)).toBe(before);
    });

    it('names a version that nobody can have seen: 412 that says so', async () => {
      const { status, body } = await ask({ 'if-match': '"99"' });
      expect([status, body.code, body.title]).toEqual([412, 'STALE', '没有这一版本']);
      expect(body.detail).toContain('"99" 不存在（现为 "2"，即第 3 版）');
    });

    it('lets one of two go ahead who saw the same', async () => {
      const answers = await Promise.all([ask({ 'if-match': '"2"' }), ask({ 'if-match': '"2"' })]);
      expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 412]);
    });
  });

  describe('Idempotency-Key', () => {
    it('R62 trap 4: ten at once make one event and get ten equal answers', async () => {
      const before = await countEvents(house);
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => register(entry(2), { 'idempotency-key': 'ten-at-once' })),
      );
      expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
      expect(await countEvents(house)).toBe(before + 1);
      const told = new Set(answers.map(({ body: { id, revision } }) => JSON.stringify({ id, revision })));
      expect(told.size).toBe(1);
      expect(answers.filter(({ body }) => !body.repeated)).toHaveLength(1);
    });

    it('is answered the same after a restart', async () => {
      await house.restart();
      const before = await countEvents(house);
      const { status, body } = await register(entry(2), { 'idempotency-key': 'ten-at-once' });
      expect([status, body.repeated]).toEqual([201, true]);
      expect(await countEvents(house)).toBe(before);
    });

    it('refuses another content under the same key: 422', async () => {
      const { status, body } = await register(entry(3), { 'idempotency-key': 'ten-at-once' });
      expect([status, body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    });

    it('belongs to the person who used it', async () => {
      const absence = { person: 'p-chaozhou-inspector-1', from: '2023-08-01', to: '2023-08-02' };
      const ask = (login: string, data: object) =>
        house
          .as(login)
          .send<Done>('POST', '/api/v1/inspectors/chaozhou/record-absence', data, { 'idempotency-key': 'mine' });
      const one = await ask(officer, absence);
      const other = await ask('chaozhou-supervision', { ...absence, from: '2023-08-05', to: '2023-08-06' });
      expect([one.status, other.status]).toEqual([201, 201]);
      expect(other.body.repeated).toBe(false);
    });

    it.each(['', ' ', 'with space', 'ü'.repeat(3), 'x'.repeat(129)])('is badly written (%j): 400', async (key) => {
      const answer = await register(entry(4), { 'idempotency-key': encodeURI(key) === key ? key : 'not ascii' });
      expect(answer.status).toBe(400);
    });
  });

  describe('paging', () => {
    const lists: readonly (readonly [path: string, login: string])[] = [
      ['/api/v1/organs', officer],
      ['/api/v1/institutions', officer],
      ['/api/v1/inspectors', officer],
      ['/api/v1/standings', officer],
      ['/api/v1/accounts', 'chaozhou-admin-1'],
      ['/api/v1/plans', officer],
      ['/api/v1/draws', officer],
      ['/api/v1/cases', officer],
      [`/api/v1/cases/${CASE}/events`, officer],
      ['/api/v1/public/plans', ''],
      ['/api/v1/public/draws', ''],
      ['/api/v1/public/results', ''],
    ];
    const reader = (login: string) => (login === '' ? house.anybody : house.as(login));

    it.each(lists)('walks %s by two and finds what a whole page shows', async (path, login) => {
      const whole = await reader(login).read<Page<unknown>>(`${path}?limit=200`);
      expect(whole.next).toBeNull();
      const walked: unknown[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const at: string = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
        const page: Page<unknown> = await reader(login).read(`${path}?limit=2${at}`);
        expect(page.items.length).toBeLessThanOrEqual(2);
        walked.push(...page.items);
        cursor = page.next;
      }
      expect(walked).toEqual(whole.items);
    });

    it.each(lists)('refuses what isn’t a page of %s', async (path, login) => {
      for (const query of [
        'limit=201',
        'limit=0',
        'limit=-1',
        'limit=1.5',
        'limit=x',
        'surprise=1',
        'limit=1&limit=2',
      ]) {
        expect([query, (await reader(login).get(`${path}?${query}`)).status]).toEqual([query, 422]);
      }
      const { body } = await reader(login).get<Problem>(`${path}?limit=x&surprise=1`);
      expect(body.errors?.map(({ pointer, given }) => [pointer, given]).sort()).toEqual([
        ['/limit', 'x'],
        ['/surprise', '1'],
      ]);
      expect(body.detail).toMatch(/\/limit）?所给为“x”，应为整数/);
      const foreign = Buffer.from(JSON.stringify(['elsewhere', 1, 'x', 'y'])).toString('base64url');
      for (const cursor of ['nonsense', foreign, '%00', '-1']) {
        const refused = await reader(login).get<Problem>(`${path}?cursor=${cursor}`);
        expect([400, 422]).toContain(refused.status);
        expect(refused.body.detail).toContain(shown(decodeURIComponent(cursor)));
      }
    });

    it('shows nothing twice and leaves nothing out while rows are added before and behind', async () => {
      const at = (cursor?: string | null) => (cursor == null ? '' : `&cursor=${encodeURIComponent(cursor)}`);
      const before = await house.as(officer).list<{ institution: string }>('/api/v1/institutions?sector=law-firm');
      const seen: string[] = [];
      let cursor: string | null | undefined;
      for (let step = 0; cursor !== null; step++) {
        const path = `/api/v1/institutions?sector=law-firm&limit=3${at(cursor)}`;
        const page: Page<{ institution: string }> = await house.as(officer).read(path);
        seen.push(...page.items.map(({ institution }) => institution));
        cursor = page.next;
        const [one] = institutionsOf('law-firm', 1, 20 + step);
        const id = `${step % 2 === 0 ? 'aa' : 'zz'}-${step}`;
        if (step < 4) expect((await register({ ...one, institution: id, occurredOn: '2023-07-10' })).status).toBe(201);
      }
      expect(new Set(seen).size).toBe(seen.length);
      for (const { institution } of before) expect(seen).toContain(institution);
      expect(seen).toContain('zz-1');
    });

    it('shows with Srd-After what a command has just answered', async () => {
      const done = await register(entry(30));
      const { items } = await house
        .as(officer)
        .send<Page<{ institution: string }>>('GET', '/api/v1/institutions?limit=200', undefined, {
          'srd-after': String(done.body.position),
        })
        .then(({ body }) => body);
      expect(items.map(({ institution }) => institution)).toContain(done.status === 201 ? 'lf-30-01' : '');
      const bad = await house.as(officer).send('GET', '/api/v1/institutions', undefined, { 'srd-after': 'soon' });
      expect(bad.status).toBe(400);
    });
  });

  describe('the body', () => {
    const raw = (body: string, type = 'application/json'): Promise<Answer<Problem>> =>
      house
        .as(officer)
        .send('POST', '/api/v1/rosters/chaozhou.law-firm/register-institution', body, { 'content-type': type });
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

    it('is larger than a mebibyte: 413', async () => {
      const { status, body } = await raw(JSON.stringify({ ...entry(40), padding: 'x'.repeat(1_048_576) }));
      expect([status, body.code]).toEqual([413, 'TOO_LARGE']);
    });

    it.each([
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/xml',
      'text/json',
    ])('is %s: 415', async (type) => {
      expect((await raw(JSON.stringify(entry(41)), type)).status).toBe(415);
    });

    it.each([
      ['cut off', '{"institution":'],
      ['two values', '{} {}'],
      ['a comment', '{"a":1/*x*/}'],
      ['single quotes', "{'a':1}"],
      ['a trailing comma', '{"a":1,}'],
      ['NaN', '{"a":NaN}'],
      ['a doubled member', '{"institution":"a","institution":"b"}'],
      ['a doubled member inside', '{"particulars":{"name":"a","name":"b"}}'],
      ['__proto__', '{"__proto__":{"polluted":1}}'],
      ['__proto__ inside', '{"particulars":{"__proto__":{"polluted":1}}}'],
      ['a fraction', '{"particulars":{"practising":1.5}}'],
      ['a number too large', '{"particulars":{"practising":9007199254740993}}'],
      ['a lone surrogate', '{"institution":"\\ud800"}'],
      ['too deep', nested(100_000)],
    ])('is malformed (%s): 400', async (_, text) => {
      const { status, body } = await raw(text);
      expect([status, body.code]).toEqual([400, 'MALFORMED']);
    });

    it('is not UTF-8: 400', async () => {
      const token = (await house.as(officer).session()) ?? '';
      const { status } = await fetch(`${house.url}/api/v1/rosters/chaozhou.law-firm/register-institution`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: Buffer.concat([Buffer.from('{"institution":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]),
      });
      expect(status).toBe(400);
    });

    it.each(['[]', '"text"', '7', 'null', 'true', nested(150)])(
      'is JSON of another shape (%.20s): 422',
      async (text) => {
        expect((await raw(text)).status).toBe(422);
      },
    );

    it('names every field that is wrong, by its pointer', async () => {
      const { body } = await raw(JSON.stringify({ ...entry(42), institution: '!', occurredOn: '2023-02-30', more: 1 }));
      expect(body.errors?.map(({ pointer }) => pointer).sort()).toEqual(['/institution', '/more', '/occurredOn']);
      expect(body.detail).toContain('发生日期（/occurredOn）应为存在的日期，如 2024-06-30');
      expect((await raw(JSON.stringify({}))).body.detail).toMatch(/（\/institution）必须填写/);
      expect(body.errors).toContainEqual(expect.objectContaining({ pointer: '/occurredOn', name: '发生日期' }));
    });

    it('T29 holds characters that no text may hold: 422', async () => {
      for (const text of ['a\u0000b', 'a\u202eb', 'a\u2066b', 'a\u001bb']) {
        const particulars = { ...entry(43).particulars, name: text };
        const { status } = await register({ ...entry(43), particulars });
        expect(status).toBe(422);
      }
    });

    it('leaves Object.prototype alone', async () => {
      await raw('{"constructor":{"prototype":{"polluted":1}}}');
      const { status } = await register(entry(44));
      expect(status).toBe(201);
      const { body } = await house.as(officer).get<Record<string, unknown>>('/api/v1/session');
      expect(body['polluted']).toBeUndefined();
    });
  });

  it('answers every refusal as problem+json with code, Chinese title and basis, and no trace of the inside', async () => {
    const answers = [
      await house.anybody.get<Problem>('/api/v1/cases'),
      await house.anybody.get<Problem>('/nowhere'),
      await house.as(officer).get<Problem>('/api/v1/cases/nowhere'),
      await house.as(officer).ask('plans', PLAN, 'ReleasePlan'),
      await house.as(officer).ask('selections', SERIES, 'Reveal'),
      await register({}),
    ];
    for (const { headers, body, status } of answers) {
      expect(headers.get('content-type')).toContain('application/problem+json');
      expect(body.status).toBe(status);
      expect(body.code).toMatch(/^[A-Z][A-Z_]+$/);
      expect(body.title).toMatch(/[一-鿿]/);
      expect(JSON.stringify(body)).not.toMatch(/\.ts|node_modules|at [A-Z]\w+\./);
    }
  });

  it('R60 R64 freezes no team draw before every drawn object has reached its case', async () => {
    const ceremony = { plan: PLAN, contributors: [{ role: '行业协会代表' }] };
    const { requestHash } = await house.anybody.read<{ requestHash: string }>(`/api/v1/public/draws/${task(3)}.1`);
    expect(requestHash).toMatch(/^[0-9a-f]{64}$/);
    const answer = await house.as(officer).ask('selections', `${task(3)}:team`, 'FreezeTeamDraw', ceremony);
    expect([answer.status, answer.body.code]).toEqual([409, 'NO_CASE_WAITS']);
  });
});
