import { given } from '@srd/kernel';
import type { CaseCommand } from './commands';
import type { CaseFact } from './events';
import { allowed } from './allowed';
import { inspectionCase } from './rules';
import { acknowledge, approveFindings, by, calendar, fact, finding, on, played, post, stateOf } from './sample';
import { approvedFourth, out, pass, publishedFourth, publishedOn, recordedFourth, review } from './sample-4';
import { ownRule } from './sample-3';
import { deadlines, stage } from './state';

const inCase = (facts: readonly CaseFact[]) => given(inspectionCase, facts);
const officer = by('officer-1', '2023-10-02');
const head = by('head-1', '2023-10-02');
const stageAfter = (facts: readonly CaseFact[]) => stage(stateOf(facts)).code;
const clean = [finding('f1', 'nothing-found', { text: '未见异常' })];
const approved = approvedFourth(clean);
const fail = (channel: string): CaseCommand => ({
  type: 'FailPublication',
  data: { debt: 'result-1', channel, reason: '超时' },
});

describe('trap 10 what goes out was read by somebody', () => {
  it('R75 C24 is posted word for word as it was read, and not before', () => {
    const unread = inCase(approved).when(post('result-1', 'portal'), officer);
    unread.refused('NOT_REVIEWED');
    expect(unread.refusal?.detail).toBe('请先办理“公示前核对内容”，再在载体上公示');
    const reviewed = played([[review('result-1'), 'officer-1', '2023-10-02']], approved);
    const { recorded } = inCase(reviewed).when(post('result-1', 'portal'), officer);
    expect(recorded).toEqual([
      {
        type: 'PublicationPosted',
        data: {
          debt: 'result-1',
          channel: 'portal',
          content: stateOf(reviewed).context.debts[0]?.review?.content,
          statement: null,
          replaces: null,
          redactions: [],
          further: {},
        },
      },
    ]);
  });
  it('C24 a posting that nobody read is refused by the chart itself', () => {
    const reviewed = played([[review('result-1'), 'officer-1', '2023-10-02']], approved);
    const [posted] = inCase(reviewed).when(post('result-1', 'portal'), officer).recorded;
    expect(() => inspectionCase.evolve(stateOf(reviewed), fact(posted!))).not.toThrow();
    expect(() => inspectionCase.evolve(stateOf(approved), fact(posted!))).toThrow(/不接受/u);
  });
  it('C24 refuses numbers and names of persons, whatever was confirmed', () => {
    const personal = approvedFourth([finding('f1', 'correction-ordered', { text: '林某某13800138000未按规定收费' })]);
    inCase(personal)
      .when(review('result-1', { confirmed: ['result'], reason: '无妨' }), officer)
      .refused('PERSONAL_DATA');
    const named = approvedFourth([finding('f1', 'correction-ordered', { text: '由郑测试检查，卷宗不全' })]);
    const seen = review('result-1', { names: ['郑测试'], confirmed: ['result'], reason: '无妨' });
    inCase(named).when(seen, officer).refused('PERSONAL_DATA');
    expect(inCase(named).when(review('result-1', { names: ['陈测试'] }), officer).recorded).toHaveLength(1);
  });
  it('C24 asks somebody to mask or to confirm, with a reason, what only looks like one', () => {
    const doubtful = approvedFourth([finding('f1', 'correction-ordered', { text: '三件卷宗无委托人签字' })]);
    inCase(doubtful).when(review('result-1'), officer).refused('TEXT_DOUBTFUL');
    inCase(doubtful)
      .when(review('result-1', { confirmed: ['result'] }), officer)
      .refused('REASON_MISSING');
    const confirmed = review('result-1', { confirmed: ['result'], reason: '未指明任何人' });
    expect(inCase(doubtful).when(confirmed, officer).recorded[0]?.data).toMatchObject({ confirmed: ['result'] });
    const masked = review('result-1', { redactions: [{ finding: 'f1', text: '三件卷宗签字不全' }] });
    const facts = played([[masked, 'officer-1', '2023-10-02'], [post('result-1', 'portal')]], doubtful);
    const { debts, findings } = stateOf(facts).context;
    expect(debts[0]?.content?.result).toBe('发现问题，责令改正：三件卷宗签字不全');
    expect(findings[0]?.text).toContain('委托人');
    inCase(doubtful)
      .when(review('result-1', { redactions: [{ finding: 'f9', text: '无' }] }), officer)
      .refused('FINDING_UNKNOWN');
  });
  it('R75 trap 10 the organ’s own words stop a text, and beyond the seven fields goes only what its profile names', () => {
    const practice = { redaction: ownRule({ words: ['办公楼'], also: ['inspecting-body' as const] }) };
    const told = approvedFourth([finding('f1', 'nothing-found', { text: '办公楼内未见异常' })], {
      practice,
      unitName: '潮州市司法局',
    });
    inCase(told).when(review('result-1'), officer).refused('TEXT_DOUBTFUL');
    const confirmed = review('result-1', { confirmed: ['result'], reason: '公开场所' });
    expect(inCase(told).when(confirmed, officer).recorded[0]?.data).toMatchObject({
      further: { 'inspecting-body': '潮州市司法局' },
    });
    expect(inCase(approved).when(review('result-1'), officer).recorded[0]?.data).toMatchObject({ further: {} });
  });
  it('trap 10 is read again when the record changed meanwhile, and not at all once it is out', () => {
    const amended = played(
      [
        [review('result-1'), 'officer-1', '2023-10-01'],
        [
          {
            type: 'ProposeAmendment',
            data: {
              amendment: 'a1',
              finding: 'f1',
              text: '未见问题',
              resultClass: null,
              withdrawn: false,
              reason: '笔误',
            },
          },
        ],
        [{ type: 'ApproveAmendment', data: { amendment: 'a1', asInspector: null, calendar } }, 'head-1'],
      ],
      approved,
    );
    const stale = inCase(amended).when(post('result-1', 'portal'), officer);
    stale.refused('REVIEW_STALE');
    expect(stale.refusal?.detail).toContain('重新办理“公示前核对内容”');
    const half = played([[review('result-1'), 'officer-1', '2023-10-02'], [post('result-1', 'portal')]], approved);
    inCase(half).when(review('result-1'), officer).refused('ALREADY_PUBLIC');
    inCase(publishedFourth(clean)).when(review('result-1'), officer).refused('ALREADY_PUBLIC');
  });
});

