import { chaozhouCounty2023 } from '@srd/domain/organ';
import { lawyers } from './inspection';
import { countyPeople, personOf } from './people';
import { PLAN, prepare, task } from './preparation';
import { chaozhou, fagaiju, institutionsOf, table } from './seeds';
import { House } from './server';

const { officer, head } = lawyers;
const supervision = 'chaozhou-supervision';
const COUNTY_PLAN = 'raoping-2023';
const raoping = {
  id: 'raoping',
  preset: chaozhouCounty2023('饶平县司法局', 'chaozhou'),
  people: countyPeople('raoping'),
};

interface Burden {
  readonly object: string;
  readonly most: number;
  readonly levels: readonly { readonly organ: string; readonly expected: { readonly basisPoints: number } }[];
}

describe('A二(二) R5 C10 what city and county together ask of one institution', () => {
  let house: House;
  const row = (number: number, disclosure: string) => {
    const totals = { institutions: 3, practitioners: null };
    return { ...table[3], number, name: `对律师事务所的第${number}次检查`, totals, disclosure };
  };
  const burdenFor = async (login: string, plan: string): Promise<readonly Burden[]> =>
    (await house.as(login).read<{ burden: readonly Burden[] }>(`/api/v1/plans/${plan}/what-if`)).burden;

  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju, raoping], clock: '2023-05-08T01:00:00.000Z' });
    await prepare(house, '2023-05-08', 3);
    await house.on('2023-06-05');
    const source = { kind: 'own', note: '测试计划' };
    await house.as(officer).give('plans', PLAN, 'DraftPlan', { title: '市级计划', documents: [], source });
    const cityRows = [row(4, 'after-visits'), row(5, 'at-reveal')];
    for (const content of cityRows) {
      await house.as(officer).give('plans', PLAN, 'DraftTask', { task: task(content.number), content });
    }
    await house.as(head).give('plans', PLAN, 'SubmitPlan');
    await house.as(supervision).give('plans', PLAN, 'ReleasePlan');
    for (const { number } of cityRows) {
      await house.as(supervision).give('plans', PLAN, 'AllotTask', { task: task(number) });
    }
    const held = {
      method: 'slips',
      place: '局会议室',
      occurredOn: '2023-06-05',
      heldBy: [personOf(officer), personOf(supervision)],
      evidence: [{ label: '签条', sha256: await house.as(officer).paper('签条.pdf', '签条') }],
    };
    for (const [number, drawn] of [
      [4, 'lf-02'],
      [5, 'lf-03'],
    ] as const) {
      const lot = { plan: PLAN, contributors: [{ role: '行业协会代表' }], selected: [drawn], held };
      await house.as(officer).give('selections', task(number), 'RecordPhysicalLot', lot);
    }
    // Two offices of the city's firms stand in the county's roster too, with codes of their own.
    for (const each of institutionsOf('law-firm', 3, 4).slice(1)) {
      const institution = each.institution.replace('lf-4-', 'lf-');
      const entry = { ...each, institution, occurredOn: '2023-06-05' };
      await house.as('raoping-officer').give('rosters', 'raoping.law-firm', 'RegisterInstitution', entry);
    }
    await house
      .as('raoping-officer')
      .give('plans', COUNTY_PLAN, 'DraftPlan', { title: '县级计划', documents: [], source });
    const content = { ...row(1, 'at-reveal'), section: 'legal-services' };
    await house.as('raoping-officer').give('plans', COUNTY_PLAN, 'DraftTask', { task: `${COUNTY_PLAN}-1`, content });
  });
  afterAll(() => house.close());

  it('R48 trap 10 counts the city’s plan for the county, and tells no name that the city holds back', async () => {
    const burden = await burdenFor('raoping-officer', COUNTY_PLAN);
    const ofCity = (object: string) =>
      burden
        .find((each) => each.object === object)
        ?.levels.flatMap(({ organ, expected }) => (organ === 'chaozhou' ? [expected.basisPoints] : []));
    // One of three is still to come in the held-back draw, whoever it is; the open one is certain.
    expect(ofCity('lf-02')).toEqual([3333, 0]);
    expect(ofCity('lf-03')).toEqual([3333, 10_000]);
    expect(burden.find(({ object }) => object === 'lf-03')?.most).toBe(3);
  });

  it('R5 C27 counts a county’s plan for the city once it is released, and not its draft', async () => {
    const [first] = await burdenFor(officer, PLAN);
    expect(first?.levels.map(({ organ }) => organ)).toEqual(['chaozhou']);
    expect((await house.as('raoping-officer').get(`/api/v1/plans/${PLAN}/what-if`)).status).toBe(403);
  });

  it('R5 R100 C27 shows the city its counties’ plans beside its own, and a county its own alone', async () => {
    const overview = async (login: string) =>
      (
        await house
          .as(login)
          .read<{ items: { organ: string; sector: string; secondHalf: number; cases: number }[] }>(
            '/api/v1/overview?year=2023',
          )
      ).items.map(({ organ, sector, secondHalf, cases }) => [organ, sector, secondHalf, cases]);
    expect(await overview(supervision)).toEqual([
      ['chaozhou', 'law-firm', 2, 2],
      ['raoping', 'law-firm', 1, 0],
    ]);
    expect(await overview('raoping-officer')).toEqual([['raoping', 'law-firm', 1, 0]]);
    expect((await house.as('chaozhou-inspector-1').get('/api/v1/overview?year=2023')).status).toBe(403);
    expect((await house.as(supervision).get('/api/v1/overview')).status).toBe(422);
  });

  it('C22 R50 R99 lists the days of a plan’s year in one calendar', async () => {
    const { items } = await house
      .as(officer)
      .read<{ items: { on: string; what: string }[] }>(`/api/v1/plans/${PLAN}/calendar`);
    expect(items.map(({ on, what }) => `${on} ${what}`)).toEqual([
      '2023-05-31 rosters-due',
      '2023-07-01 task-begins',
      '2023-07-01 task-begins',
      '2023-08-31 task-ends',
      '2023-08-31 task-ends',
      '2023-10-31 report-due',
    ]);
    expect((await house.as('raoping-officer').get(`/api/v1/plans/${PLAN}/calendar`)).status).toBe(404);
  });

  it('R48 C10 tells where two inspections wait for one door and on which days they could be one', async () => {
    const overlaps = async (login: string) =>
      (
        await house
          .as(login)
          .read<{ items: { object: string; merge: object | null; inspections: object[] }[] }>('/api/v1/overlaps')
      ).items;
    await house.as('chaozhou-leader').give('cases', 'fc-chaozhou-2023-1', 'OpenForCause', {
      section: 'lawyer-administration',
      sector: 'law-firm',
      institution: 'lf-03',
      ground: 'complaint',
      source: { reference: '投诉〔2023〕17号', receivedOn: '2023-06-01' },
      method: 'onSite',
      window: { from: '2023-07-20', to: '2023-12-20' },
      proposedBy: officer,
      occurredOn: '2023-06-05',
    });
    expect(await overlaps(officer)).toEqual([
      {
        object: 'lf-03',
        merge: { from: '2023-07-20', to: '2023-08-31' },
        inspections: [
          expect.objectContaining({ organ: 'chaozhou', purpose: 'random' }),
          expect.objectContaining({ organ: 'chaozhou', purpose: 'for-cause' }),
        ],
      },
    ]);
    // The county learns neither what the city holds back nor what it looks into for cause.
    expect(await overlaps('raoping-officer')).toEqual([]);
  });

  it('trap 4 lists who came into the roster after the draw was held, and so stands beside it', async () => {
    const arrived = () => house.as(officer).read<{ items: { id: string }[] }>(`/api/v1/selections/${task(4)}/arrived`);
    expect((await arrived()).items).toEqual([]);
    const [late] = institutionsOf('law-firm', 1, 7);
    await house.as(officer).give('rosters', 'chaozhou.law-firm', 'RegisterInstitution', {
      ...late,
      occurredOn: '2023-06-05',
    });
    expect((await arrived()).items).toEqual([{ id: late?.institution, name: late?.particulars.name }]);
    expect((await house.as('raoping-officer').get(`/api/v1/selections/${task(4)}/arrived`)).status).toBe(404);
  });
});
