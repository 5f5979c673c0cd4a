import { draw, freeze, publicDraw, sealAndOpen } from '../journeys/ceremony';
import type { CaseBody } from '../journeys/bodies';
import type { Done, Problem } from '../journeys/client';
import { lawyers } from '../journeys/inspection';
import { PASSWORD } from '../journeys/people';
import { withStores, anotherNode } from '../journeys/place';
import { PLAN, task } from '../journeys/preparation';
import { institutionsOf } from '../journeys/seeds';
import { until, type House } from '../journeys/server';
import { CLOCK, twoNodes } from './two-nodes';

const CEREMONY = { officer: lawyers.officer, plan: PLAN, series: task(4) };

describe('the server on duty is killed between commitment and reveal', () => {
  let house: House;
  let dispose: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    ({ house, dispose } = await twoNodes());
  });
  afterAll(() => dispose?.());

  it('and the other reveals what was committed to, opens each case once, and tells those who looked on each event once', async () => {
    await freeze(house, CEREMONY);
    await sealAndOpen(house, CEREMONY);
    const { commitment } = await publicDraw(house, task(4));
    const bearer = await bearerOf(house);
    const command = ['POST', `/api/v1/rosters/chaozhou.law-firm/register-institution`] as const;
    const [entry] = institutionsOf('law-firm', 1, 6);
    const once = { ...bearer, 'idempotency-key': 'before-the-loss' };
    const body = { ...entry, occurredOn: '2023-07-10' };
    const first = await house.anybody.send<Done>(...command, body, once);
    expect(first).toMatchObject({ status: 201, body: { repeated: false } });
    const looking = await onlooker(house.node(0).url, bearer);
    const seen = await until(() => Promise.resolve(looking.ids.at(-1)), 'a place');

    await house.lose(0);
    await house.as(lawyers.officer).give('selections', task(4), 'Reveal');
    const revealed = await publicDraw(house, task(4));
    expect(revealed.commitment).toEqual(commitment);
    // What was acknowledged by the one that died is known by its key.
    const repeated = await house.anybody.send<Done>(...command, body, once);
    expect(repeated.body).toMatchObject({ repeated: true, revision: first.body.revision });
    // What follows is the other's once the duty is.
    const ids = [1, 2, 3, 4, 5].map((number) => `${task(4)}-${number}`);
    await until(
      async () => {
        const cases = await Promise.all(
          ids.map((id) => house.as(lawyers.officer).get<CaseBody>(`/api/v1/cases/${id}`)),
        );
        return cases.every(({ status, body: found }) => status === 200 && found.stage.code === 'awaiting-team');
      },
      'five cases',
      60_000,
    );
    const events = await withStores(anotherNode(house.place, 3, CLOCK), ({ log }) => log.readAll());
    const opened = events.filter(({ event }) => event.type === 'CaseOpened').map(({ event }) => event.stream);
    expect(opened.toSorted()).toEqual(ids.map((id) => `case-${id}`));
    // Nothing that followed stands twice.
    const followed = events.filter(
      ({ event }) => event.actor.startsWith('system:') && event.stream.startsWith('case-'),
    );
    const facts = followed.map(({ event: { stream, type, data } }) => JSON.stringify([stream, type, data]));
    expect(new Set(facts).size).toBe(facts.length);
    const later = events.filter(({ position, event }) => position > seen && event.stream.startsWith('case-'));
    const resumed = await onlooker(house.node(0).url, { ...bearer, 'last-event-id': String(seen) });
    await until(() => Promise.resolve((resumed.ids.at(-1) ?? 0) >= (later.at(-1)?.position ?? 0)), 'what was missed');
    const told = resumed.ids.slice(1);
    expect(told).toEqual([...new Set(told)].toSorted((a, b) => a - b));
    expect(told).toEqual(expect.arrayContaining(later.map(({ position }) => position)));
    looking.cut();
    resumed.cut();
  });

  it('and the other says so where it doesn’t show a position yet', async () => {
    const asked = { ...(await bearerOf(house)), 'srd-after': '999999' };
    const { status, body } = await house.anybody.send<Problem>('GET', '/api/v1/institutions?limit=1', undefined, asked);
    expect({ status, code: body.code }).toMatchObject({ status: 503 });
  });

  it('and the next draw is whole', async () => {
    await draw(house, { ...CEREMONY, series: `${task(4)}:team` });
  });
});

async function bearerOf(house: House): Promise<{ readonly authorization: string }> {
  const { body } = await house.signIn(lawyers.officer, PASSWORD);
  return { authorization: `Bearer ${body.token}` };
}

/** Somebody's live stream at one server: the positions that it was told, the one of its beginning first. */
async function onlooker(url: string, headers: Readonly<Record<string, string>>) {
  const abort = new AbortController();
  const answer = await fetch(`${url}/api/v1/live`, { headers, signal: abort.signal });
  expect(answer.status).toBe(200);
  const ids: number[] = [];
  let text = '';
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder();
    for await (const chunk of answer.body as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true });
      const lines = text.split('\n');
      text = lines.pop() as string;
      for (const line of lines) if (line.startsWith('id: ')) ids.push(Number(line.slice(4)));
    }
  };
  void read().catch(() => undefined);
  return { ids, cut: () => abort.abort() };
}