describe('trap 10 receipts', () => {
  const both = () =>
    played(
      [
        [review('result-1'), 'officer-1', '2023-10-02'],
        [post('result-1', 'portal')],
        [post('result-1', 'credit-platform')],
      ],
      approved,
    );
  it('R74 a channel that stays silent counts as failed when its days are over, and is posted again with the same content', () => {
    const due = deadlines(stateOf(both())).filter(({ kind }) => kind === 'receipt');
    expect(due.map(({ subject, on: day }) => [subject, day])).toEqual([
      ['result-1/credit-platform', '2023-10-05'],
      ['result-1/portal', '2023-10-05'],
    ]);
    const silent = played(
      [
        [acknowledge('result-1', 'portal'), 'system:channels', '2023-10-03'],
        [pass('receipt:result-1/credit-platform:2023-10-05'), 'system:daily', '2023-10-06'],
      ],
      both(),
    );
    expect(stateOf(silent).context.debts[0]?.channels).toEqual([
      expect.objectContaining({ channel: 'portal', status: 'acknowledged' }),
      expect.objectContaining({ channel: 'credit-platform', status: 'failed', failure: '至 2023-10-05 未收到回执' }),
    ]);
    expect(allowed(stateOf(silent)).debts).toEqual([{ debt: 'result-1', channels: ['credit-platform'] }]);
    inCase(silent).when(post('result-1', 'portal'), officer).refused('ALREADY_POSTED');
    const again = played([[post('result-1', 'credit-platform'), 'officer-1', '2023-10-06']], silent);
    expect(stageAfter(played([[acknowledge('result-1', 'credit-platform')]], again))).toBe('closed');
  });
  it('trap 10 a receipt that comes late is taken, so that nothing is posted twice', () => {
    const failed = played([[fail('portal')], [fail('credit-platform')], [acknowledge('result-1', 'portal')]], both());
    expect(allowed(stateOf(failed)).debts).toEqual([{ debt: 'result-1', channels: ['credit-platform'] }]);
    inCase(failed).when(post('result-1', 'portal'), officer).refused('ALREADY_POSTED');
    expect(inCase(failed).when(acknowledge('result-1', 'portal'), officer).recorded).toEqual([]);
    const late: CaseCommand = {
      type: 'AcknowledgePublication',
      data: { debt: 'result-1', channel: 'credit-platform', receipt: '回2', occurredOn: on('2023-10-03') },
    };
    inCase(failed).when(late, officer).refused('DAY_IN_FUTURE');
    expect(stageAfter(played([[late, 'officer-1', '2023-10-09']], failed))).toBe('closed');
  });
});

