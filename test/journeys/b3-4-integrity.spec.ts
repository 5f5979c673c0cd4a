import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  nothingFound,
  publish,
  record,
  visit,
} from './inspection';
import { PLAN, planAndAllot, prepare, task } from './preparation';
import { chaozhou, fagaiju } from './seeds';
import { House, until } from './server';
import { srd } from './srd';

const [penalized, ordered, clean] = [1, 2, 3].map((number) => `${task(4)}-${number}`) as [string, string, string];
const { officer, head, leader } = lawyers;
const TODAY = '2023-07-31';

interface Entry {
  readonly id: string;
  readonly entry: string;
  readonly label: string;
  readonly text: string;
  readonly overtakenBy: string | null;
}
interface FileBody {
  readonly kind: string;
  readonly name: string | null;
  readonly entries: readonly Entry[];
  readonly unsent: readonly string[];
  readonly batches: readonly { readonly batch: string; readonly status: string }[];
  readonly exit: { readonly label: string } | null;
}

describe('B三(四) 诚信档案、随机抽查通报、行业退出', () => {
  let house: House;
  const objectOf = async (id: string): Promise<string> => (await caseOf(house, id)).object?.id ?? '';
  const fileOf = async (object: string, reader = officer): Promise<FileBody> =>
    house.as(reader).read<FileBody>(`/api/v1/integrity-files/${object}`);
  /** Waits for what the file takes in by itself. */
  const fileWith = async (id: string, ...kinds: readonly string[]): Promise<FileBody> => {
    const object = await objectOf(id);
    return until(
      async () => {
        const { status, body } = await house.as(officer).get<FileBody>(`/api/v1/integrity-files/${object}`);
        const told = status === 200 ? body.entries.map(({ entry }) => entry) : [];
        return kinds.every((kind) => told.includes(kind)) ? body : undefined;
      },
      `${kinds.join(', ')} in the file of ${object}`,
    );
  };
  const legalBasis = [{ law: '测试用规定', article: '第九条', version: '测试文本' }];
  let disposition = '';
  let finding = '';

  beforeAll(async () => {
    house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-05-08T01:00:00.000Z' });
    await prepare(house, '2023-05-08', 21);
    await house.on('2023-06-05');
    await planAndAllot(house, [4], '2023-06-05', [4]);
    await house.on('2023-07-10');
    await draw(house, { officer, plan: PLAN, series: task(4) });
    await caseAt(house, clean, 'awaiting-team');
    await draw(house, { officer, plan: PLAN, series: `${task(4)}:team` });
    for (const id of [penalized, ordered, clean]) {
      await caseAt(house, id, 'awaiting-notice');
      await approveAndNotify(house, lawyers, id, '2023-07-10');
    }
    await house.on(TODAY);
    for (const id of [penalized, ordered, clean]) await visit(house, lawyers, id, TODAY);
  });
  afterAll(() => house.close());

  it('R30 R96 an approved result stands in the institution’s file at once, with where it is to be read', async () => {
    await record(house, lawyers, clean, TODAY, nothingFound);
    const object = await objectOf(clean);
    expect((await house.as(officer).get(`/api/v1/integrity-files/${object}`)).status).toBe(404);
    await approve(house, lawyers, clean);
    const { name, entries } = await fileWith(clean, 'result');
    expect(name).toBe((await caseOf(house, clean)).object?.name);
    expect(entries).toMatchObject([{ label: '检查结果', overtakenBy: null, source: { stream: `case-${clean}` } }]);
    expect(entries[0]?.text).toContain('未发现问题');
  });

  it('R30 R96 C24 orders, penalties and listings follow, and guidance as well', async () => {
    await record(house, lawyers, ordered, TODAY, {
      text: '委托手续不全。',
      resultClass: 'correction-ordered',
      severity: 'ordinary',
    });
    await approve(house, lawyers, ordered);
    const first = (await caseOf(house, ordered)).findings[0]?.finding;
    const order = { finding: first, occurredOn: TODAY, text: '责令补齐委托手续', dueOn: '2023-08-21' };
    await house.as(officer).give('cases', ordered, 'OrderCorrection', order);
    const guidance = {
      finding: first,
      occurredOn: TODAY,
      kind: 'advice',
      text: '建议建立委托手续台账，电话13800138000',
    };
    await house.as(officer).give('cases', ordered, 'RecordGuidance', guidance);
    const { entries } = await fileWith(ordered, 'result', 'correction-ordered', 'guidance');
    expect(entries.map(({ text }) => text)).toContain('建议建立委托手续台账，电话〔号码已遮盖〕');

    await record(house, lawyers, penalized, TODAY, {
      text: '以不正当手段承揽业务。',
      resultClass: 'breach-investigation',
      severity: 'serious',
    });
    await approve(house, lawyers, penalized);
    finding = (await caseOf(house, penalized)).findings[0]?.finding ?? '';
    const documentNumber = '测试罚字〔2023〕1号';
    await house
      .as(officer)
      .give('cases', penalized, 'OpenInvestigation', { finding, occurredOn: TODAY, documentNumber });
    disposition = (await caseOf(house, penalized)).dispositions[0]?.disposition ?? '';
    const decided = { disposition, finding, occurredOn: TODAY, documentNumber, penalties: ['罚款'] };
    await house.as(leader).give('cases', penalized, 'DecidePenalty', { ...decided, penaltyClass: 'ordinary' });
    const after = await fileWith(penalized, 'result', 'penalty');
    expect(after.entries.find(({ entry }) => entry === 'penalty')?.text).toBe(`${documentNumber}：罚款`);
    // What is only suspected isn't held against anybody.
    expect(after.entries.map(({ entry }) => entry)).toEqual(['result', 'penalty']);
  });

  it('R94 R95 R96 what is new goes to the credit platform, by batch and receipt', async () => {
    const object = await objectOf(penalized);
    expect((await fileOf(object)).unsent).toHaveLength(2);
    const send = { channel: 'credit-platform' };
    expect(await house.as(head).refused('integrity-files', object, 'SendCreditData', send)).toBe('403 ROLE_MISSING');
    expect(await house.as(officer).refused('integrity-files', object, 'SendCreditData', { channel: 'nowhere' })).toBe(
      '422 NOT_A_CHANNEL',
    );
    await house.as(officer).give('integrity-files', object, 'SendCreditData', send);
    await house.as(officer).give('integrity-files', object, 'FailCreditData', { batch: 'b1', reason: '平台超时' });
    await house.as(officer).give('integrity-files', object, 'SendCreditData', send);
    await house.as(officer).give('integrity-files', object, 'ReceiveCreditData', { batch: 'b2', receipt: '平台回执' });
    const { unsent, batches } = await fileOf(object);
    expect([unsent, batches.map(({ status }) => status)]).toEqual([[], ['failed', 'received']]);
    expect(await house.as(officer).refused('integrity-files', object, 'SendCreditData', send)).toBe(
      '409 NOTHING_TO_SEND',
    );
    const waiting = await house.as(officer).list<{ object: string }>('/api/v1/integrity-files?unsent=1');
    expect(waiting.map((each) => each.object)).not.toContain(object);
  });

  it('R94 R96 trap 10: credit data goes out through the channel, each entry under one name, and its receipt comes in', async () => {
    const object = await objectOf(penalized);
    const [first, second] = await Promise.all(
      ['b1', 'b2'].map((batch) =>
        until(
          async () => outbox(house, 'credit-platform').find(({ id }) => id === `${object}.credit-data.${batch}`),
          batch,
        ),
      ),
    );
    const { entries } = await fileOf(object);
    for (const { id, text } of entries) expect([first?.[id], second?.[id]]).toEqual([text, text]);
    expect([first?.['replaces'], second?.['replaces']]).toEqual([null, `${object}.credit-data.b1`]);
    const { name } = (await caseOf(house, clean)).object ?? { name: '' };
    const other = await objectOf(clean);
    await house.as(officer).give('integrity-files', other, 'SendCreditData', { channel: 'credit-platform' });
    const id = `${other}.credit-data.b1`;
    const sent = await until(async () => outbox(house, 'credit-platform').find((each) => each['id'] === id), id);
    expect(sent).toMatchObject({ institutionName: name, registrationNumber: `TEST-${other}`, replaces: null });
    answer(house, 'portal', 'stray', { publication: id, accepted: true, receipt: '门户-1' });
    answer(house, 'credit-platform', 'credit', { publication: id, accepted: true, receipt: '信用-1' });
    const { taken, refused } = await collect(house);
    expect([taken, refused.map(({ source }) => source)]).toEqual([1, ['stray.json']]);
    expect((await fileOf(other)).batches).toMatchObject([{ status: 'received', receipt: '信用-1' }]);
  });

  it('R95 a circular names institutions only after their results were published, is issued by another, and enters the files', async () => {
    const id = 'chaozhou-2023-c1';
    const [bad, good] = [await objectOf(ordered), await objectOf(clean)];
    const draft = {
      section: 'lawyer-administration',
      title: '关于2023年律师事务所随机抽查情况的通报',
      number: '测试通〔2023〕1号',
      task: task(4),
      period: { from: '2023-07-01', to: '2023-08-31' },
      audience: 'public',
      text: '共检查3家。',
      named: [
        { object: bad, case: ordered, stance: 'criticised', text: '委托手续不全' },
        { object: good, case: clean, stance: 'commended', text: '未发现问题' },
      ],
    };
    const refused = (change: object) =>
      house.as(officer).refused('circulars', id, 'DraftCircular', { ...draft, ...change });
    expect(await refused({})).toBe('409 RESULT_NOT_PUBLISHED');
    for (const each of [ordered, clean]) {
      await publish(house, lawyers, each);
      await fileCopy(house, lawyers, each, TODAY);
    }
    expect(await refused({ named: [{ ...draft.named[0], object: good }] })).toBe('422 NOT_THE_CASES_OBJECT');
    expect(await refused({ text: '联系人电话13800000000' })).toBe('422 PERSONAL_DATA');
    await house.as(officer).give('circulars', id, 'DraftCircular', draft);
    expect(await house.anybody.list('/api/v1/public/circulars')).toEqual([]);
    expect(await house.as(officer).refused('circulars', id, 'IssueCircular')).toBe('403 ROLE_MISSING');
    await house.as(head).give('circulars', id, 'IssueCircular');
    const [shown] = await house.anybody.list<{ number: string; named: readonly { object: string }[] }>(
      '/api/v1/public/circulars',
    );
    expect(shown).toMatchObject({ number: '测试通〔2023〕1号', named: [{ object: bad }, { object: good }] });
    expect(shown).not.toHaveProperty('draftedBy');
    const filed = await fileWith(ordered, 'circular');
    expect(filed.entries.at(-1)).toMatchObject({ label: '随机抽查通报', overtakenBy: null });
    await fileWith(clean, 'circular');

    await house.as(head).give('circulars', id, 'WithdrawCircular', { reason: '所列事实有误', occurredOn: TODAY });
    const after = await fileWith(ordered, 'circular-withdrawn');
    const told = after.entries.filter(({ entry }) => entry.startsWith('circular'));
    expect(told.map(({ overtakenBy }) => overtakenBy)).toEqual([told[1]?.id, null]);
    expect((await house.anybody.list<{ status: string }>('/api/v1/public/circulars'))[0]?.status).toBe('withdrawn');
  });

  it('R30 R88 C24 a practitioner is listed under an id, and their file is opened for a purpose that stays on record', async () => {
    const person = 'p-lawyer-7';
    const institution = await objectOf(penalized);
    const credit = `${person}.credit`;
    const proposal = {
      case: penalized,
      disposition,
      practitioner: true,
      ground: 'penalty',
      legalBasis,
      class: 'ordinary',
      reason: '对直接责任人员一并处罚',
      penalty: { number: '测试罚字〔2023〕1号', decidedOn: TODAY },
    };
    expect(await house.as(officer).refused('standings', 'p-nobody.credit', 'ProposeListing', proposal)).toBe(
      '404 UNKNOWN_SUBJECT',
    );
    // Known, but practising elsewhere as far as the roster says: not at all.
    expect(await house.as(officer).refused('standings', credit, 'ProposeListing', proposal)).toBe(
      '404 UNKNOWN_SUBJECT',
    );
    const entry = { person, institution, particulars: { fictional: true }, occurredOn: '2023-01-10' };
    await house.as(officer).give('practitioners', 'chaozhou.law-firm', 'RegisterPractitioner', entry);
    await house.as(officer).give('standings', credit, 'ProposeListing', proposal);
    await house.as(officer).give('standings', credit, 'ServeListingNotice', { occurredOn: TODAY });
    const paper = await file(house, penalized, officer, '陈述申辩书.pdf');
    await house.as(officer).give('standings', credit, 'RecordHearing', { occurredOn: TODAY, evidence: [paper] });
    const decision = { until: '2024-07-31', reason: '事实清楚' };
    expect(
      await house.as(leader).refused('standings', credit, 'ConfirmListing', { ...decision, published: true }),
    ).toBe('409 PRACTITIONER_NOT_PUBLISHED');
    await house.as(leader).give('standings', credit, 'ConfirmListing', decision);
    expect(await house.anybody.list('/api/v1/public/listings')).toEqual([]);
    const path = `/api/v1/integrity-files/${person}`;
    const opened = await until(async () => {
      const { status, body } = await house
        .as(leader)
        .get<FileBody>(`${path}?purpose=${encodeURIComponent('核查处罚对象')}`);
      return status === 200 ? body : undefined;
    }, 'the practitioner’s file');
    expect(opened).toMatchObject({ kind: 'practitioner', name: null, entries: [{ entry: 'listed' }], unsent: [] });
    expect((await house.as(leader).get<{ code: string }>(path)).body.code).toBe('PURPOSE_REQUIRED');
    expect((await house.as('chaozhou-inspector-1').get<{ code: string }>(`${path}?purpose=x`)).body.code).toBe(
      'ROLE_MISSING',
    );
    const institutions = await house.as(leader).list<{ object: string }>('/api/v1/integrity-files');
    expect(institutions.map(({ object }) => object)).not.toContain(person);
    const seen = await house
      .as('chaozhou-auditor')
      .read<{ items: readonly { purpose: string }[] }>(`/api/v1/accesses?day=${TODAY}`);
    expect(seen.items.map(({ purpose }) => purpose)).toContain('核查处罚对象');
  });

  it('R97 R49 the record’s own indicators weigh in the plan’s proposal, part by part with their sources', async () => {
    const source = { kind: 'own', note: '测试用权重' };
    const value = { perComplaint: 1, perPenalty: 5, perOverdue: 3, listed: 10, grades: [], atMost: 20 };
    await house.as(leader).give('organs', 'chaozhou', 'ReviseRules', {
      changes: { riskWeights: { value, source } },
      reason: '明确风险权重',
    });
    const object = await objectOf(penalized);
    const { institutions, adopted } = await house.as(officer).read<{
      adopted: readonly string[];
      institutions: readonly { institution: string; weight: number; parts: readonly object[]; record: object }[];
    }>(`/api/v1/plans/${PLAN}/risk`);
    expect(institutions[0]).toMatchObject({
      institution: object,
      weight: 6,
      parts: [{ indicator: 'penalties', count: 1, tickets: 5 }],
      record: { penalties: ['测试罚字〔2023〕1号'] },
    });
    expect(institutions.slice(1).every(({ weight }) => weight === 1)).toBe(true);
    expect(adopted).toEqual([]);
  });

  it('R96 R87 trap 8 an annulled penalty is shown beside what was entered before, and takes along every listing that rests on it', async () => {
    const institution = `${await objectOf(penalized)}.credit`;
    await house.as(officer).give('standings', institution, 'ProposeListing', {
      case: penalized,
      disposition,
      ground: 'penalty',
      legalBasis,
      class: 'ordinary',
      reason: '对机构一并列入',
      penalty: { number: '测试罚字〔2023〕1号', decidedOn: TODAY },
    });
    await house.as(leader).give('cases', penalized, 'AnnulPenalty', {
      disposition,
      finding,
      occurredOn: TODAY,
      documentNumber: '测试复议〔2023〕1号',
      reason: '适用法律错误',
    });
    const { entries, unsent } = await fileWith(penalized, 'penalty-annulled');
    const penalty = entries.find(({ entry }) => entry === 'penalty');
    const annulment = entries.find(({ entry }) => entry === 'penalty-annulled');
    expect(penalty?.overtakenBy).toBe(annulment?.id);
    expect(unsent).toContain(annulment?.id);
    const stageOf = async (id: string) =>
      (await house.as(leader).read<{ stage: string }>(`/api/v1/standings/${id}`)).stage;
    await until(async () => (await stageOf(institution)) === 'declined', 'the proposal declined');
    await until(async () => (await stageOf('p-lawyer-7.credit')) === 'withdrawn', 'the practitioner’s entry withdrawn');
  });

  it('R88 exit from the sector: on a decision, by a leader; out of the draw at once, out of the roster by a second person', async () => {
    const object = await objectOf(penalized);
    const paper = await file(house, penalized, officer, '吊销决定书.pdf');
    const exit = {
      organ: 'chaozhou',
      kind: 'institution',
      sector: 'law-firm',
      ground: 'licence-revoked',
      decision: { number: '测试许撤〔2023〕1号', authority: '测试省司法厅', decidedOn: TODAY },
      legalBasis: [{ law: '中华人民共和国律师法', article: '第五十条', version: '2017年修正' }],
      reason: '执业许可证书被吊销',
      evidence: [paper],
    };
    const give = (login: string, data: object) =>
      house.as(login).refused('integrity-files', object, 'RecordSectorExit', data);
    expect(await give(officer, exit)).toBe('403 ROLE_MISSING');
    expect(await give(leader, { ...exit, legalBasis: [] })).toBe('422 EXIT_WITHOUT_BASIS');
    await house.as(leader).give('integrity-files', object, 'RecordSectorExit', exit);
    expect((await fileOf(object)).exit?.label).toBe('执业许可被吊销');
    const rows = () =>
      house.as(officer).list<{ institution: string; status: string }>('/api/v1/institutions?sector=law-firm');
    await until(
      async () => (await rows()).some(({ institution, status }) => institution === object && status === 'revoked'),
      'the status',
    );
    const confirm = (revision: unknown) =>
      house
        .as(head)
        .ask(
          'rosters',
          'chaozhou.law-firm',
          'ConfirmRemoval',
          { institution: object },
          { 'if-match': `"${String(revision)}"` },
        );
    // The roster has no page of its own with its revision: whoever comes with an old one is told the newest.
    await until(async () => {
      const { body } = await confirm(0);
      return (await confirm(body.data?.['actual'])).status < 300;
    }, 'the removal');
    expect((await rows()).map(({ institution }) => institution)).not.toContain(object);
  });

  it('R88 R30 a practitioner who is barred leaves the practitioners’ roster’s draw', async () => {
    const person = 'p-lawyer-7';
    const paper = await file(house, penalized, officer, '禁止从业决定书.pdf');
    const exit = {
      organ: 'chaozhou',
      kind: 'practitioner',
      sector: 'law-firm',
      ground: 'barred',
      decision: { number: '测试禁业〔2023〕1号', authority: '测试省司法厅', decidedOn: TODAY },
      legalBasis,
      until: '2026-07-31',
      reason: '禁止从业三年',
      evidence: [paper],
    };
    const nobody = house.as(leader).refused('integrity-files', 'p-nobody', 'RecordSectorExit', exit);
    expect(await nobody).toBe('404 UNKNOWN_SUBJECT');
    await house.as(leader).give('integrity-files', person, 'RecordSectorExit', exit);
    await until(async () => {
      const rows = await house
        .as(officer)
        .list<{ person: string; status: string }>('/api/v1/practitioners?sector=law-firm');
      return rows.some((row) => row.person === person && row.status === 'suspended');
    }, 'the practitioner’s status');
  });

  it('R88 C20 an exit whose decision fell is taken back: status and roster as they were, the exit stays readable', async () => {
    const object = await objectOf(clean);
    const paper = await file(house, penalized, officer, '撤销决定书.pdf');
    const exit = {
      organ: 'chaozhou',
      kind: 'institution',
      sector: 'law-firm',
      ground: 'licence-withdrawn',
      decision: { number: '测试许撤〔2023〕2号', authority: '测试省司法厅', decidedOn: TODAY },
      legalBasis,
      reason: '许可被撤销',
      evidence: [paper],
    };
    const awaited = () => house.as(head).list('/api/v1/institutions?sector=law-firm&removalAwaited=1');
    const inRoster = async () =>
      (
        await house
          .as(officer)
          .list<{ institution: string; status: string; removal: object | null }>('/api/v1/institutions?sector=law-firm')
      ).find(({ institution }) => institution === object);
    const back = { reason: '行政复议撤销原决定', occurredOn: TODAY, evidence: [paper] };
    const withdraw = (login: string, data: object = back) =>
      house.as(login).refused('integrity-files', object, 'WithdrawSectorExit', data);
    expect(await withdraw(leader)).toBe('409 NO_EXIT');
    await house.as(leader).give('integrity-files', object, 'RecordSectorExit', exit);
    await until(async () => {
      const row = await inRoster();
      return row?.status === 'withdrawn' && row.removal !== null;
    }, 'the exit in the roster');

    expect(await awaited()).toMatchObject([{ institution: object, removal: { proposedBy: 'system:exit' } }]);
    expect(await withdraw(officer)).toBe('403 ROLE_MISSING');
    expect(await withdraw(leader, { ...back, evidence: [] })).toBe('422 EXIT_WITHOUT_EVIDENCE');
    await house.as(leader).give('integrity-files', object, 'WithdrawSectorExit', back);
    await until(async () => {
      const row = await inRoster();
      return row?.status === 'active' && row.removal === null;
    }, 'the roster as it was');
    expect(await awaited()).toEqual([]);
    const { exit: standing, exits } = await house
      .as(officer)
      .read<{ exit: object | null; exits: readonly { withdrawn: object | null }[] }>(
        `/api/v1/integrity-files/${object}`,
      );
    expect([standing, exits]).toMatchObject([null, [{ withdrawn: { reason: '行政复议撤销原决定' } }]]);

    const person = 'p-lawyer-7';
    const { etag } = await house
      .as(leader)
      .get(`/api/v1/integrity-files/${person}?purpose=${encodeURIComponent('办理撤回')}`);
    const { status } = await house
      .as(leader)
      .ask('integrity-files', person, 'WithdrawSectorExit', back, { 'if-match': etag ?? '' });
    expect(status).toBe(200);
    await until(async () => {
      const rows = await house
        .as(officer)
        .list<{ person: string; status: string }>('/api/v1/practitioners?sector=law-firm');
      return rows.some((row) => row.person === person && row.status === 'active');
    }, 'the practitioner’s status');
  });

  it('R101 a file is handed out as a bundle that carries what its entries rest on', async () => {
    const object = await objectOf(ordered);
    const folder = mkdtempSync(join(tmpdir(), 'srd-integrity-'));
    const [token, key, file] = ['token', 'keys.json', 'file.json'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(token, (await house.as('chaozhou-auditor').session())!);
    writeFileSync(key, JSON.stringify(await house.anybody.read('/api/v1/public/log/keys')));
    const place = ['--server', house.url, '--token-file', token, '--out', file];
    const saved = await srd(['bundle', 'integrity-file', object, '--purpose', '抽查', ...place]);
    expect([saved.err, saved.code]).toEqual(['', 0]);
    const judged = await srd(['verify', file, '--key', key]);
    expect([judged.out, judged.code]).toEqual([expect.stringContaining('通过'), 0]);
    const body = JSON.parse(readFileSync(file, 'utf8')) as { entries: readonly { event: { stream: string } }[] };
    const streams = new Set(body.entries.map(({ event }) => event.stream));
    expect([streams.has(`integrity-${object}`), streams.has(`case-${ordered}`)]).toEqual([true, true]);
  });
});
