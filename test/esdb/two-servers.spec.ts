import type { CaseBody } from '../journeys/bodies';
import { draw } from '../journeys/ceremony';
import { Client, type Done } from '../journeys/client';
import {
  approve,
  approveAndNotify,
  caseAt,
  caseOf,
  lawyers,
  nothingFound,
  publish,
  record,
  visit,
} from '../journeys/inspection';
import { CANARY, PASSWORD } from '../journeys/people';
import { PLAN, task } from '../journeys/preparation';
import { institutionsOf } from '../journeys/seeds';
import { until, type House } from '../journeys/server';
import { twoNodes } from './two-nodes';

const [first, second] = [1, 2].map((number) => `${task(4)}-${number}`) as [string, string];

/** Browsers that all ask one server. */
function at(house: House, index: number): Client {
  const { url } = house.node(index);
  return new Client(() => url, new Map());
}

describe('two servers in front of one EventStoreDB, asked in turn', () => {
  let house: House;
  let dispose: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    ({ house, dispose } = await twoNodes());
  });
  afterAll(() => dispose?.());

  it('carry a case from the draw to its publication, whichever server is asked, and open each case once', async () => {
    await draw(house, { officer: lawyers.officer, plan: PLAN, series: task(4) });
    await caseAt(house, `${task(4)}-5`, 'awaiting-team');
    await draw(house, { officer: lawyers.officer, plan: PLAN, series: `${task(4)}:team` });
    await caseAt(house, first, 'awaiting-notice');
    await approveAndNotify(house, lawyers, first, '2023-07-10');
    await house.on('2023-07-18');
    await visit(house, lawyers, first, '2023-07-18');
    await record(house, lawyers, first, '2023-07-18', nothingFound);
    await approve(house, lawyers, first);
    await publish(house, lawyers, first);
    await caseAt(house, first, 'closed');
    expect(await house.as(lawyers.officer).list('/api/v1/cases')).toHaveLength(5);
  });

  it('show each other’s writing at once', async () => {
    const bearer = await bearerOf(house, lawyers.officer);
    for (const [n, institution] of institutionsOf('law-firm', 20, 8).entries()) {
      const [writer, reader] = n % 2 ? [at(house, 0), at(house, 1)] : [at(house, 1), at(house, 0)];
      const path = '/api/v1/rosters/chaozhou.law-firm/register-institution';
      const written = await writer.send<Done>('POST', path, { ...institution, occurredOn: '2023-07-18' }, bearer);
      expect(written.status).toBe(201);
      const after = { ...bearer, 'srd-after': String(written.body.position) };
      const found = await reader.send<{ items: readonly { institution: string }[] }>(
        'GET',
        `/api/v1/institutions?sector=law-firm&limit=200`,
        undefined,
        after,
      );
      expect(found.body.items.map((row) => row.institution)).toContain(institution.institution);
    }
  });

  it('let one of two commands through that are given to both at once on what both saw', async () => {
    const bearer = await bearerOf(house, lawyers.officer);
    const [entry, other] = institutionsOf('law-firm', 2, 7);
    for (const data of [entry, other]) {
      const body = { ...data, occurredOn: '2023-07-18' };
      const path = '/api/v1/rosters/chaozhou.law-firm/register-institution';
      const asked = [0, 1].map((index) =>
        at(house, index).send<Done>('POST', path, body, { ...bearer, 'idempotency-key': `once-${data?.institution}` }),
      );
      const answers = await Promise.all(asked);
      expect(answers.map(({ status }) => status)).toEqual([201, 201]);
      expect(answers.filter(({ body: { repeated } }) => repeated)).toHaveLength(1);
    }
  });

  it('know a session that began at one, and forget it together when it ends or the password changes', async () => {
    const { body } = await house.signIn('chaozhou-auditor', PASSWORD);
    const bearer = { authorization: `Bearer ${body.token}` };
    const statuses = (headers: Readonly<Record<string, string>>): Promise<readonly number[]> =>
      Promise.all(
        [0, 1].map(async (index) => (await at(house, index).send('GET', '/api/v1/session', undefined, headers)).status),
      );
    expect(await statuses(bearer)).toEqual([200, 200]);
    expect((await at(house, 1).send('DELETE', '/api/v1/session', undefined, bearer)).status).toBe(204);
    expect(await statuses(bearer)).toEqual([401, 401]);

    const later = await bearerOf(house, 'chaozhou-auditor');
    const given = { login: 'chaozhou-auditor', password: 'Lian-Huan-Suo-2023' };
    const admin = await bearerOf(house, 'chaozhou-admin-1');
    const issued = await at(house, 0).send('POST', '/api/v1/accounts/chaozhou-auditor/credential', given, admin);
    expect(issued.status).toBe(204);
    expect(await statuses(later)).toEqual([401, 401]);
    expect((await house.signIn('chaozhou-auditor', PASSWORD)).status).toBe(401);
    expect((await house.signIn('chaozhou-auditor', given.password)).status).toBe(201);
    expect((await house.signIn('chaozhou-auditor', given.password)).status).toBe(201);
  });

  it('name persons alike, and hand out a file whichever was sent it', async () => {
    const bearer = await bearerOf(house, lawyers.officer);
    const read = <B>(index: number, path: string): Promise<B> =>
      at(house, index)
        .send<B>('GET', `/api/v1/cases/${first}${path}`, undefined, bearer)
        .then(({ body }) => body);
    const cases = await Promise.all([0, 1].map((index) => read<CaseBody>(index, '')));
    expect(cases[0]).toEqual(cases[1]);
    const named = await Promise.all(
      [0, 1].map((index) => at(house, index).send('GET', '/api/v1/desk', undefined, bearer)),
    );
    expect(JSON.stringify(named[0]?.body)).toContain(CANARY);
    expect(named[0]?.body).toEqual(named[1]?.body);
    const { items } = await read<{ items: readonly { sha256: string }[] }>(0, '/attachments');
    expect(items.length).toBeGreaterThan(0);
    for (const { sha256 } of items) {
      const path = `/api/v1/cases/${first}/attachments/${sha256}`;
      const contents = await Promise.all(
        [0, 1].map((index) =>
          house
            .as(lawyers.officer)
            .download(path)
            .then((answer) => ({ index, answer })),
        ),
      );
      expect(contents.map(({ answer }) => answer.status)).toEqual([200, 200]);
    }
  });

  it('have one line of checkpoints, signed by one of them', async () => {
    const notes = await until(async () => {
      const both = await Promise.all(
        [0, 1].map((index) => at(house, index).read<string>('/api/v1/public/log/checkpoint')),
      );
      return both[0] === both[1] && both;
    }, 'the same checkpoint');
    expect(notes[0]).toContain('\u2014 srd/');
  });

  it('go on when the one on duty dies: the other signs, reacts, and lets people in', async () => {
    const before = Number((await at(house, 1).read<string>('/api/v1/public/log/checkpoint')).split('\n')[1]);
    await house.lose(0);
    expect((await house.signIn(lawyers.officer, PASSWORD)).status).toBe(201);
    await approveAndNotify(house, lawyers, second, '2023-07-18');
    const size = await until(
      async () => {
        const now = Number((await at(house, 0).read<string>('/api/v1/public/log/checkpoint')).split('\n')[1]);
        return now > before && now;
      },
      'a checkpoint of the other',
      40_000,
    );
    expect(size).toBeGreaterThan(before);
    await house.on('2023-07-19');
    await visit(house, lawyers, second, '2023-07-19');
    expect((await caseOf(house, second)).stage.code).toBe('inspecting');
  });
});

async function bearerOf(house: House, login: string): Promise<{ readonly authorization: string }> {
  const { status, body } = await house.signIn(login, PASSWORD);
  expect(status).toBe(201);
  return { authorization: `Bearer ${body.token}` };
}