describe('trap 10 later publications', () => {
  const amend = (more: object = {}): readonly (readonly [CaseCommand, string?, string?])[] => [
    [
      {
        type: 'ProposeAmendment',
        data: {
          amendment: 'a1',
          finding: 'f1',
          text: '未见问题',
          resultClass: null,
          withdrawn: false,
          reason: '笔误',
          ...more,
        },
      },
      'officer-1',
      '2023-10-09',
    ],
    [{ type: 'ApproveAmendment', data: { amendment: 'a1', asInspector: null, calendar } }, 'head-1', '2023-10-10'],
  ];
  it('trap 10 trap 14 a correction says which publication it puts right, since when, and why; the old text stays', () => {
    const corrected = played([...amend(), ...out('correction-2', '2023-10-11')], publishedFourth(clean));
    const [first, second] = stateOf(corrected).context.debts;
    expect(second).toMatchObject({
      kind: 'correction',
      replaces: 'result-1',
      statement: '更正公示，更正2023-10-02公示内容，原内容保留备查；更正事由：笔误',
      content: { result: '未发现问题：未见问题' },
    });
    expect(first?.content?.result).toBe('未发现问题：未见异常');
    expect(stageAfter(corrected)).toBe('closed');
  });
  it('R102 after a correction 法治督察科 is owed the corrected copy', () => {
    const copied = played(
      [
        [
          { type: 'SendCopy', data: { recipient: 'supervision', occurredOn: on('2023-10-02') } },
          'officer-1',
          '2023-10-02',
        ],
        [
          { type: 'FileCopy', data: { recipient: 'supervision', receipt: '收1', occurredOn: on('2023-10-02') } },
          'sup-1',
        ],
      ],
      publishedFourth(clean),
    );
    expect(deadlines(stateOf(copied)).some(({ kind }) => kind === 'copy')).toBe(false);
    const amended = played(amend(), copied);
    expect(deadlines(stateOf(amended)).find(({ kind }) => kind === 'copy')?.on).toBe('2023-10-15');
    expect(stateOf(amended).context.copies).toMatchObject([{ receipt: '收1', sentBy: 'officer-1' }]);
  });
});

describe('R73 R102 the copy for 法治督察科', () => {
  const send: CaseCommand = { type: 'SendCopy', data: { recipient: 'supervision', occurredOn: on('2023-10-01') } };
  const receive: CaseCommand = {
    type: 'FileCopy',
    data: { recipient: 'supervision', receipt: '收1', occurredOn: on('2023-10-02') },
  };
  const sent = played([[send, 'officer-1', '2023-10-01']], approved);
  it('R102 is sent by the section and received by another', () => {
    inCase(approved).when(receive, head).refused('COPY_NOT_SENT');
    inCase(sent).when(receive, officer).refused('COPY_BY_SENDER');
    inCase(sent).when(send, officer).refused('COPY_SENT');
    const received = played([[receive, 'sup-1', '2023-10-02']], sent);
    expect(stateOf(received).context.copies).toEqual([
      {
        recipient: 'supervision',
        occurredOn: '2023-10-01',
        sentBy: 'officer-1',
        receipt: '收1',
        filedOn: '2023-10-02',
      },
    ]);
    inCase(received).when(receive, by('sup-1', '2023-10-03')).refused('COPY_FILED');
    inCase(received).when(send, officer).refused('COPY_FILED');
  });
  it('R73 is owed until the receipt is in', () => {
    expect(deadlines(stateOf(sent)).find(({ kind }) => kind === 'copy')?.on).toBe('2023-10-03');
    inCase(sent)
      .when({ type: 'SendCopy', data: { recipient: 'supervision', occurredOn: on('2023-10-09') } }, officer)
      .refused('DAY_IN_FUTURE');
  });
});

