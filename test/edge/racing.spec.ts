import type { TeamRequest } from '@srd/proof/draw';
import { freeze, publicDraw, sealAndOpen, type Ceremony } from '../journeys/ceremony';
import { lawyers } from '../journeys/inspection';
import { PLAN, planAndAllot, prepare, task } from '../journeys/preparation';
import { chaozhou, fagaiju } from '../journeys/seeds';
import { House } from '../journeys/server';

const { officer } = lawyers;

describe('two at once', () => {
  let house: House;
  const objects: Ceremony = { officer, plan: PLAN, series: task(4) };

  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-05-08T01:00:00.000Z' });
    await prepare(house, '2023-05-08');
    await house.on('2023-06-05');
    await planAndAllot(house, [4], '2023-06-05');
    await house.on('2023-07-10');
  });
  afterAll(() => house.close());

  it('R64 T3 fixes one attempt when two freeze at the same time', async () => {
    const data = { plan: PLAN, contributors: [{ role: '行业协会代表' }] };
    const path = `/api/v1/selections/${task(4)}/freeze-object-draw`;
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => house.as(officer).send<{ code?: string }>('POST', path, data)),
    );
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409, 409, 409, 409]);
    expect(await house.anybody.list(`/api/v1/public/draws?series=${task(4)}`)).toHaveLength(1);
  });

  it('R64 reveals once when two reveal at the same time, and a team draw right after covers every drawn object or none', async () => {
    await sealAndOpen(house, objects);
    const { etag } = await house.as(officer).get(`/api/v1/selections/${task(4)}`);
    const path = `/api/v1/selections/${task(4)}/reveal`;
    const headers = { 'if-match': etag ?? '' };
    const team = `/api/v1/selections/${encodeURIComponent(`${task(4)}:team`)}/freeze-team-draw`;
    const data = { plan: PLAN, contributors: [{ role: '行业协会代表' }] };
    const reveals = [1, 2].map(() => house.as(officer).send('POST', path, {}, headers));
    const first = await Promise.any(reveals);
    const frozen: { status: number }[] = [];
    while (!frozen.some(({ status }) => status === 201) && frozen.length < 500) {
      frozen.push(await house.as(officer).send('POST', team, data));
    }
    expect(first.status).toBe(200);
    expect((await Promise.all(reveals)).map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 412]);
    expect(new Set(frozen.map(({ status }) => status))).toEqual(new Set(frozen.length > 1 ? [409, 201] : [201]));
    const { request } = await publicDraw(house, `${task(4)}:team`);
    expect((request as TeamRequest).cases).toHaveLength(5);
  });

  it('seals once per witness, whoever is first', async () => {
    const { items } = await house
      .as(officer)
      .read<{ items: readonly { path: string }[] }>(
        `/api/v1/selections/${encodeURIComponent(`${task(4)}:team`)}/links`,
      );
    const [draw = '', token = ''] = (items[0]?.path ?? '').slice('/witness/'.length).split('#');
    const seals = await Promise.all(
      ['a', 'b', 'c', 'd'].map((letter) =>
        house.anybody.send('POST', `/api/v1/public/draws/${draw}/seal`, { token, seal: letter.repeat(64) }),
      ),
    );
    expect(seals.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409, 409, 409]);
  });

  it('takes no seal by a link of another draw, or none at all', async () => {
    const seal = 'e'.repeat(64);
    for (const token of ['x'.repeat(43), 'A'.repeat(20)]) {
      for (const draw of [`${task(4)}.1`, `${task(4)}:team.1`, 'nothing.1']) {
        const path = `/api/v1/public/draws/${encodeURIComponent(draw)}/seal`;
        expect((await house.anybody.send('POST', path, { token, seal })).status).toBe(404);
      }
    }
    expect(await freeze(house, objects).catch((error: Error) => error.message)).toContain('DRAW_STANDS');
  });
});
