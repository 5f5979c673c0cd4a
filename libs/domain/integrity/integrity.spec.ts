import { context, day, given } from '@srd/kernel';
import { currentExit, integrity, unsent, type EntryKind, type IntegrityCommand, type IntegrityEvent } from './index';

const entry = (kind: EntryKind, revision: number, more: object = {}): IntegrityCommand => ({
  type: 'EnterIntegrity',
  data: {
    organ: 'chaozhou',
    object: 'firm-1',
    kind: 'institution',
    name: '虚构律师事务所',
    entry: kind,
    source: { stream: 'case-1', revision },
    subject: 'case-1:d1',
    overtakes: [],
    text: '处罚决定潮司罚〔2024〕1号',
    occurredOn: day('2024-06-03'),
    ...more,
  },
});
const annulled = entry('penalty-annulled', 9, { overtakes: ['penalty'], text: '处罚已撤销' });
const after = (...commands: readonly IntegrityCommand[]): IntegrityEvent[] =>
  commands.reduce<IntegrityEvent[]>(
    (facts, command) => [...facts, ...given(integrity, facts).when(command).recorded],
    [],
  );
const send: IntegrityCommand = {
  type: 'SendCreditData',
  data: { channel: 'credit-platform', channels: ['portal', 'credit-platform'] },
};
const received: IntegrityCommand = { type: 'ReceiveCreditData', data: { batch: 'b1', receipt: '平台回执1' } };
const exit: IntegrityCommand = {
  type: 'RecordSectorExit',
  data: {
    organ: 'chaozhou',
    object: 'firm-1',
    kind: 'institution',
    name: '虚构律师事务所',
    sector: 'law-firm',
    ground: 'licence-revoked',
    decision: { number: '粤司许撤〔2024〕1号', authority: '虚构省司法厅', decidedOn: day('2024-06-01') },
    legalBasis: [{ law: '中华人民共和国律师法', article: '第五十条', version: '2017年修正' }],
    until: null,
    reason: '吊销执业许可证书',
    evidence: ['e1'],
  },
};
const exiting = (change: object): IntegrityCommand =>
  ({ ...exit, data: { ...exit.data, ...change } }) as IntegrityCommand;

describe('诚信档案', () => {
  it('R30 R96 takes in what was recorded elsewhere, with its source, once', () => {
    const { recorded, state } = given(integrity, []).when(entry('result', 5));
    expect(recorded[0]?.data).toMatchObject({ entry: 'result', source: { stream: 'case-1', revision: 5 } });
    expect(state).toMatchObject({ organ: 'chaozhou', object: 'firm-1', entries: [{ id: 'case-1:5' }] });
    expect(given(integrity, recorded).when(entry('result', 5)).recorded).toEqual([]);
  });
  it('R96 trap 8: a correction or an annulment is shown, and the old entry remains', () => {
    const { state } = given(integrity, after(entry('result', 3), entry('penalty', 5), annulled));
    expect(state.entries.map(({ entry: kind, overtakenBy }) => [kind, overtakenBy])).toEqual([
      ['result', null],
      ['penalty', 'case-1:9'],
      ['penalty-annulled', null],
    ]);
  });
  it('R96 leaves the entries of another subject be', () => {
    const other = entry('penalty', 7, { subject: 'case-1:d2' });
    const { state } = given(integrity, after(entry('penalty', 5), other, annulled));
    expect(state.entries.map(({ overtakenBy }) => overtakenBy)).toEqual(['case-1:9', null, null]);
  });
  it('R30 refuses an entry without content or of an unknown kind, and another object’s', () => {
    given(integrity, [])
      .when(entry('result', 1, { text: ' ' }))
      .refused('ENTRY_INVALID');
    given(integrity, [])
      .when(entry('rumour' as EntryKind, 1))
      .refused('ENTRY_INVALID');
    given(integrity, after(entry('result', 1)))
      .when(entry('result', 2, { object: 'firm-2' }))
      .refused('OUT_OF_TURN');
  });
});

