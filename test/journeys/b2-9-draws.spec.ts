import { sha256 } from '@srd/kernel';
import { transcriptHash, verify, type DrawTranscript } from '@srd/proof/draw';
import type { CaseBody, DrawBody } from './bodies';
import { draw, freeze, publicDraw, sealAndOpen, witnesses, WITNESSES, type Ceremony } from './ceremony';
import { caseAt, caseOf, lawyers } from './inspection';
import { CANARY } from './people';
import { PLAN, planAndAllot, prepare, task } from './preparation';
import { chaozhou, fagaiju, institutionsOf } from './seeds';
import { House } from './server';

const { officer, head } = lawyers;
const objects: Ceremony = { officer, plan: PLAN, series: task(4) };
const team: Ceremony = { officer, plan: PLAN, series: `${task(4)}:team` };
const firms = [1, 2, 3, 4, 5].map((number) => `${task(4)}-${number}`);

describe('B二(九) 随机抽查计划与随机抽查名单：摇号、抽签，邀请现场监督', () => {
  let house: House;

  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-05-08T01:00:00.000Z' });
    await prepare(house, '2023-05-08');
    await house.on('2023-06-05');
    await planAndAllot(house, [3, 4], '2023-06-05');
    await house.on('2023-07-05');
  });
  afterAll(() => house.close());

  it('R12 R32 publishes pool, quota and commitment the moment they are fixed, and no result', async () => {
    await freeze(house, objects);
    const { request, commitment, transcript, state } = await publicDraw(house, task(4));
    expect(state).toBe('frozen');
    expect(commitment).toMatch(/^[0-9a-f]{64}$/);
    expect(transcript).toBeNull();
    if (request?.protocol !== 'srd-draw/1') throw new Error('not an object draw');
    expect(request.candidates).toHaveLength(48);
    expect(request.quotas).toEqual([
      { stratum: 'law-firm', basisPoints: 1000, rounding: 'ceil', atLeast: 1, of: 48, size: 5 },
    ]);
  });

  it('R64 trap 3 fixes a frozen request for good', async () => {
    const again = await house.as(officer).refused('selections', task(4), 'FreezeObjectDraw', {
      plan: PLAN,
      contributors: WITNESSES,
    });
    expect(again).toBe('409 ALREADY_FROZEN');
  });

  it('trap 3 voids a draw before its close only, with a coded reason and by two people; the attempt stays public', async () => {
    const reason = { code: 'contributor-missing', reason: '约定的见证人未能到场' };
    await house.as(officer).give('selections', task(4), 'ProposeVoid', reason);
    expect(await house.as(officer).refused('selections', task(4), 'ApproveVoid')).toBe('403 ROLE_MISSING');
    await house.as(head).give('selections', task(4), 'ApproveVoid');
    const first = await publicDraw(house, task(4));
    expect(first).toMatchObject({ state: 'voided', voided: 'contributor-missing', transcript: null });
    expect(JSON.stringify(first)).not.toContain('未能到场');
  });

  it('asks a second attempt for a witness, and shows how its pool differs from the first', async () => {
    const alone = { plan: PLAN, contributors: [] };
    expect(await house.as(officer).refused('selections', task(4), 'FreezeObjectDraw', alone)).toBe(
      '409 REPEAT_WITHOUT_WITNESS',
    );
    const [extra] = institutionsOf('law-firm', 1, 9);
    const entry = { ...extra, occurredOn: '2023-07-05' };
    await house.as(officer).give('rosters', 'chaozhou.law-firm', 'RegisterInstitution', entry);
    await freeze(house, objects);
    const { differences, request } = await publicDraw(house, task(4), 2);
    expect(differences).toHaveLength(1);
    expect(JSON.stringify(differences)).toContain(extra?.institution);
    expect(request?.attempt).toBe(2);
  });

  it('R11 lets witnesses seal by their own link, once each, and closes only when they have', async () => {
    expect(await house.as(officer).refused('selections', task(4), 'CloseSealing')).toBe('409 TOO_FEW_SEALS');
    const [first, second] = await witnesses(house, objects);
    expect(await first?.seal()).toBe(201);
    expect(await first?.seal()).toBe(409);
    expect(await second?.seal()).toBe(201);
    await house.as(officer).give('selections', task(4), 'CloseSealing');
    expect(await second?.seal()).toBe(409);
    const tooLate = { code: 'contributor-missing', reason: '结果不理想' };
    expect(await house.as(officer).refused('selections', task(4), 'ProposeVoid', tooLate)).toBe('409 VOID_AFTER_CLOSE');
    expect(await house.as(officer).refused('selections', task(4), 'Reveal')).toMatch(/^409/);
    expect(await first?.open('another value')).toBe(422);
    expect(await first?.open()).toBe(201);
    expect(await house.as(officer).refused('selections', task(4), 'EndOpening')).toBe('409 OPENING_STILL_RUNNING');
    expect(await second?.open()).toBe(201);
    await house.as(officer).give('selections', task(4), 'EndOpening');
  });

  it('R55 R57 reveals a result that anybody recomputes from the transcript alone', async () => {
    await house.as(officer).give('selections', task(4), 'Reveal');
    const { transcript, transcriptHash: told, requestHash } = await publicDraw(house, task(4), 2);
    expect(verify(transcript, sha256)).toMatchObject({ verdict: 'yes', code: 'VERIFIED' });
    expect(transcriptHash(transcript as DrawTranscript, sha256)).toBe(told);
    expect(requestHash).toMatch(/^[0-9a-f]{64}$/);
    // The same with one byte changed isn't this draw any more.
    const forged = JSON.stringify(transcript).replace('"size":5', '"size":4');
    expect(verify(forged, sha256).verdict).toBe('wrong');
    expect(
      await house
        .as(officer)
        .refused('selections', task(4), 'FreezeObjectDraw', { plan: PLAN, contributors: WITNESSES }),
    ).toBe('409 DRAW_STANDS');
  });

  it('R64 gives the drawn objects to the numbered cases, in the order of the draw, and to no others', async () => {
    const { transcript } = await publicDraw(house, task(4), 2);
    if (transcript?.request.protocol !== 'srd-draw/1' || !('selected' in transcript)) throw new Error('no object draw');
    for (const [index, id] of firms.entries()) {
      const { object } = await caseAt(house, id, 'awaiting-team');
      expect(object?.id).toBe(transcript.selected[index]);
    }
    expect(await house.as(officer).list(`/api/v1/cases?task=${task(4)}`)).toHaveLength(5);
  });

  it('R56 R60 R61 draws two inspectors for each, none with an interest, as evenly as it goes', async () => {
    const { object } = await caseOf(house, firms[0] ?? '');
    await house.as('chaozhou-inspector-1').give('inspectors', 'chaozhou', 'DeclareInterest', {
      person: 'p-chaozhou-inspector-1',
      interest: 'interest-1',
      institution: object?.id,
      relation: 'kin',
      weight: 'hard',
      source: 'self',
      from: '2020-01-01',
    });
    const drawn = await draw(house, team);
    expect(verify(drawn.transcript, sha256)).toMatchObject({ verdict: 'yes' });
    const load = new Map<string, number>();
    for (const id of firms) {
      const { team: members } = await caseAt(house, id, 'awaiting-notice');
      expect(new Set(members.map(({ inspector }) => inspector)).size).toBe(2);
      for (const { inspector } of members) load.set(inspector, (load.get(inspector) ?? 0) + 1);
    }
    const { team: first } = await caseOf(house, firms[0] ?? '');
    expect(first.map(({ inspector }) => inspector)).not.toContain('p-chaozhou-inspector-1');
    // Ten places for eight people: nobody has more than two.
    expect(Math.max(...load.values())).toBe(2);
  });

  it('C24 shows inspectors to the public under numbers of the draw, and says nothing of why somebody stands back', async () => {
    const text = JSON.stringify(await publicDraw(house, team.series));
    expect(text).toContain('检查员');
    expect(text).not.toContain('chaozhou-inspector');
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain('kin');
  });

  it('R12 lists every attempt, the voided one too', async () => {
    const rows = await house.anybody.list<DrawBody & { phase: string }>(`/api/v1/public/draws?series=${task(4)}`);
    expect(rows.map(({ attempt, phase }) => `${attempt} ${phase}`).sort()).toEqual(['1 voided', '2 revealed']);
  });

  it('draws one of five grassroots offices with the whole ceremony at a stretch', async () => {
    const ceremony = { ...objects, series: task(3) };
    await freeze(house, ceremony);
    await sealAndOpen(house, ceremony);
    await house.as(officer).give('selections', task(3), 'Reveal');
    const { transcript } = await publicDraw(house, task(3));
    expect(verify(transcript, sha256)).toMatchObject({ verdict: 'yes', notes: [] });
    const { object } = await caseAt(house, `${task(3)}-1`, 'awaiting-team');
    expect(object?.id).toMatch(/^go-/);
  });

  it('R62 R63 keeps every step as an event of the case, oldest first', async () => {
    const events = await house.as(officer).list<{ type: string }>(`/api/v1/cases/${firms[0] ?? ''}/events`);
    expect(events.map(({ type }) => type)).toEqual(['CaseOpened', 'ObjectDrawn', 'TeamDrawn']);
    const { body } = await house.as(officer).get<CaseBody>(`/api/v1/cases/${firms[0] ?? ''}`);
    expect(body.revision).toBe(2);
  });
});
