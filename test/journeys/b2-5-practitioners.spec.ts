import { verify } from '@srd/proof/draw';
import { conflictId } from '@srd/domain/plan';
import { sha256 } from '@srd/kernel';
import type { CaseBody, PlanBody } from './bodies';
import { draw, publicDraw, type Ceremony } from './ceremony';
import {
  approveAndNotify,
  approve,
  caseAt,
  caseOf,
  nothingFound,
  publish,
  record,
  services,
  visit,
} from './inspection';
import { PLAN, planAndAllot, prepare, task } from './preparation';
import { chaozhou, fagaiju } from './seeds';
import { House } from './server';

const { officer, head } = services;
const ROSTER = 'chaozhou.forensic-institution';
const people = `${task(1)}:practitioners`;
const ceremony = (series: string): Ceremony => ({ officer, plan: PLAN, series });
const appraiser = (number: number) => `p-appraiser-${String(number).padStart(2, '0')}`;
const TODAY = '2023-09-04';

interface PersonalBody extends CaseBody {
  readonly object: CaseBody['object'] & { readonly institution?: string; readonly registrationNumber: string };
}

describe('B二(五) 随机抽查对象：法律服务机构以及其所属法律服务人员（A附件第1项 司法鉴定人、司法鉴定机构）', () => {
  let house: House;
  const on = (id: string) => caseOf(house, id, officer) as Promise<PersonalBody>;
  const enter = (number: number, institution: string, more: object = {}) =>
    house.as(officer).ask('practitioners', ROSTER, 'RegisterPractitioner', {
      person: appraiser(number),
      institution,
      particulars: { licensedOn: '2012-03-01', fictional: true },
      occurredOn: '2023-05-08',
      ...more,
    });

  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-05-08T01:00:00.000Z' });
    await prepare(house, '2023-05-08', 2);
  });
  afterAll(() => house.close());

  it('R19 R20 keeps the practitioners of each institution in a roster of their own, by id and without a name', async () => {
    for (const number of [1, 2, 3, 4, 5, 6]) expect((await enter(number, 'fi-01')).status).toBe(201);
    for (const number of [7, 8, 9, 10, 11]) expect((await enter(number, 'fi-02')).status).toBe(201);
    expect((await enter(12, 'fi-09')).body.code).toBe('PRACTITIONER_INSTITUTION_UNKNOWN');
    expect((await enter(1, 'fi-02')).body.code).toBe('PRACTITIONER_KNOWN');
    expect(
      await house.as(head).refused('practitioners', ROSTER, 'RegisterPractitioner', {
        person: appraiser(12),
        institution: 'fi-01',
        particulars: {},
        occurredOn: '2023-05-08',
      }),
    ).toBe('403 ROLE_MISSING');
    const named = await enter(12, 'fi-01', { particulars: { name: '张三' } });
    expect([named.status, named.body.errors?.[0]?.pointer]).toEqual([422, '/particulars/name']);
    const rows = await house.as(officer).list<{ person: string; institutions: string[] }>('/api/v1/practitioners');
    expect(rows).toHaveLength(11);
    expect(rows[0]).toMatchObject({ person: appraiser(1), institutions: ['fi-01'], status: 'active' });
    expect((await house.anybody.get('/api/v1/practitioners')).status).toBe(401);
  });

  it('R20 follows who moves, who practises in two institutions, and who left practice', async () => {
    const move = (number: number, from: string | null, to: string) => ({
      person: appraiser(number),
      from,
      to,
      reason: '变更执业机构',
      occurredOn: '2023-05-08',
    });
    expect(
      await house.as(officer).refused('practitioners', ROSTER, 'MovePractitioner', move(1, 'fi-02', 'fi-01')),
    ).toBe('409 PRACTISES_NOT_THERE');
    await house.as(officer).give('practitioners', ROSTER, 'MovePractitioner', move(6, 'fi-01', 'fi-02'));
    await house.as(officer).give('practitioners', ROSTER, 'MovePractitioner', move(5, null, 'fi-02'));
    for (const number of [4, 11]) {
      await house.as(officer).give('practitioners', ROSTER, 'ChangePractitionerStatus', {
        person: appraiser(number),
        status: 'cancelled',
        reason: '本人申请注销',
        occurredOn: '2023-05-08',
      });
    }
    const rows = await house
      .as(officer)
      .list<{ person: string; institutions: string[]; status: string }>('/api/v1/practitioners');
    const of = (number: number) => rows.find(({ person }) => person === appraiser(number));
    expect([of(6)?.institutions, of(5)?.institutions, of(4)?.status]).toEqual([
      ['fi-02'],
      ['fi-01', 'fi-02'],
      'cancelled',
    ]);
  });

  it('C5 the table’s total counts institutions only: the plan says so, and somebody decides who the pool is', async () => {
    await house.on('2023-06-05');
    await planAndAllot(house, [1], '2023-06-05');
    const { conflicts } = await house.as(head).read<PlanBody>(`/api/v1/plans/${PLAN}`);
    expect(conflicts[conflictId(task(1), 'PRACTITIONER_TOTAL_MISSING')]?.status).toBe('decided');
  });

  it('R19 C5 R64 draws practitioners after their institutions, and nobody of an institution that wasn’t drawn', async () => {
    await house.on(TODAY);
    const asked = { plan: PLAN, contributors: [{ role: '行业协会代表' }] };
    expect(await house.as(officer).refused('selections', people, 'FreezePractitionerDraw', asked)).toBe(
      '409 OBJECTS_NOT_DRAWN_YET',
    );
    expect(await house.as(officer).refused('selections', people, 'FreezeObjectDraw', asked)).toBe(
      '422 SERIES_MISMATCH',
    );
    await draw(house, ceremony(task(1)));
    const { object } = (await caseAt(house, `${task(1)}-1`, 'awaiting-team', officer)) as PersonalBody;
    expect(object.id).toMatch(/^fi-0[12]$/);

    const { transcript } = await draw(house, ceremony(people));
    expect(verify(transcript, sha256)).toMatchObject({ verdict: 'yes' });
    const { request } = await publicDraw(house, people);
    if (request?.protocol !== 'srd-draw/1') throw new Error('not an object draw');
    const there = object.id === 'fi-01' ? 4 : 6;
    expect(request.quotas).toMatchObject([
      { stratum: 'forensic-institution.practitioners', basisPoints: 5000, of: there },
    ]);
    expect(request.excluded).toMatchObject([{ reason: '已注销执业' }]);
    const shown = JSON.stringify(await publicDraw(house, people));
    expect(shown).toContain('法律服务人员 0');
    expect(shown).not.toContain('p-appraiser');
  });

  it('R19 C24 opens a case for each of them, numbered apart, under the person’s id and the institution’s name', async () => {
    const { object: institution } = await on(`${task(1)}-1`);
    const size = institution.id === 'fi-01' ? 2 : 3;
    for (let number = 1; number <= size; number++) {
      const { object, opened } = (await caseAt(house, `${people}-${number}`, 'awaiting-team', officer)) as PersonalBody;
      expect(object).toMatchObject({
        institution: institution.id,
        name: institution.name,
        registrationNumber: institution.registrationNumber,
      });
      expect(object.id).toMatch(/^p-appraiser-/);
      expect(opened.organ).toBe('chaozhou');
    }
    expect((await house.as(officer).get(`/api/v1/cases/${people}-${size + 1}`)).status).toBe(404);
    // The institution's own team draw doesn't wait for theirs.
    await draw(house, ceremony(`${task(1)}:team`));
    await caseAt(house, `${task(1)}-1`, 'awaiting-notice', officer);
  });

  it('R56 R61 an interest in the institution keeps an inspector from the people in it', async () => {
    const { object } = await on(`${people}-1`);
    await house.as('chaozhou-inspector-5').give('inspectors', 'chaozhou', 'DeclareInterest', {
      interest: 'i-1',
      person: 'p-chaozhou-inspector-5',
      institution: object.institution,
      relation: 'kin',
      weight: 'hard',
      source: 'self',
      from: TODAY,
    });
    await draw(house, ceremony(`${people}:team`));
    const { team } = await caseAt(house, `${people}-1`, 'awaiting-notice', officer);
    expect(team).toHaveLength(3);
    expect(team.map(({ inspector }) => inspector)).not.toContain('p-chaozhou-inspector-5');
    const shown = JSON.stringify(await publicDraw(house, `${people}:team`));
    for (const hidden of ['p-appraiser', 'inspector-5']) expect(shown).not.toContain(hidden);
  });

  it('R75 C24 comes to a result that names the institution and nobody', async () => {
    const id = `${people}-1`;
    await approveAndNotify(house, services, id, TODAY);
    await house.on('2023-09-11');
    await visit(house, services, id, '2023-09-11');
    await record(house, services, id, '2023-09-11', nothingFound);
    await approve(house, services, id);
    await publish(house, services, id);
    const { object } = await on(id);
    const [result] = await house.anybody.list<Record<string, unknown>>('/api/v1/public/results');
    expect(result).toMatchObject({ institutionName: object.name, registrationNumber: object.registrationNumber });
    expect(String(result?.['scope'])).toMatch(/^法律服务人员：/);
    expect(JSON.stringify(result)).not.toContain('appraiser');
  });

  it('R19 the next of the reserve takes a practitioner’s place in a case of their own', async () => {
    const { attempts } = await house
      .as(officer)
      .read<{ attempts: { people: Record<string, string> }[] }>(`/api/v1/selections/${encodeURIComponent(people)}`);
    const second = await on(`${people}-2`);
    const [replaced] =
      Object.entries(attempts[0]?.people ?? {}).find(([, person]) => person === second.object.id) ?? [];
    await house.as(officer).give('selections', people, 'CallReserve', {
      replaced,
      code: 'not-inspectable',
      reason: '长期出国',
    });
    const next = second.object.institution === 'fi-01' ? 3 : 4;
    const { object } = (await caseAt(house, `${people}-${next}`, 'awaiting-team', officer)) as PersonalBody;
    expect(object.id).toMatch(/^p-appraiser-/);
    expect(object.id).not.toBe(second.object.id);
  });
});

