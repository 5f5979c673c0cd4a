import { sha256 } from '@srd/kernel';
import { conflictId } from '@srd/domain/plan';
import { recordHash, type DrawRecord } from '@srd/domain/selection';
import type { DrawBody } from './bodies';
import { freeze, publicDraw, WITNESSES, type Ceremony } from './ceremony';
import { fingerprintOf } from './client';
import { caseAt, lawyers } from './inspection';
import { personOf } from './people';
import { draft, PLAN, planAndAllot, prepare, task } from './preparation';
import { chaozhou, fagaiju, institutionsOf, table } from './seeds';
import { House } from './server';

const { officer } = lawyers;
const supervision = 'chaozhou-supervision';
const objects: Ceremony = { officer, plan: PLAN, series: task(4) };

/** What the public reads of a draw that was held elsewhere. */
type ElsewhereBody = Omit<DrawBody, 'commitment'> & {
  readonly commitment: string | null;
  readonly way: string;
  readonly record: DrawRecord | null;
  readonly unproven: readonly { readonly code: string; readonly text: string }[];
  readonly differsFrom: string | null;
  readonly recentChanges: readonly { readonly id: string; readonly change: string; readonly now: string }[] | null;
};

const held = {
  method: 'balls',
  place: '局三楼会议室',
  occurredOn: '2023-07-05',
  heldBy: [personOf(officer), personOf(supervision)],
  evidence: [{ label: '现场录像', sha256: fingerprintOf('现场录像') }],
};
const receipt = {
  platform: '广东省“双随机、一公开”综合监管平台',
  number: '445100-2023-0007',
  drawnAt: '2023-07-05T00:30:00.000Z',
  file: { label: '平台导出结果', sha256: fingerprintOf('平台导出结果') },
};

describe('B二(九) 摇号、抽签 on the spot, and a draw held on the provincial platform', () => {
  let house: House;
  const firms = institutionsOf('law-firm', 20).map(({ institution }) => institution);
  const selected = [firms[6], firms[3]];
  const lot = { plan: PLAN, contributors: WITNESSES, selected, reserve: [firms[1]], held };

  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-05-08T01:00:00.000Z' });
    await prepareLawyers(house);
    await house.on('2023-06-05');
    await planAndAllot(house, [3, 4], '2023-06-05', [4]);
    await house.on('2023-07-05');
    for (const text of ['现场录像', '平台导出结果']) await house.as(officer).paper(`${text}.pdf`, text);
  });
  afterAll(() => house.close());

  it('R64 C23 takes no pool from anybody: it is the roster’s, and the result must come out of it', async () => {
    const send = (data: object) => house.as(officer).refused('selections', task(4), 'RecordPhysicalLot', data);
    expect(await send({ ...lot, pool: {} })).toMatch(/^4/);
    expect(await send({ ...lot, selected: [firms[0]] })).toBe('409 SIZE_NOT_THE_PLANS');
    expect(await send({ ...lot, selected: [firms[0], 'elsewhere'] })).toBe('422 RESULT_NOT_THE_POOLS');
    expect(await send({ ...lot, assigned: [{ case: `${task(4)}-1`, inspectors: ['p-1', 'p-2'] }] })).toBe(
      '422 RESULT_OF_OTHER_DRAW',
    );
    expect(await house.as(officer).refused('plans', PLAN, 'AllotTask', { task: task(4) })).toBe('403 ROLE_MISSING');
  });

  it('R57 asks for two who held it and for what was kept of it', async () => {
    const send = (how: object) =>
      house.as(officer).refused('selections', task(4), 'RecordPhysicalLot', { ...lot, held: { ...held, ...how } });
    expect(await send({ heldBy: [personOf(officer)] })).toMatch(/ LOT_BY_ONE$/);
    expect(await send({ evidence: [] })).toMatch(/ EVIDENCE_MISSING$/);
    const never = [{ label: '现场录像', sha256: 'ab'.repeat(32) }];
    expect(await send({ evidence: never })).toBe('422 ATTACHMENT_NOT_RECEIVED');
    expect(await send({ occurredOn: '2023-07-06' })).toMatch(/ DRAWN_IN_FUTURE$/);
  });

  it('C23 R12 records it with its evidence, and says beside it what it can’t prove', async () => {
    await house.as(officer).give('selections', task(4), 'RecordPhysicalLot', lot);
    const shown = (await publicDraw(house, task(4))) as unknown as ElsewhereBody;
    expect(shown).toMatchObject({ state: 'revealed', way: 'lot', commitment: null, transcript: null });
    expect(shown.unproven.map(({ code }) => code)).toEqual(['pool-after', 'chance', 'repeated']);
    expect(JSON.stringify(shown)).not.toContain(personOf(officer));
    const [row] = await house.anybody.list<ElsewhereBody>(`/api/v1/public/draws?series=${task(4)}`);
    expect(row).toMatchObject({ phase: 'revealed', way: 'lot', transcriptHash: shown.transcriptHash });
  });

  it('R55 R64 gives the drawn objects to the cases, in the order of the lot, and no second lot is taken', async () => {
    for (const [index, institution] of selected.entries()) {
      const { object } = await caseAt(house, `${task(4)}-${index + 1}`, 'awaiting-team');
      expect(object?.id).toBe(institution);
    }
    expect(await house.as(officer).refused('selections', task(4), 'RecordPhysicalLot', lot)).toBe('409 DRAW_STANDS');
    expect(
      await house
        .as(officer)
        .refused('selections', task(4), 'FreezeObjectDraw', { plan: PLAN, contributors: WITNESSES }),
    ).toBe('409 DRAW_STANDS');
    expect(await house.as(officer).refused('selections', task(4), 'Reveal')).toMatch(/^409/);
  });

  it('R56 R60 C24 takes a team lot by persons and keeps them under ids of the draw', async () => {
    const teams = [1, 2].map((number) => ({
      case: `${task(4)}-${number}`,
      inspectors: [2 * number - 1, 2 * number].map((each) => personOf(`chaozhou-inspector-${each}`)),
    }));
    const data = { plan: PLAN, contributors: WITNESSES, held, assigned: teams };
    const series = `${task(4)}:team`;
    const alone = teams.map((team) => ({ ...team, inspectors: team.inspectors.slice(0, 1) }));
    const refused = (assigned: object) =>
      house.as(officer).refused('selections', series, 'RecordPhysicalLot', { ...data, assigned });
    expect(await refused(alone)).toBe('422 RESULT_NOT_THE_POOLS');
    expect(await refused([{ ...teams[0], inspectors: ['p-nobody', 'p-stranger'] }, teams[1]])).toBe(
      '422 RESULT_NOT_THE_POOLS',
    );
    await house.as(officer).give('selections', series, 'RecordPhysicalLot', { ...data, assigned: teams.toReversed() });
    const { team } = await caseAt(house, `${task(4)}-2`, 'awaiting-notice');
    expect(team.map(({ inspector }) => inspector)).toEqual(teams[1]?.inspectors);
    expect(JSON.stringify(await publicDraw(house, series))).not.toContain('chaozhou-inspector');
  });

  it('R62 R63 imports a draw of the provincial platform by its receipt, without a witness', async () => {
    const offices = institutionsOf('grassroots-office', 5).map(({ institution }) => institution);
    const data = { plan: PLAN, contributors: [], selected: [offices[2]], receipt };
    const later = { ...receipt, drawnAt: '2023-07-06T00:30:00.000Z' };
    const refused = (receiptGiven: object) =>
      house.as(officer).refused('selections', task(3), 'ImportPlatformDraw', { ...data, receipt: receiptGiven });
    expect(await refused(later)).toMatch(/ DRAWN_IN_FUTURE$/);
    await house.as(officer).give('selections', task(3), 'ImportPlatformDraw', data);
    const { object } = await caseAt(house, `${task(3)}-1`, 'awaiting-team');
    expect(object?.id).toBe(offices[2]);
    const { body } = await house
      .as(officer)
      .get<{ attempts: readonly { record: DrawRecord; transcriptHash: string }[] }>(`/api/v1/selections/${task(3)}`);
    const [attempt] = body.attempts;
    expect(attempt?.record).toMatchObject({ way: 'platform', receipt, selected: [offices[2]] });
    expect(attempt && recordHash(attempt.record, sha256)).toBe(attempt?.transcriptHash);
  });
});

