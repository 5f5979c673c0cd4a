import { CommandRunner, systemChance, systemClock } from '@srd/runtime';
import { account } from '@srd/domain/account';
import { anEvent } from '../contracts/an-event';
import { lawyers } from '../journeys/inspection';
import { prepare } from '../journeys/preparation';
import { chaozhou, fagaiju, institutionsOf } from '../journeys/seeds';
import { House } from '../journeys/server';
import { EventStoreDouble } from './double';
import { Nodes } from './nodes';

jest.setTimeout(240_000);

describe('where the log ends is asked of the leader', () => {
  let server: EventStoreDouble;

  beforeEach(async () => {
    server = new EventStoreDouble();
    await server.start();
  });
  afterEach(() => server.stop());

  const counted = async <T>(work: () => Promise<T>): Promise<number> => {
    const before = server.askedForEnd;
    await work();
    return server.askedForEnd - before;
  };

  it('once for a loop over many streams, however many it reads', async () => {
    const nodes = new Nodes();
    const log = await nodes.open(server.url);
    const runner = new CommandRunner(log, systemClock, systemChance);
    const streams = Array.from({ length: 400 }, (_, n) => `account-${n}`);
    for (const stream of streams) await log.append(stream, 'none', [anEvent({ type: 'Unknown' })]);
    const each = async (): Promise<void> => {
      for (const stream of streams) await log.read(stream);
    };
    expect(await counted(each)).toBe(400);
    expect(await counted(() => log.asOfNow(each))).toBe(1);
    expect(
      await counted(() => log.asOfNow(() => Promise.all([runner.load(account, 'account-none'), log.head()]))),
    ).toBe(1);
    await nodes.dispose();
  });

  it('at the beginning of the work: what another node acknowledged before shows in it, and so does what it writes itself', async () => {
    const nodes = new Nodes();
    const [one, other] = [await nodes.open(server.url), await nodes.open(server.url)];
    for (let n = 0; n < 20; n++) {
      await other.append(`case-${n}`, 'none', [anEvent()]);
      await one.asOfNow(async () => {
        expect(await one.read(`case-${n}`)).toHaveLength(1);
        await one.append(`case-${n}`, 0, [anEvent()]);
        expect(await one.read(`case-${n}`)).toHaveLength(2);
        // An inner piece of work is part of the outer.
        expect(await counted(() => one.asOfNow(() => one.last()))).toBe(0);
      });
    }
    await nodes.dispose();
  });

  it('anew by what goes on after the work has ended', async () => {
    const nodes = new Nodes();
    const log = await nodes.open(server.url);
    const go = Promise.withResolvers<void>();
    const later = await log.asOfNow(() => {
      void log.head();
      return Promise.resolve({ read: go.promise.then(() => log.read('case-1')) });
    });
    await log.append('case-1', 'none', [anEvent()]);
    const before = server.askedForEnd;
    go.resolve();
    expect(await later.read).toHaveLength(1);
    expect(server.askedForEnd - before).toBeGreaterThan(0);
    await nodes.dispose();
  });

  it('a few times for a request, whatever it reads', async () => {
    const house = await House.open({
      organs: [chaozhou, fagaiju],
      clock: '2023-05-08T01:00:00.000Z',
      nodes: 1,
      eventStore: server.url,
    });
    try {
      await prepare(house, '2023-05-08');
      const leader = house.as('chaozhou-leader');
      const rounds = async (path: string): Promise<number> => {
        for (let n = 0; n < 20; n++) expect((await leader.get(path)).status).toBe(200);
        return 20;
      };
      const perRequest = new Map<string, number>();
      for (const path of [
        '/api/v1/session',
        '/api/v1/institutions?sector=law-firm',
        '/api/v1/due',
        '/api/v1/overview?year=2023',
      ]) {
        perRequest.set(path, (await counted(() => rounds(path))) / 20);
      }
      const given = await counted(async () => {
        for (const institution of institutionsOf('law-firm', 10, 8)) {
          const data = { ...institution, occurredOn: '2023-05-08' };
          await house.as(lawyers.officer).give('rosters', 'chaozhou.law-firm', 'RegisterInstitution', data);
        }
      });
      perRequest.set('RegisterInstitution', given / 10);
      console.info(JSON.stringify([...perRequest]));
      // One for the session, one for all that is read; a command is followed by read models, reactions and the tree. Each node's tree looks four times a second.
      for (const [path, asked] of perRequest)
        expect({ path, asked: asked < (path.startsWith('/') ? 2.6 : 4) }).toEqual({ path, asked: true });
    } finally {
      await house.close();
    }
  });
});
