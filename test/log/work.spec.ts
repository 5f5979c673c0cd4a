import { lawyers } from '../journeys/inspection';
import { planAndAllot, prepare, task } from '../journeys/preparation';
import { chaozhou, fagaiju } from '../journeys/seeds';
import { House } from '../journeys/server';

interface Work {
  readonly kind: string;
  readonly by: string;
  readonly about: { readonly kind: string; readonly id: string } | null;
  readonly step: string;
  readonly done: number;
  readonly total: number | null;
}

describe('long work over HTTP', () => {
  let house: House;
  // A library that makes a bundle long enough for others to have their turn while it is made.
  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-06-05T01:00:00.000Z' });
    await prepare(house, '2023-06-05', 500);
    await planAndAllot(house, [4], '2023-06-05', [4]);
  });
  afterAll(() => house.close());

  /** What both see again and again while something is done. */
  async function watched(logins: readonly string[], act: () => Promise<unknown>): Promise<ReadonlyMap<string, Work[]>> {
    const seen = new Map<string, Work[]>(logins.map((login) => [login, []]));
    let under = true;
    const watch = async (login: string): Promise<void> => {
      while (under) {
        const { items } = await house.as(login).read<{ items: Work[] }>('/api/v1/log/work');
        seen.get(login)!.push(...items);
      }
    };
    const watching = [...logins, ...logins].map(watch);
    for (let turn = 0; turn < 10 && seen.get(logins[0]!)!.length === 0; turn++) await act();
    under = false;
    await Promise.all(watching);
    return seen;
  }

  it('shows those who wait how far their own bundle has come, and nobody else’s', async () => {
    const path = `/api/v1/tasks/${task(4)}/bundle?purpose=${encodeURIComponent('年度执法监督')}`;
    const seen = await watched(['chaozhou-auditor', 'chaozhou-leader'], () => house.as('chaozhou-auditor').read(path));
    for (const item of seen.get('chaozhou-auditor')!)
      expect(item).toMatchObject({ kind: 'bundle', by: 'chaozhou-auditor', about: { kind: 'task', id: task(4) } });
    const [first] = seen.get('chaozhou-auditor')!;
    expect(['events', 'proofs', 'attachments']).toContain(first?.step);
    expect(first?.done).toBeGreaterThan(0);
    expect(first?.total ?? first?.done).toBeGreaterThanOrEqual(first!.done);
    expect(seen.get('chaozhou-leader')).toEqual([]);
    expect(await house.as('chaozhou-auditor').read('/api/v1/log/work')).toEqual({ items: [], next: null });
  });

  it('shows a self-check to those who oversee, whoever asked for it, and to no other', async () => {
    const seen = await watched(['chaozhou-leader', lawyers.officer], () =>
      house.as('chaozhou-auditor').send('POST', '/api/v1/log/self-checks'),
    );
    expect(seen.get('chaozhou-leader')![0]).toMatchObject({ kind: 'self-check', by: 'chaozhou-auditor', about: null });
    expect(seen.get(lawyers.officer)).toEqual([]);
  });

  it('is nothing for people without an account', async () => {
    expect((await house.anybody.get('/api/v1/log/work')).status).toBe(401);
  });
});