describe('信用信息报送', () => {
  it('R94 R95 R96 sends what was not sent yet, and knows by the receipt', () => {
    const facts = after(entry('result', 3), entry('penalty', 5));
    const astray = { ...send, data: { ...send.data, channel: 'nowhere' } } as IntegrityCommand;
    given(integrity, facts).when(astray).refused('NOT_A_CHANNEL');
    const { recorded } = given(integrity, facts).when(send);
    expect(recorded[0]?.data).toEqual({ batch: 'b1', entries: ['case-1:3', 'case-1:5'], channel: 'credit-platform' });
    const sent = [...facts, ...recorded, ...given(integrity, [...facts, ...recorded]).when(received).recorded];
    expect(unsent(given(integrity, sent).state)).toEqual([]);
    given(integrity, sent).when(send).refused('NOTHING_TO_SEND');
    const more = [...sent, ...given(integrity, sent).when(annulled).recorded];
    expect(given(integrity, more).when(send).recorded[0]?.data).toMatchObject({ batch: 'b2', entries: ['case-1:9'] });
  });
  it('R94 a batch that failed is sent again, one at a time', () => {
    const facts = after(entry('result', 3), send);
    given(integrity, facts).when(send).refused('BATCH_WAITING');
    given(integrity, facts)
      .when({ ...received, data: { batch: 'b1', receipt: '' } } as IntegrityCommand)
      .refused('RECEIPT_MISSING');
    const failed = after(entry('result', 3), send, { type: 'FailCreditData', data: { batch: 'b1', reason: '超时' } });
    expect(given(integrity, failed).when(send).recorded[0]?.data).toMatchObject({ batch: 'b2', entries: ['case-1:3'] });
  });
  it('R94 R96 trap 10: a receipt that comes after the channel was given up counts, once, and only from that channel', () => {
    const failed = after(entry('result', 3), send, { type: 'FailCreditData', data: { batch: 'b1', reason: '超时' } });
    expect(given(integrity, failed).state.batches).toMatchObject([{ status: 'failed', failure: '超时' }]);
    given(integrity, failed)
      .when({ type: 'ReceiveCreditData', data: { batch: 'b1', receipt: '回执', channel: 'portal' } })
      .refused('BATCH_UNKNOWN');
    const facts = [...failed, ...given(integrity, failed).when(received).recorded];
    expect(unsent(given(integrity, facts).state)).toEqual([]);
    given(integrity, facts).when(received).refused('BATCH_UNKNOWN');
    given(integrity, facts)
      .when({ type: 'FailCreditData', data: { batch: 'b1', reason: '超时' } })
      .refused('BATCH_UNKNOWN');
  });
  it('R30 C24 a practitioner’s file is sent to nobody', () => {
    const facts = after(entry('listed', 3, { object: 'p-7', kind: 'practitioner', name: null }));
    expect(unsent(given(integrity, facts).state)).toEqual([]);
    given(integrity, facts).when(send).refused('PRACTITIONER_NOT_SENT');
  });
});

describe('行业退出', () => {
  it('R88 records it on a decision, with basis and evidence', () => {
    const { recorded, state } = given(integrity, []).when(exit, context('leader-1'));
    expect(recorded[0]?.type).toBe('SectorExitRecorded');
    expect(currentExit(state)).toMatchObject({ ground: 'licence-revoked', recordedBy: 'leader-1', withdrawn: null });
  });
  it('R88 C19 refuses it without decision, basis or evidence, and a second time', () => {
    const { when } = given(integrity, []);
    when(exiting({ legalBasis: [] })).refused('EXIT_WITHOUT_BASIS');
    when(exiting({ evidence: [] })).refused('EXIT_WITHOUT_EVIDENCE');
    const late = { number: '1号', authority: '某厅', decidedOn: day('2024-07-01') };
    when(exiting({ decision: late })).refused('EXIT_WITHOUT_DECISION');
    when(exiting({ decision: { ...late, number: '' } })).refused('EXIT_WITHOUT_DECISION');
    when(exiting({ reason: ' ' })).refused('REASON_MISSING');
    when(exiting({ ground: 'barred' })).refused('EXIT_WITHOUT_DECISION');
    given(integrity, after(exit)).when(exit).refused('EXIT_RECORDED');
  });
  it('R88 the decision falls: the exit is withdrawn and remains readable', () => {
    const withdraw: IntegrityCommand = {
      type: 'WithdrawSectorExit',
      data: { reason: '行政判决撤销', occurredOn: day('2024-06-03'), evidence: ['e2'] },
    };
    given(integrity, []).when(withdraw).refused('NO_EXIT');
    const { state } = given(integrity, after(exit, withdraw));
    expect([currentExit(state), state.exits.length, state.exits[0]?.withdrawn?.reason]).toEqual([
      undefined,
      1,
      '行政判决撤销',
    ]);
  });
});