describe('T1 what changed in the rosters before a freeze', () => {
  let house: House;
  const twin: Ceremony = { ...objects, series: task(5) };
  const [, , , , gone] = institutionsOf('law-firm', 20);

  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-05-08T01:00:00.000Z' });
    await prepareLawyers(house);
    await house.on('2023-06-05');
    await draft(house, [4]);
    const totals = { institutions: 20, practitioners: null };
    const content = { ...table[3], number: 5, name: '对律师事务所的第二次检查', totals };
    await house.as(officer).give('plans', PLAN, 'DraftTask', { task: task(5), content });
    await house.as(lawyers.head).give('plans', PLAN, 'SubmitPlan');
    await house.as(lawyers.head).give('plans', PLAN, 'DecideConflict', {
      conflict: conflictId(task(4), 'TOTAL_MISMATCH'),
      choice: 'library',
      reason: '以名录库为准',
    });
    await house.as(supervision).give('plans', PLAN, 'ReleasePlan');
    for (const id of [4, 5]) await house.as(supervision).give('plans', PLAN, 'AllotTask', { task: task(id) });
    await house.on('2023-07-05');
  });
  afterAll(() => house.close());

  const shown = async (series: string) => (await publicDraw(house, series)) as unknown as ElsewhereBody;

  it('trap 4 compares nothing where there is nothing to compare with, and the entries of May aren’t recent', async () => {
    await freeze(house, objects);
    expect(await shown(task(4))).toMatchObject({ recentChanges: [], differences: [], differsFrom: null });
  });

  it('trap 3 trap 4 shows a change of the day beside the pool, and how the pool differs from the organ’s last one', async () => {
    await house.as(officer).give('rosters', 'chaozhou.law-firm', 'ChangeInstitutionStatus', {
      institution: gone?.institution,
      status: 'suspended',
      reason: '停业整顿',
      occurredOn: '2023-07-05',
    });
    await freeze(house, twin);
    const { recentChanges, differences, differsFrom } = await shown(task(5));
    expect(recentChanges).toMatchObject([{ id: gone?.institution, change: 'status-changed', now: 'excluded' }]);
    expect(JSON.stringify(recentChanges)).not.toContain(officer);
    expect(differsFrom).toBe(task(4));
    expect(differences).toMatchObject([{ id: gone?.institution, change: 'excluded', after: '停业整顿' }]);
  });
});

async function prepareLawyers(house: House): Promise<void> {
  await prepare(house, '2023-05-08', 20);
}
