import { conflictId } from '@srd/domain/plan';
import { sha256 } from '@srd/kernel';
import { verify } from '@srd/proof/draw';
import type { DrawBody } from './bodies';
import { draw, freeze, publicDraw, sealAndOpen } from './ceremony';
import { approve, approveAndNotify, caseAt, caseOf, file, lawyers, record, recorderOf, visit } from './inspection';
import { draft, PLAN, prepare, task } from './preparation';
import { chaozhou, fagaiju, table } from './seeds';
import { House, until } from './server';

const { officer, head, leader, supervision } = lawyers;
const [punished, gone] = [1, 2].map((number) => `${task(4)}-${number}`) as [string, string];
const AUTUMN = task(5);
const VISIT = '2023-07-31';
const own = { kind: 'own', note: '局长办公会议决定' };
const legalBasis = [{ law: '名单管理规定（测试文本）', article: '第五条', version: '测试文本' }];

describe('B二(八) 列入名单的，加大检查力度，提高抽查比例', () => {
  let house: House;
  let credit = '';
  let abnormal = '';
  const objectOf = async (id: string): Promise<string> => (await caseOf(house, id)).object?.id ?? '';
  const stagedAt = (id: string, stage: string) =>
    until(async () => {
      const { status, body } = await house.as(leader).get<{ stage: string }>(`/api/v1/standings/${id}`);
      return status === 200 && body.stage === stage;
    }, `${id} at ${stage}`);
  const quotas = ({ request }: DrawBody): readonly string[] => {
    if (request?.protocol !== 'srd-draw/1') return [];
    return request.quotas.map(({ stratum, basisPoints, of, size }) => `${stratum} ${basisPoints} ${of} ${size}`);
  };
  const stratumOf = ({ request }: DrawBody, object: string): string | undefined =>
    request?.protocol === 'srd-draw/1' ? request.candidates.find(({ id }) => id === object)?.stratum : undefined;

  /** 告知, 陈述申辩, 决定. */
  async function list(id: string, from: string, until_: string | null): Promise<void> {
    await house.as(officer).give('standings', id, 'ServeListingNotice', { occurredOn: VISIT });
    const evidence = [await file(house, from, officer, '放弃陈述申辩书.pdf')];
    await house.as(officer).give('standings', id, 'RecordHearing', { occurredOn: VISIT, waived: true, evidence });
    await house.as(leader).give('standings', id, 'ConfirmListing', { until: until_, reason: '事实清楚' });
  }

  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-05-08T01:00:00.000Z' });
    await prepare(house, '2023-05-08', 21);
    await house.on('2023-06-05');
    await draft(house, [4]);
    const window = { from: '2023-09-01', to: '2023-10-31', text: '2023年9-10月' };
    const listedRatio = { basisPoints: 10_000, about: false, source: own };
    const content = { ...table.find(({ number }) => number === 4), number: 5, partners: [], window, listedRatio };
    await house.as(officer).give('plans', PLAN, 'DraftTask', { task: AUTUMN, content });
    await house.as(head).give('plans', PLAN, 'SubmitPlan');
    for (const each of [task(4), AUTUMN]) {
      const conflict = conflictId(each, 'TOTAL_MISMATCH');
      await house
        .as(head)
        .give('plans', PLAN, 'DecideConflict', { conflict, choice: 'library', reason: '以名录库为准' });
    }
    await house.as(supervision).give('plans', PLAN, 'ReleasePlan');
    await house.as(supervision).give('plans', PLAN, 'AllotTask', { task: task(4) });
    await house.on('2023-07-10');
    const first = await draw(house, { officer, plan: PLAN, series: task(4) });
    expect(quotas(first)).toEqual(['law-firm 1000 21 3']);
    await caseAt(house, `${task(4)}-3`, 'awaiting-team');
    await draw(house, { officer, plan: PLAN, series: `${task(4)}:team` });
    for (const id of [punished, gone]) {
      await caseAt(house, id, 'awaiting-notice');
      await approveAndNotify(house, lawyers, id, '2023-07-10');
    }
    await house.on(VISIT);
    for (const id of [punished, gone]) await visit(house, lawyers, id, VISIT);
    credit = `${await objectOf(punished)}.credit`;
    abnormal = `${await objectOf(gone)}.abnormal`;
  });
  afterAll(() => house.close());

  it('R91 R92 C19 nobody is outside the random limits before a leader has listed them', async () => {
    const about = {
      section: 'lawyer-administration',
      sector: 'law-firm',
      institution: await objectOf(punished),
      ground: 'credit-listed',
      source: { reference: '名单', receivedOn: VISIT },
      method: 'onSite',
      window: { from: VISIT, to: '2023-12-20' },
      proposedBy: officer,
      occurredOn: VISIT,
    };
    const ask = (id: string, more: object) =>
      house.as(leader).refused('cases', id, 'OpenForCause', { ...about, ...more });
    expect(await ask('fc-chaozhou-2023-1', {})).toBe('422 GROUND_NOT_HELD');

    const [breach] = [{ text: '以不正当手段承揽业务。', resultClass: 'breach-investigation', severity: 'serious' }];
    await record(house, lawyers, punished, VISIT, breach);
    await approve(house, lawyers, punished);
    const finding = (await caseOf(house, punished)).findings[0]?.finding;
    const opened = { finding, occurredOn: VISIT, documentNumber: '测试立字1号' };
    await house.as(officer).give('cases', punished, 'OpenInvestigation', opened);
    const disposition = (await caseOf(house, punished)).dispositions[0]?.disposition ?? '';
    const decided = { disposition, finding, occurredOn: VISIT, documentNumber: '测试罚字1号', penalties: ['罚款'] };
    await house.as(leader).give('cases', punished, 'DecidePenalty', { ...decided, penaltyClass: 'ordinary' });
    await house.as(officer).give('standings', credit, 'ProposeListing', {
      case: punished,
      disposition,
      ground: 'penalty',
      legalBasis,
      class: 'ordinary',
      reason: '已作出处罚决定',
      penalty: { number: '测试罚字1号', decidedOn: VISIT },
    });
    expect(await ask('fc-chaozhou-2023-1', {})).toBe('422 GROUND_NOT_HELD');
    await list(credit, punished, '2024-07-31');

    const login = await recorderOf(house, lawyers, gone);
    const contacts = [];
    for (const on of ['2023-07-28', VISIT]) {
      contacts.push({ on, how: '上门', evidence: await file(house, gone, login, `联系${on}.pdf`) });
    }
    const absent = { text: '无人办公。', resultClass: 'unreachable', severity: 'ordinary', contacts };
    await record(house, lawyers, gone, VISIT, absent, { kind: 'nobody-there', reason: '现场无人' });
    await approve(house, lawyers, gone);
    await house.as(officer).give('standings', abnormal, 'ProposeListing', {
      case: gone,
      ground: 'unreachable',
      legalBasis,
      reason: '两次联系未果',
      contactAttempts: contacts.map(({ on, evidence }) => ({ attemptedOn: on, evidence: [evidence] })),
    });
    await list(abnormal, gone, null);

    // Listed, they are also inspected for that cause, and nobody else is (B二(九)).
    await house.as(leader).give('cases', 'fc-chaozhou-2023-1', 'OpenForCause', about);
    const other = { ground: 'abnormal-listed', institution: await objectOf(gone) };
    expect(await ask('fc-chaozhou-2023-2', { ...other, institution: about.institution })).toBe('422 GROUND_NOT_HELD');
    await house.as(leader).give('cases', 'fc-chaozhou-2023-2', 'OpenForCause', { ...about, ...other });
  });

  it('R49 R94 C13 trap 8 the next draw has them in a stratum of their own with the higher ratio, seen by everybody, and never drops them', async () => {
    await house.on('2023-09-04');
    await house.as(supervision).give('plans', PLAN, 'AllotTask', { task: AUTUMN });
    // Two of two listed and a tenth of the nineteen others.
    await caseAt(house, `${AUTUMN}-4`, 'planned');
    await freeze(house, { officer, plan: PLAN, series: AUTUMN });
    const shown = await publicDraw(house, AUTUMN);
    expect(quotas(shown)).toEqual(['law-firm 1000 19 2', 'law-firm.listed 10000 2 2']);
    for (const each of [await objectOf(punished), await objectOf(gone)]) {
      expect(stratumOf(shown, each)).toBe('law-firm.listed');
    }
    const told = await house.anybody.read<{ chances: readonly { stratum: string; chance: object }[] }>(
      `/api/v1/public/draws/${encodeURIComponent(`${AUTUMN}.1`)}/explanation`,
    );
    const certain = told.chances.filter(({ stratum }) => stratum === 'law-firm.listed');
    expect(certain.map(({ chance }) => chance)).toMatchObject([
      { numerator: '1', denominator: '1' },
      { numerator: '1', denominator: '1' },
    ]);
    // Why somebody stands apart is on record, and not published with the draw.
    const { entries } = await house.as('chaozhou-auditor').read<{
      entries: readonly { event: { data: { raised?: readonly { reasons: readonly string[] }[] } } }[];
    }>(`/api/v1/draws/${encodeURIComponent(`${AUTUMN}.1`)}/bundle?purpose=${encodeURIComponent('核对')}`);
    const raised = entries.flatMap(({ event }) => event.data?.raised ?? []);
    expect(raised.map(({ reasons }) => reasons.join()).sort()).toEqual([
      expect.stringContaining('2023-07-31列入：依法应予行政处罚'),
      expect.stringContaining('2023-07-31列入：通过登记的住所'),
    ]);
    expect(JSON.stringify(shown)).not.toContain('处罚');
  });

  it('C20 trap 8 whoever has left the list before a new freeze stands among the others again', async () => {
    await house
      .as(officer)
      .give('selections', AUTUMN, 'ProposeVoid', { code: 'contributor-missing', reason: '见证人未到' });
    await house.as(head).give('selections', AUTUMN, 'ApproveVoid');
    const evidence = [await file(house, gone, officer, '恢复办公证明.pdf')];
    const request = { way: 'removed', reason: '已恢复办公', occurredOn: '2023-09-04', evidence };
    await house.as(officer).give('standings', abnormal, 'RequestListingEnd', request);
    await house.as(leader).give('standings', abnormal, 'GrantListingEnd', { reason: '经核实可联系' });
    await stagedAt(abnormal, 'removed');
    await freeze(house, { officer, plan: PLAN, series: AUTUMN });
    const shown = await publicDraw(house, AUTUMN, 2);
    expect(quotas(shown)).toEqual(['law-firm 1000 20 2', 'law-firm.listed 10000 1 1']);
    expect(stratumOf(shown, await objectOf(gone))).toBe('law-firm');
    expect(quotas(await publicDraw(house, AUTUMN))).toEqual(['law-firm 1000 19 2', 'law-firm.listed 10000 2 2']);
  });

  it('R91 C13 R55 the blacklisted one is drawn for certain, its case opens, and anybody can repeat the draw', async () => {
    await sealAndOpen(house, { officer, plan: PLAN, series: AUTUMN });
    await house.as(officer).give('selections', AUTUMN, 'Reveal');
    const { transcript } = await publicDraw(house, AUTUMN, 2);
    const object = await objectOf(punished);
    expect(transcript && 'selected' in transcript ? transcript.selected : []).toContain(object);
    expect(verify(transcript, sha256).code).toBe('VERIFIED');
    const cases = await until(async () => {
      const rows = await house
        .as(officer)
        .list<{ case: string; object: string | null }>(`/api/v1/cases?task=${AUTUMN}`);
      return rows.some((row) => row.object === object) && rows;
    }, 'the case of the listed');
    expect(cases.filter((row) => row.object === object)).toHaveLength(1);
  });
});