describe('R76 grave non-cooperation', () => {
  const refusedTo = (severity: 'ordinary' | 'serious') => [
    finding('f1', 'non-cooperation', { text: '拒绝提供卷宗', severity }),
  ];
  const find: CaseCommand = {
    type: 'FindGraveNonCooperation',
    data: { finding: 'f1', reason: '经两次责令仍拒绝提供', occurredOn: on('2023-10-02'), calendar },
  };
  const portalOnly = { terms: { ...stateOf(approved).context.opened.terms, channels: ownRule(['portal']) } };

  it('R76 an approved result that calls it serious is owed on the credit platform, whatever channels the organ has', () => {
    const grave = approvedFourth(refusedTo('serious'), portalOnly);
    expect(stateOf(grave).context.debts.map(({ kind, on: channels, due }) => [kind, channels, due.on])).toEqual([
      ['result', null, '2023-10-03'],
      ['non-cooperation', ['credit-platform'], '2023-10-03'],
    ]);
    const result = played(publishedOn('result-1', '2023-10-02', ['portal']), grave);
    inCase(played([[review('non-cooperation-2'), 'officer-1', '2023-10-02']], result))
      .when(post('non-cooperation-2', 'portal'), officer)
      .refused('NOT_A_CHANNEL');
    expect(stageAfter(result)).toBe('awaiting-publication');
    const both = stateOf(played(publishedOn('non-cooperation-2', '2023-10-03', ['credit-platform']), result));
    expect(both.context.debts[1]).toMatchObject({
      status: 'discharged',
      statement: '不予配合检查，情节严重，依规定通过信用信息公示平台公示',
    });
  });
  it('R76 what was not serious at first may be found to be, by another than the recorder, with a reason', () => {
    const ordinary = approvedFourth(refusedTo('ordinary'));
    expect(stateOf(ordinary).context.debts).toHaveLength(1);
    inCase(ordinary)
      .when({ ...find, data: { ...find.data, reason: ' ' } } as CaseCommand, head)
      .refused('REASON_MISSING');
    inCase(ordinary).when(find, by('inspector-1', '2023-10-02')).refused('RECORDER_APPROVES');
    const found = played([[find, 'head-1', '2023-10-02']], ordinary);
    expect(stateOf(found).context.debts[1]).toMatchObject({ kind: 'non-cooperation', about: 'f1' });
    inCase(found).when(find, head).refused('GRAVE_ALREADY');
  });
  it('R76 leaves other findings be', () => {
    inCase(approved).when(find, head).refused('NOT_NON_COOPERATION');
    expect(stateOf(approvedFourth([finding('f1', 'risk', { severity: 'serious' })])).context.debts).toHaveLength(1);
    inCase(recordedFourth(refusedTo('serious')))
      .when(find, head)
      .refused('OUT_OF_TURN');
  });
  it('R76 a correction goes to every channel that had the text', () => {
    const out3 = played(
      [
        ...publishedOn('result-1', '2023-10-02', ['portal']),
        ...publishedOn('non-cooperation-2', '2023-10-02', ['credit-platform']),
        [
          {
            type: 'ProposeAmendment',
            data: {
              amendment: 'a1',
              finding: 'f1',
              text: null,
              resultClass: null,
              withdrawn: true,
              reason: '认定有误',
            },
          },
          'officer-1',
          '2023-10-09',
        ],
        [{ type: 'ApproveAmendment', data: { amendment: 'a1', asInspector: null, calendar } }, 'head-1', '2023-10-09'],
      ],
      approvedFourth(refusedTo('serious'), portalOnly),
    );
    expect(stateOf(out3).context.debts[2]).toMatchObject({
      kind: 'correction',
      replaces: 'non-cooperation-2',
      on: ['portal', 'credit-platform'],
    });
  });
});

it('C16 each organ has its own channels, and the earlier charts post without the reading on record', () => {
  const one = approvedFourth(clean, {
    terms: { ...stateOf(approved).context.opened.terms, channels: ownRule(['portal']) },
  });
  expect(stageAfter(played(publishedOn('result-1', '2023-10-02', ['portal']), one))).toBe('closed');
  inCase(recordedFourth(clean)).when(review('result-1'), officer).refused('OUT_OF_TURN');
  expect(inCase(recordedFourth(clean)).when(approveFindings, head).recorded).toHaveLength(1);
});
