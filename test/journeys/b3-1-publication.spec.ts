import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { file, lawyers, nothingFound } from './inspection';
import {
  answer,
  collect,
  deskOf,
  followed,
  found,
  numbered,
  openFourth,
  outbox,
  publishAll,
  readAndPost,
  type PublicBody,
} from './fourth';
import { CANARY } from './people';
import { loseAndRestore, withItsOwnLog } from './restore';
import { until, type House } from './server';

const [clean, punished, refusing, wordy] = [1, 2, 3, 4].map(numbered) as [string, string, string, string];
const { officer, head, leader } = lawyers;
const VISIT = '2023-07-18';
const REMEDIES = '不服本决定的，可以自收到之日起六十日内申请行政复议，或者在六个月内提起行政诉讼。';

describe('B三(一) 抽查情况及查处结果公开', () => {
  let house: House;
  const results = () => house.anybody.list<PublicBody>('/api/v1/public/results');
  const publicOf = async (id: string) => (await results()).find((each) => each.case === id);

  beforeAll(async () => {
    house = await openFourth([1, 2, 3, 4], VISIT);
  });
  afterAll(() => house.close());

  it('R74 R75 hands the seven fields to both channels, and counts as published when both have answered', async () => {
    await found(house, clean, VISIT, nothingFound);
    await readAndPost(house, clean);
    const [sent] = outbox(house, 'portal');
    expect(sent).toMatchObject({
      id: `${clean}.result-1`,
      channel: 'portal',
      replaces: null,
      institutionName: expect.stringContaining('律师事务所') as string,
      inspectedOn: VISIT,
      method: '实地检查',
      result: expect.stringContaining('未发现问题') as string,
      breachHandling: '无',
    });
    expect(outbox(house, 'credit-platform')).toHaveLength(1);
    expect(JSON.stringify(sent)).not.toContain(CANARY);

    const publication = `${clean}.result-1`;
    answer(house, 'portal', 'a', { publication, accepted: true, receipt: '门户-0001' });
    expect(await collect(house)).toEqual({ taken: 1, refused: [] });
    expect((await followed(house, clean)).stage.label).toBe('待公示');
    expect(await publicOf(clean)).toBeUndefined();
    answer(house, 'credit-platform', 'a', { publication, accepted: true, receipt: '信用-0001' });
    await collect(house);
    expect((await followed(house, clean)).stage.label).toBe('已办结');
    expect(await publicOf(clean)).toMatchObject({ publication: 'result-1', notice: null, earlier: [] });
  });

  it('trap 10 takes a receipt once, and sets aside what fits no publication', async () => {
    const publication = `${clean}.result-1`;
    answer(house, 'portal', 'a', { publication, accepted: true, receipt: '门户-0001' });
    answer(house, 'portal', 'b', { publication: 'nothing.result-9', accepted: true, receipt: '门户-0002' });
    answer(house, 'portal', 'c', { accepted: 'yes' });
    const { taken, refused } = await collect(house);
    expect(taken).toBe(1);
    expect(refused.map(({ source }) => source)).toEqual(['b.json', 'c.json']);
    const events = await house.as(officer).list<{ type: string }>(`/api/v1/cases/${clean}/events`);
    expect(events.filter(({ type }) => type === 'PublicationAcknowledged')).toHaveLength(2);
  });

  it('C24 trap 10 stops a text that points at somebody until it is masked or confirmed', async () => {
    const text = '卷宗12号未附委托人签字。';
    await found(house, wordy, VISIT, { text, resultClass: 'correction-ordered', severity: 'ordinary' });
    const [draft] = await deskOf(house, wordy);
    expect(draft).toMatchObject({ draft: true, doubts: [{ field: 'result', found: ['委托人'] }] });
    const refused = (more: object) =>
      house.as(officer).refused('cases', wordy, 'ReviewPublication', { debt: 'result-1', ...more });
    expect(await refused({})).toBe('422 TEXT_DOUBTFUL');
    expect(await refused({ redactions: [{ finding: 'f1', text: '联系13800138000' }] })).toBe('422 PERSONAL_DATA');
    expect(
      await house
        .as(officer)
        .refused('cases', wordy, 'PostPublication', { debt: 'result-1', channel: 'portal', read: true }),
    ).toBe('409 NOT_REVIEWED');
    const { team } = await followed(house, wordy);
    const names = await house
      .as(officer)
      .read<{ items: readonly { name: string }[] }>(`/api/v1/persons?ids=${team[0]?.inspector}`)
      .then(({ items }) => items.map(({ name }) => name));
    expect(names[0]).toContain(CANARY);
    expect(await refused({ redactions: [{ finding: 'f1', text: `由${names[0]}检查` }] })).toBe('422 PERSONAL_DATA');
    const masked = { debt: 'result-1', redactions: [{ finding: 'f1', text: '一件卷宗签字不全。' }] };
    await house.as(officer).give('cases', wordy, 'ReviewPublication', masked);
    expect((await followed(house, wordy)).findings[0]?.text).toBe(text);
  });

  it('trap 10 tries a channel that took nothing again, and posts nothing twice', async () => {
    const place = join(house.place.dataDir, 'outbox', 'credit-platform');
    const post = (channel: string) =>
      house.as(officer).give('cases', wordy, 'PostPublication', { debt: 'result-1', channel, read: true });
    await post('portal');
    await until(
      async () => outbox(house, 'portal').some(({ id }) => id === `${wordy}.result-1`),
      'the file of the portal',
    );
    const stuck = join(place, `${wordy}.result-1.json`);
    writeFileSync(stuck, '另一份文件占用了这个名字');
    await post('credit-platform');
    const half = await until(async () => {
      const [publication] = await deskOf(house, wordy);
      return publication?.channels[1]?.status === 'failed' ? publication : undefined;
    }, 'the failure of the platform');
    expect(half?.channels).toMatchObject([
      { channel: 'portal', status: 'posted' },
      { channel: 'credit-platform', status: 'failed', failure: expect.stringContaining('不予覆盖') as string },
    ]);
    rmSync(stuck);
    await post('credit-platform');
    await until(async () => outbox(house, 'credit-platform').some(({ id }) => id === `${wordy}.result-1`), 'the file');
    const again = { debt: 'result-1', channel: 'portal', read: true };
    expect(await house.as(officer).refused('cases', wordy, 'PostPublication', again)).toBe('409 ALREADY_POSTED');
    // The portal stays silent: after its days it has failed there; a receipt that comes later counts all the same.
    answer(house, 'credit-platform', wordy, { publication: `${wordy}.result-1`, accepted: true, receipt: '信用-9' });
    await house.on('2023-07-21');
    expect((await deskOf(house, wordy))[0]?.channels).toMatchObject([
      { channel: 'portal', status: 'failed', failure: '至 2023-07-20 未收到回执' },
      { channel: 'credit-platform', status: 'acknowledged', receipt: '信用-9' },
    ]);
    answer(house, 'portal', wordy, { publication: `${wordy}.result-1`, accepted: true, receipt: '门户-9' });
    await collect(house);
    expect((await publicOf(wordy))?.result).toBe('发现问题，责令改正：一件卷宗签字不全。');
    expect(outbox(house, 'portal').filter(({ id }) => id === `${wordy}.result-1`)).toHaveLength(1);
  });

  it('trap 10 trap 14 corrects what was published: the page says so, the file keeps both', async () => {
    await house.as(officer).give('cases', clean, 'ProposeAmendment', {
      amendment: 'a1',
      finding: 'f1',
      text: '按事项清单逐项检查，未发现问题；附收费公示照片。',
      reason: '补充说明',
    });
    await house.as(head).give('cases', clean, 'ApproveAmendment', { amendment: 'a1' });
    await publishAll(house, clean);
    const page = await publicOf(clean);
    expect(page).toMatchObject({
      publication: 'correction-2',
      notice: `更正公示，更正${VISIT}公示内容，原内容保留备查；更正事由：补充说明`,
      earlier: [{ publication: 'result-1', kind: 'result', notice: null }],
    });
    expect(JSON.stringify(page?.earlier)).not.toContain('逐项检查');
    const [first, second] = await deskOf(house, clean);
    expect(first?.content['result']).toBe('未发现问题：按事项清单逐项检查，未发现问题。');
    expect(second?.content['result']).toContain('附收费公示照片');
    const sent = outbox(house, 'portal').find(({ id }) => id === `${clean}.correction-2`);
    expect(sent).toMatchObject({ replaces: `${clean}.result-1`, notice: page?.notice });
  });

  it('R74 R78 R87 publishes two months later what came of a breach, linked to the first', async () => {
    const finding = await found(house, punished, '2023-07-21', {
      text: '以不正当手段承揽业务。',
      resultClass: 'breach-investigation',
      severity: 'serious',
    });
    await publishAll(house, punished);
    const on = { disposition: 'd1', finding };
    const opened = { finding, occurredOn: '2023-07-21', documentNumber: '测试立字〔2023〕1号' };
    await house.as(officer).give('cases', punished, 'OpenInvestigation', opened);
    await house.on('2023-09-18');
    const notice = {
      ...on,
      occurredOn: '2023-09-18',
      documentNumber: '测试罚告字〔2023〕1号',
      hearUntil: '2023-09-22',
    };
    await house.as(officer).give('cases', punished, 'ServePenaltyNotice', notice);
    await house.on('2023-09-25');
    const decision = {
      ...on,
      occurredOn: '2023-09-25',
      documentNumber: '测试罚字〔2023〕1号',
      penalties: ['警告'],
      penaltyClass: 'ordinary',
    };
    const asLeader = house.as(leader);
    expect(await asLeader.refused('cases', punished, 'DecidePenalty', decision)).toBe('422 REMEDIES_MISSING');
    const whole = { ...decision, remedies: REMEDIES };
    expect(await asLeader.refused('cases', punished, 'DecidePenalty', whole)).toBe('409 GUIDANCE_MISSING');
    const guidance = { finding, kind: 'persuasion', text: '劝导规范业务承揽', occurredOn: '2023-09-25' };
    await house.as(officer).give('cases', punished, 'GiveGuidance', guidance);
    await asLeader.give('cases', punished, 'DecidePenalty', whole);
    await publishAll(house, punished);
    expect(await publicOf(punished)).toMatchObject({
      publication: 'outcome-2',
      notice: '查处结果补充公示，补充2023-07-21公示内容',
      breachHandling: '测试罚字〔2023〕1号：警告',
      earlier: [{ publication: 'result-1' }],
    });
  });

  it('R87 trap 7 takes the penalty back when it is annulled, and says which publication', async () => {
    await house.on('2023-11-20');
    const annulled = {
      disposition: 'd1',
      finding: 'f1',
      occurredOn: '2023-11-20',
      documentNumber: '测试府复〔2023〕3号',
      reason: '行政复议撤销',
    };
    await house.as(leader).give('cases', punished, 'AnnulPenalty', annulled);
    await publishAll(house, punished);
    expect(await publicOf(punished)).toMatchObject({
      publication: 'withdrawal-3',
      notice: '撤回公示，2023-09-25公示内容所载处罚决定已被撤销，予以撤回',
      breachHandling: '测试罚字〔2023〕1号已于2023-11-20撤销',
      earlier: [{ publication: 'result-1' }, { publication: 'outcome-2' }],
    });
    expect((await followed(house, punished)).stage.label).toBe('已办结');
  });

  it('R76 publishes grave non-cooperation on the credit platform, when the approved result calls it serious', async () => {
    const result = { text: '拒绝检查人员查阅卷宗。', resultClass: 'non-cooperation', severity: 'serious' };
    await found(house, refusing, '2023-11-20', result);
    await publishAll(house, refusing);
    const [, grave] = await deskOf(house, refusing);
    expect(grave).toMatchObject({ kind: 'non-cooperation', channels: [{ channel: 'credit-platform' }] });
    await readAndPost(house, refusing);
    expect(outbox(house, 'credit-platform').find(({ id }) => id === `${refusing}.non-cooperation-2`)).toMatchObject({
      notice: '不予配合检查，情节严重，依规定通过信用信息公示平台公示',
    });
    expect(outbox(house, 'portal').some(({ id }) => id === `${refusing}.non-cooperation-2`)).toBe(false);
    const found2 = { finding: 'f1', reason: '再次拒绝', occurredOn: '2023-11-20' };
    expect(await house.as(officer).refused('cases', refusing, 'FindGraveNonCooperation', found2)).toBe(
      '403 ROLE_MISSING',
    );
    expect(await house.as(head).refused('cases', refusing, 'FindGraveNonCooperation', found2)).toBe(
      '409 GRAVE_ALREADY',
    );
    await file(house, refusing, officer, '公示截图.pdf');
  });

  withItsOwnLog(
    'R74 trap 10 T12 what went out and what came back stands in a backup: restored, a waiting receipt is taken, nothing is posted twice',
    async () => {
      const publication = `${refusing}.non-cooperation-2`;
      const before = outbox(house, 'credit-platform');
      answer(house, 'credit-platform', 'waiting', { publication, accepted: true, receipt: '信用-76' });
      expect(await loseAndRestore(house, '2023-11-20')).toMatch(/公示载体收发文件 \d+ 个/);
      expect(outbox(house, 'credit-platform')).toEqual(before);
      const again = { debt: 'non-cooperation-2', channel: 'credit-platform', read: true };
      expect(await house.as(officer).refused('cases', refusing, 'PostPublication', again)).toBe('409 ALREADY_POSTED');
      expect(await collect(house)).toEqual({ taken: 1, refused: [] });
      const [, grave] = await deskOf(house, refusing);
      expect(grave?.channels).toMatchObject([{ status: 'acknowledged', receipt: '信用-76' }]);
      // Put away once, it isn't taken a second time.
      expect(await collect(house)).toEqual({ taken: 0, refused: [] });
    },
  );
});
