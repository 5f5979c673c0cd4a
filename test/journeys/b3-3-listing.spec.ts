import type { CaseBody } from './bodies';
import { draw } from './ceremony';
import { answer, collect, outbox } from './fourth';
import {
  approve,
  approveAndNotify,
  caseAt,
  caseOf,
  file,
  fileCopy,
  lawyers,
  publish,
  record,
  recorderOf,
  visit,
} from './inspection';
import { PLAN, planAndAllot, prepare, task } from './preparation';
import { atRest } from './refusals';
import { chaozhou, fagaiju } from './seeds';
import { House, until } from './server';

const [unreachable, annulled, expiring] = [1, 2, 3].map((number) => `${task(4)}-${number}`) as [string, string, string];
const { officer, head, leader } = lawyers;

interface StandingBody {
  readonly stage: string;
  readonly proposal: { readonly proposedBy: string; readonly legalBasis: readonly { readonly article: string }[] };
  readonly publications: readonly {
    readonly publication: string;
    readonly kind: string;
    readonly status: string;
    readonly posted: readonly object[];
  }[];
  readonly revision: number;
}
interface Listing {
  readonly institutionName: string;
  readonly listName: string;
  readonly groundLabel: string;
  readonly ended: { readonly how: string; readonly reason: string } | null;
}

