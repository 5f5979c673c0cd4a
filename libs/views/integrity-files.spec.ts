import { context, day } from '@srd/kernel';
import { integrity, type EntryKind, type IntegrityCommand } from '@srd/domain/integrity';
import { integrityFiles } from './integrity-files';
import { recordedIn, rowsAfter, type Step } from './row.fixture';

const later = context('officer-1', '2024-06-04T01:00:00.000Z');
const entry = (kind: EntryKind, revision: number, more: object = {}): Step<IntegrityCommand> => [
  {
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
      text: '检查结果',
      occurredOn: day('2024-06-03'),
      ...more,
    },
  },
];
const send: Step<IntegrityCommand> = [
  { type: 'SendCreditData', data: { channel: 'credit-platform', channels: ['credit-platform'] } },
];
const received: Step<IntegrityCommand> = [
  { type: 'ReceiveCreditData', data: { batch: 'b1', receipt: '平台回执1' } },
  later,
];
const failed: Step<IntegrityCommand> = [{ type: 'FailCreditData', data: { batch: 'b1', reason: '超时' } }, later];
const found = (...steps: readonly Step<IntegrityCommand>[]) =>
  rowsAfter(integrityFiles, recordedIn(integrity, 'integrity-firm-1', steps))[0]!;

describe('the integrity files', () => {
  it('R30 R96 shows a file with its entries by kind, and leaves those that were overtaken out of what holds', () => {
    expect(found(entry('result', 3), entry('penalty', 5))).toMatchObject({
      key: 'integrity-firm-1',
      organ: 'chaozhou',
      row: { name: '虚构律师事务所', holding: { result: 1, penalty: 1 }, entries: 2, revision: 1 },
      columns: { object: 'firm-1', kind: 'institution', exited: 0 },
    });
    const annulled = entry('penalty-annulled', 9, { overtakes: ['penalty'] });
    expect(found(entry('result', 3), entry('penalty', 5), annulled).row).toMatchObject({
      holding: { result: 1, 'penalty-annulled': 1 },
      entries: 3,
    });
  });
  it('R30 R96 tells what the credit platform has not got, by its receipt', () => {
    const unsent = (...steps: readonly Step<IntegrityCommand>[]) => {
      const { row, columns } = found(entry('result', 3), ...steps);
      return [row.unsent, columns['unsent'], columns['updatedAt']];
    };
    const sentAt = '2024-06-03T01:00:00.000Z';
    expect(unsent()).toEqual([1, 1, sentAt]);
    expect(unsent(send, received)).toEqual([0, 0, later.at]);
    expect(unsent(send, failed)).toEqual([1, 1, later.at]);
    expect(unsent(send, received, entry('penalty', 5))).toEqual([1, 1, sentAt]);
  });
  it('R30 shows a practitioner’s file by id, without a name and with nothing to be sent', () => {
    const file = found(entry('listed', 3, { object: 'p-7', kind: 'practitioner', name: null }));
    expect(file).toMatchObject({ row: { name: null, unsent: 0 }, columns: { object: 'p-7', kind: 'practitioner' } });
  });
  it('R30 R88 shows who has left the sector, until the decision falls', () => {
    const leave: Step<IntegrityCommand> = [
      {
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
      },
    ];
    const back: Step<IntegrityCommand> = [
      { type: 'WithdrawSectorExit', data: { reason: '行政判决撤销', occurredOn: day('2024-06-03'), evidence: ['e2'] } },
    ];
    expect(found(leave)).toMatchObject({ row: { exited: 'licence-revoked' }, columns: { exited: 1 } });
    expect(found(leave, back)).toMatchObject({ row: { exited: null }, columns: { exited: 0 } });
  });
});
