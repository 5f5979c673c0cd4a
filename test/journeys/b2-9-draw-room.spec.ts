import { draw, freeze, witnesses, WITNESSES, type Ceremony } from './ceremony';
import { undescribed } from './described';
import { caseAt, lawyers } from './inspection';
import { PLAN, planAndAllot, prepare, task } from './preparation';
import { chaozhou, fagaiju } from './seeds';
import { House } from './server';

const { officer } = lawyers;
const objects: Ceremony = { officer, plan: PLAN, series: task(4) };

interface Standing {
  readonly phase: string;
  readonly attempt: number;
  readonly series: string;
}
interface Ready {
  readonly task: string;
  readonly lines: readonly { readonly waiting: number; readonly objects: Standing; readonly team: Standing }[];
}
interface ObjectPreview {
  readonly candidates: readonly { readonly id: string }[];
  readonly quotas: readonly { readonly size: number }[];
  readonly hindrance: { readonly code: string } | null;
}
interface TeamPreview {
  readonly inspectors: readonly { readonly id: string; readonly name: string }[];
  readonly bars: readonly { readonly reason: string; readonly inspector: string }[];
  readonly cap: number | null;
  readonly hindrance: { readonly code: string; readonly detail: string } | null;
}

describe('B二(九) 抽取室：冻结之前看得到将要固定什么', () => {
  let house: House;
  const ready = async (): Promise<Ready['lines'][number]> => {
    const { items } = await house.as(officer).read<{ items: readonly Ready[] }>('/api/v1/tasks-to-draw');
    const found = items.find((each) => each.task === task(4));
    if (!found?.lines[0]) throw new Error('the task is not there');
    return found.lines[0];
  };
  const objectPreview = () =>
    house.as(officer).read<ObjectPreview>(`/api/v1/selections/${task(4)}/object-preview?plan=${PLAN}`);
  const teamPreview = () =>
    house
      .as(officer)
      .read<TeamPreview>(`/api/v1/selections/${encodeURIComponent(`${task(4)}:team`)}/team-preview?plan=${PLAN}`);

  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-05-08T01:00:00.000Z' });
    await prepare(house, '2023-05-08');
    await house.on('2023-06-05');
    await planAndAllot(house, [3, 4], '2023-06-05');
    await house.on('2023-07-05');
  });
  afterAll(() => house.close());

  it('R32 lists the allotted tasks, and says that neither of the two draws has begun', async () => {
    expect(await ready()).toMatchObject({
      objects: { series: task(4), phase: 'unfrozen', attempt: 0 },
      team: { series: `${task(4)}:team`, phase: 'unfrozen' },
      waiting: 0,
    });
  });

  it('R55 R64 shows candidates and size before the freeze, which fixes just these', async () => {
    const before = await objectPreview();
    expect(before.hindrance).toBeNull();
    expect(before.candidates).toHaveLength(48);
    expect(await objectPreview()).toEqual(before);
    await freeze(house, objects);
    const { request } = await house.anybody.read<{ request: ObjectPreview }>(`/api/v1/public/draws/${task(4)}.1`);
    expect(request.candidates).toEqual(before.candidates);
    expect(request.quotas).toEqual(before.quotas);
    expect((await objectPreview()).hindrance).toMatchObject({ code: 'ALREADY_FROZEN' });
    expect((await ready()).objects).toMatchObject({ phase: 'sealing', attempt: 1 });
  });

  it('R11 tells the holder of a link where the draw stands, and nobody else', async () => {
    const [first] = await witnesses(house, objects);
    const { items } = await house
      .as(officer)
      .read<{ items: readonly { path: string }[] }>(`/api/v1/selections/${task(4)}/links`);
    const token = items[0]?.path.split('#')[1];
    const look = (of: unknown) => house.anybody.send('POST', `/api/v1/public/draws/${task(4)}.1/link`, { token: of });
    const before = await look(token);
    expect(before).toMatchObject({
      status: 200,
      body: { by: '见证人 1', role: WITNESSES[0].role, state: 'frozen', seal: null, opened: false, absent: false },
    });
    expect(await first?.seal()).toBe(201);
    expect((await look(token)).body).toMatchObject({ seal: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    expect((await look('A'.repeat(43))).status).toBe(404);
    await house.as(officer).give('selections', task(4), 'ProposeVoid', { code: 'contributor-missing', reason: '换人' });
    await house.as(lawyers.head).give('selections', task(4), 'ApproveVoid');
    expect((await look(token)).body).toMatchObject({ state: 'voided' });
  });

  it('R56 R59 R61 explains before the inspector draw who may not come, under the names of the register', async () => {
    expect((await house.as(officer).get(`/api/v1/selections/${task(4)}:team/team-preview?plan=${PLAN}`)).status).toBe(
      409,
    );
    await draw(house, objects, 2);
    await caseAt(house, `${task(4)}-5`, 'awaiting-team');
    expect(await ready()).toMatchObject({ objects: { phase: 'revealed', attempt: 2 }, waiting: 5 });
    const preview = await teamPreview();
    const route = '/api/v1/selections/{id}/team-preview';
    const path = `${route.replace('{id}', `${task(4)}:team`)}?plan=${PLAN}`;
    expect(await undescribed(house, officer, route, path)).toEqual([]);
    expect(preview).toMatchObject({ hindrance: null, cap: expect.any(Number) as number });
    expect(preview.inspectors.length).toBeGreaterThan(3);
    for (const { name } of preview.inspectors) expect(name).not.toBe('');
    const known = new Set(preview.inspectors.map(({ id }) => id));
    for (const { inspector } of preview.bars) expect(known).toContain(inspector);
  });

  it('trap 5 says why nothing is complete, and what would help', async () => {
    const { items } = await house
      .as(officer)
      .read<{ items: readonly { person: string; organ: string }[] }>('/api/v1/inspectors?limit=200');
    const ours = items.filter(({ organ }) => organ === 'chaozhou');
    for (const { person } of ours.slice(1)) {
      await house.as('chaozhou-supervision').give('inspectors', 'chaozhou', 'RecordAbsence', {
        person,
        from: '2023-07-01',
        to: '2023-12-31',
      });
    }
    const { hindrance, cap, bars } = await teamPreview();
    expect(cap).toBeNull();
    expect(hindrance).toMatchObject({ code: 'TEAM_INFEASIBLE' });
    expect(hindrance?.detail).toContain('人次');
    expect(bars.filter(({ reason }) => reason === 'unavailable')).toHaveLength(ours.length - 1);
  });
});