describe('B三(三)(四) 执业异常对象名单和信用黑名单', () => {
  let house: House;
  const on = (id: string): Promise<CaseBody> => caseOf(house, id);
  const standing = (id: string): Promise<StandingBody> =>
    house.as(leader).read<StandingBody>(`/api/v1/standings/${encodeURIComponent(id)}`);
  const standingAt = (id: string, stage: string): Promise<StandingBody> =>
    until(async () => {
      const { status, body } = await house.as(leader).get<StandingBody>(`/api/v1/standings/${encodeURIComponent(id)}`);
      return status === 200 && body.stage === stage ? body : undefined;
    }, `${id} at ${stage}`);
  const give = (login: string, id: string, command: string, data: object = {}) =>
    house.as(login).give('standings', id, command, data);
  const listings = (state = 'listed') => house.anybody.list<Listing>(`/api/v1/public/listings?state=${state}`);
  const objectOf = async (id: string): Promise<string> => (await on(id)).object?.id ?? '';
  const nameOf = async (id: string): Promise<string> => (await on(id)).object?.name ?? '';

  /** 公示 on both channels, with receipts. */
  async function post(id: string, publication: string): Promise<void> {
    for (const channel of ['portal', 'credit-platform']) {
      await give(officer, id, 'PostListing', { publication, channel });
      await give(officer, id, 'AcknowledgeListingPosting', { publication, channel, receipt: `回执 ${channel} ${id}` });
    }
  }

  const sentTo = (channel: string, id: string, publication: string) =>
    outbox(house, channel).find((sent) => sent['id'] === `${id}.${publication}`);
  const owedOf = async (id: string): Promise<readonly object[]> =>
    (await house.as(leader).list<{ kind: string; subject: { id: string } }>('/api/v1/due?organ=chaozhou')).filter(
      ({ kind, subject }) => kind === 'listing-publication' && subject.id === id,
    );

  /** 公示 through the channels themselves: handed over, answered by receipt files, taken in. */
  async function throughChannels(id: string, publication: string, channels = ['portal', 'credit-platform']) {
    for (const channel of channels) {
      await give(officer, id, 'PostListing', { publication, channel });
      await until(async () => sentTo(channel, id, publication), `${publication} at ${channel}`);
      const receipt = `回执 ${channel} ${publication}`;
      answer(house, channel, `${id}.${publication}`, { publication: `${id}.${publication}`, accepted: true, receipt });
    }
    expect(await collect(house)).toEqual({ taken: channels.length, refused: [] });
  }

  /** 立案, 处罚, 提请, 告知, 陈述申辩, 决定 for one of the cases. @returns the standing's id */
  async function penalizeAndList(id: string, today: string, last: string): Promise<string> {
    await record(house, lawyers, id, today, {
      text: '以不正当手段承揽业务。',
      resultClass: 'breach-investigation',
      severity: 'serious',
    });
    await approve(house, lawyers, id);
    await publish(house, lawyers, id);
    await fileCopy(house, lawyers, id, today);
    const finding = (await on(id)).findings[0]?.finding;
    const documentNumber = `测试罚字〔2023〕${id}号`;
    await house.as(officer).give('cases', id, 'OpenInvestigation', { finding, occurredOn: today, documentNumber });
    const disposition = (await on(id)).dispositions[0]?.disposition ?? '';
    const decided = { disposition, finding, occurredOn: today, documentNumber, penalties: ['罚款'] };
    await house.as(leader).give('cases', id, 'DecidePenalty', { ...decided, penaltyClass: 'ordinary' });
    await publish(house, lawyers, id);
    const credit = `${await objectOf(id)}.credit`;
    const proposal = {
      case: id,
      disposition,
      ground: 'penalty',
      legalBasis: [{ law: '信用监管规定（测试文本）', article: '第九条', version: '测试文本' }],
      class: 'ordinary',
      reason: '已作出处罚决定',
      penalty: { number: documentNumber, decidedOn: today },
    };
    const unfounded = { ...proposal, legalBasis: [] };
    expect(await house.as(officer).refused('standings', credit, 'ProposeListing', unfounded)).toBe(
      '422 LISTING_WITHOUT_BASIS',
    );
    await give(officer, credit, 'ProposeListing', proposal);
    await give(officer, credit, 'ServeListingNotice', { occurredOn: today });
    const paper = await file(house, id, officer, '陈述申辩书.pdf');
    await give(officer, credit, 'RecordHearing', { occurredOn: today, evidence: [paper] });
    await give(leader, credit, 'ConfirmListing', { until: last, reason: '事实清楚' });
    return credit;
  }

  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-05-08T01:00:00.000Z' });
    await prepare(house, '2023-05-08', 21);
    const source = { kind: 'own', note: '测试用依据' };
    const unreachableBasis = [{ law: '执业异常对象名单管理办法（测试文本）', article: '第五条', version: '测试文本' }];
    await house.as(leader).give('organs', 'chaozhou', 'ReviseRules', {
      changes: {
        listingBasis: { value: { unreachable: unreachableBasis }, source },
        listNames: { value: { abnormal: '法律服务执业异常名录', credit: '行业黑名单' }, source },
        channels: { value: ['portal', 'credit-platform'], source },
      },
      reason: '明确列入依据和名单名称',
    });
    await house.on('2023-06-05');
    await planAndAllot(house, [4], '2023-06-05', [4]);
    await house.on('2023-07-10');
    await draw(house, { officer, plan: PLAN, series: task(4) });
    await caseAt(house, expiring, 'awaiting-team');
    await draw(house, { officer, plan: PLAN, series: `${task(4)}:team` });
    for (const id of [unreachable, annulled, expiring]) {
      await caseAt(house, id, 'awaiting-notice');
      await approveAndNotify(house, lawyers, id, '2023-07-10');
    }
    await house.on('2023-07-31');
    for (const id of [unreachable, annulled, expiring]) await visit(house, lawyers, id, '2023-07-31');
  });
  afterAll(() => house.close());

  it('R83 C18 trap 8: two dated attempts and the organ’s legal basis propose the listing by themselves, and nothing is listed by itself', async () => {
    const login = await recorderOf(house, lawyers, unreachable);
    const contacts = [];
    for (const [day, how] of [
      ['2023-07-28', '拨打登记的联系方式'],
      ['2023-07-31', '到登记的执业场所'],
    ] as const) {
      contacts.push({ on: day, how, evidence: await file(house, unreachable, login, `联系记录${day}.pdf`) });
    }
    const result = { text: '登记场所已无人办公。', resultClass: 'unreachable', severity: 'ordinary', contacts };
    await record(house, lawyers, unreachable, '2023-07-31', result, { kind: 'nobody-there', reason: '现场无人' });
    const abnormal = `${await objectOf(unreachable)}.abnormal`;
    expect((await house.as(leader).get(`/api/v1/standings/${abnormal}`)).status).toBe(404);
    await approve(house, lawyers, unreachable);
    const proposed = await standingAt(abnormal, 'proposed');
    expect(proposed.proposal).toMatchObject({ proposedBy: login, legalBasis: [{ article: '第五条' }] });
    expect(await listings()).toEqual([]);
    // The proposal is noted in the case by itself, too.
    await atRest(house);
    await publish(house, lawyers, unreachable);
    await fileCopy(house, lawyers, unreachable, '2023-07-31');
  });

  it('R83 R74 C21 trap 8: told, window past, decided by a leader, made public under the organ’s own name of the list', async () => {
    const abnormal = `${await objectOf(unreachable)}.abnormal`;
    await give(officer, abnormal, 'ServeListingNotice', { occurredOn: '2023-07-31' });
    const decision = { until: null, reason: '期限内未陈述申辩' };
    expect(await house.as(leader).refused('standings', abnormal, 'ConfirmListing', decision)).toBe('409 OUT_OF_TURN');
    await house.on('2023-08-08');
    await standingAt(abnormal, 'heard');
    expect(await house.as(head).refused('standings', abnormal, 'ConfirmListing', decision)).toBe('403 ROLE_MISSING');
    await give(leader, abnormal, 'ConfirmListing', decision);
    expect((await caseAt(house, unreachable, 'abnormal')).stage.label).toBe('执业异常');
    expect(await listings()).toEqual([]);

    const posting = { publication: 'p1', channel: 'credit-platform' };
    await give(officer, abnormal, 'PostListing', posting);
    await give(officer, abnormal, 'FailListingPosting', { ...posting, reason: '信用平台超时' });
    await post(abnormal, 'p1');
    expect(await house.as(officer).refused('standings', abnormal, 'PostListing', posting)).toBe('409 PUBLICATION_OVER');
    const [entry] = await listings();
    expect(entry).toMatchObject({
      institutionName: await nameOf(unreachable),
      listName: '法律服务执业异常名录',
      groundLabel: '通过登记的住所或者执业场所无法联系',
      ended: null,
    });
  });

  it('C20 removes the entry once the ground is gone: asked for by one, decided by another, no longer public', async () => {
    const abnormal = `${await objectOf(unreachable)}.abnormal`;
    const paper = await file(house, unreachable, officer, '恢复办公证明.pdf');
    const request = { way: 'removed', reason: '已恢复办公并可联系', occurredOn: '2023-08-08', evidence: [paper] };
    await give(officer, abnormal, 'RequestListingEnd', request);
    const grant = { reason: '经核实已可联系' };
    expect(await house.as(officer).refused('standings', abnormal, 'GrantListingEnd', grant)).toBe('403 ROLE_MISSING');
    await give(leader, abnormal, 'GrantListingEnd', grant);
    expect(await listings()).toEqual([]);
    await caseAt(house, unreachable, 'closed');
    await post(abnormal, 'p2');
    const { publications } = await standing(abnormal);
    expect(publications.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      'listing discharged',
      'end discharged',
    ]);
  });

  it('R87 trap 8: a penalty annulled on reconsideration takes entry and publication along, with notice; history remains', async () => {
    const credit = await penalizeAndList(annulled, '2023-08-08', '2024-08-08');
    expect(await owedOf(credit)).toMatchObject([{ label: '名单公示', on: '2023-08-13', overdue: false }]);
    await throughChannels(credit, 'p1');
    expect(await owedOf(credit)).toEqual([]);
    expect(sentTo('portal', credit, 'p1')).toMatchObject({
      listName: '行业黑名单',
      institutionName: await nameOf(annulled),
      listedOn: '2023-08-08',
      until: '2024-08-08',
      replaces: null,
      notice: null,
    });
    expect((await caseAt(house, annulled, 'blacklisted')).stage.label).toBe('黑名单');
    expect((await listings()).map(({ listName }) => listName)).toEqual(['行业黑名单']);

    const { dispositions } = await on(annulled);
    await house.as(leader).give('cases', annulled, 'AnnulPenalty', {
      disposition: dispositions[0]?.disposition,
      finding: dispositions[0]?.finding,
      occurredOn: '2023-08-08',
      documentNumber: '测试复议〔2023〕1号',
      reason: '适用法律错误',
    });
    await standingAt(credit, 'withdrawn');
    expect(await listings()).toEqual([]);
    expect(await listings('withdrawn')).toEqual([]);
    expect(await owedOf(credit)).toMatchObject([{ label: '撤销列入公示', on: '2023-08-13' }]);
    await throughChannels(credit, 'p2');
    expect(sentTo('credit-platform', credit, 'p2')).toMatchObject({
      replaces: `${credit}.p1`,
      notice: '原列入名单的决定已被撤销，予以撤回',
      endedHow: '撤销列入',
    });
    const [notice] = await listings('withdrawn');
    expect(notice?.ended).toMatchObject({ how: 'withdrawn', reason: '处罚决定已被测试复议〔2023〕1号撤销' });
    await publish(house, lawyers, annulled);
    await caseAt(house, annulled, 'closed');
    const events = await house.as(officer).list<{ type: string }>(`/api/v1/standings/${credit}/events`);
    expect(events.map(({ type }) => type)).toEqual([
      'ListingProposed',
      'ListingNoticeServed',
      'ListingHeard',
      'ListingConfirmed',
      'ListingPosted',
      'ListingPosted',
      'ListingPostingAcknowledged',
      'ListingPostingAcknowledged',
      'ListingWithdrawn',
      'ListingPosted',
      'ListingPosted',
      'ListingPostingAcknowledged',
      'ListingPostingAcknowledged',
    ]);
  });

  it('R74 trap 9 trap 10: what is late goes to the leader, a silent channel has failed there alone, and nothing is posted twice', async () => {
    const credit = await penalizeAndList(expiring, '2023-08-08', '2023-12-08');
    for (const channel of ['portal', 'credit-platform']) {
      await give(officer, credit, 'PostListing', { publication: 'p1', channel });
      await until(async () => sentTo(channel, credit, 'p1'), `p1 at ${channel}`);
    }
    answer(house, 'portal', 'listed', { publication: `${credit}.p1`, accepted: true, receipt: '门户-1' });
    await house.on('2023-08-14');
    const { publications } = await standing(credit);
    expect(publications[0]?.posted).toMatchObject([
      { channel: 'portal', status: 'acknowledged', receipt: '门户-1' },
      { channel: 'credit-platform', status: 'failed', failure: '至 2023-08-11 未收到回执', receipt: null },
    ]);
    expect(await owedOf(credit)).toMatchObject([{ on: '2023-08-13', overdue: true, escalatedTo: 'leader' }]);
    await give(officer, credit, 'PostListing', { publication: 'p1', channel: 'credit-platform' });
    expect(outbox(house, 'credit-platform').filter(({ id }) => id === `${credit}.p1`)).toHaveLength(1);
    const refusal = { publication: `${credit}.p1`, accepted: false, reason: '登记号不符' };
    answer(house, 'credit-platform', 'no', refusal);
    expect(await collect(house)).toEqual({ taken: 1, refused: [] });
    answer(house, 'credit-platform', 'nobody', { ...refusal, publication: `${credit}.p9` });
    expect((await collect(house)).refused).toMatchObject([{ source: 'nobody.json', reason: '没有这一项公示' }]);
    await throughChannels(credit, 'p1', ['credit-platform']);
    expect(await owedOf(credit)).toEqual([]);
  });

  it('C20 trap 8 trap 9: an entry ends by itself after its last day, once, whatever is restarted', async () => {
    const credit = `${await objectOf(expiring)}.credit`;
    await house.on('2023-12-08');
    expect((await standing(credit)).stage).toBe('listed');
    await house.on('2023-12-09');
    await standingAt(credit, 'expired');
    expect(await listings()).toEqual([]);
    await caseAt(house, expiring, 'closed');
    await house.restart('kill');
    await house.on('2023-12-10');
    const events = await house.as(officer).list<{ type: string; actor: string }>(`/api/v1/standings/${credit}/events`);
    expect(events.filter(({ type }) => type === 'ListingExpired')).toMatchObject([{ actor: 'system:daily' }]);
  });

  it('R91 C20 trap 15 tells which entries stood on a day, and which as it was known then', async () => {
    const object = await objectOf(expiring);
    const inForce = async (query: string): Promise<boolean> =>
      (await house.as(officer).list<{ object: string }>(`/api/v1/standings/in-force?${query}`)).some(
        (entry) => entry.object === object,
      );
    expect(await inForce('on=2023-12-08')).toBe(true);
    expect(await inForce('on=2023-12-09')).toBe(false);
    expect(await inForce('on=2023-12-08&knownOn=2023-12-10')).toBe(true);
    expect(await inForce('on=2023-12-08&knownOn=2023-08-01')).toBe(false);
    expect(await house.as('fagaiju-officer').list('/api/v1/standings/in-force?on=2023-12-08')).toEqual([]);
  });

  it('R5 an entry is read by its organ alone', async () => {
    const credit = `${await objectOf(expiring)}.credit`;
    expect((await house.as('fagaiju-officer').get(`/api/v1/standings/${credit}`)).status).toBe(404);
  });
});