describe('B二(五)(九) 法律服务人员由现场抽签或省级平台抽取', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-05-08T01:00:00.000Z' });
    await prepare(house, '2023-05-08', 2);
    for (const number of [1, 2, 3, 4]) {
      for (const institution of ['fi-01', 'fi-02']) {
        await house.as(officer).give('practitioners', ROSTER, 'RegisterPractitioner', {
          person: `${institution}-${appraiser(number)}`,
          institution,
          particulars: {},
          occurredOn: '2023-05-08',
        });
      }
    }
    await house.on('2023-06-05');
    await planAndAllot(house, [1], '2023-06-05');
    await house.on(TODAY);
  });
  afterAll(() => house.close());

  it('R19 R57 C23 C24 records the result by persons, keeps it under ids of the draw, and opens their cases', async () => {
    await draw(house, ceremony(task(1)));
    const { object } = await caseAt(house, `${task(1)}-1`, 'awaiting-team', officer);
    const of = (institution = '') => [1, 2, 3, 4].map((number) => `${institution}-${appraiser(number)}`);
    const receipt = {
      platform: '广东省“双随机、一公开”综合监管平台',
      number: '445100-2023-0009',
      drawnAt: `${TODAY}T00:30:00.000Z`,
      file: { label: '平台导出结果', sha256: await house.as(officer).paper('平台导出结果.pdf', '人员') },
    };
    const result = (selected: readonly string[]) => ({ plan: PLAN, contributors: [], selected, receipt });
    const refused = (selected: readonly string[]) =>
      house.as(officer).refused('selections', people, 'ImportPlatformDraw', result(selected));
    expect(await refused(of(object?.id).slice(0, 1))).toBe('409 SIZE_NOT_THE_PLANS');
    expect(await refused(of(object?.id === 'fi-01' ? 'fi-02' : 'fi-01').slice(0, 2))).toBe('422 RESULT_NOT_THE_POOLS');
    const chosen = of(object?.id).slice(1, 3);
    await house.as(officer).give('selections', people, 'ImportPlatformDraw', result(chosen));
    for (const [index, person] of chosen.entries()) {
      const file = await caseAt(house, `${people}-${index + 1}`, 'awaiting-team', officer);
      expect(file.object?.id).toBe(person);
    }
    const shown = JSON.stringify(await publicDraw(house, people));
    expect(shown).toContain('法律服务人员 0');
    expect(shown).not.toContain('p-appraiser');
  });
});
