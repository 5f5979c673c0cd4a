import { context, day } from '@srd/kernel';
import { circular, type CaseFact, type CircularCommand } from '@srd/domain/circular';
import { circulars } from './circulars';
import { recordedIn, rowsAfter, type Step } from './row.fixture';

const known: CaseFact = {
  case: 'case-1',
  organ: 'chaozhou',
  task: 'chaozhou-2023-4',
  object: 'firm-1',
  name: '虚构律师事务所',
  registrationNumber: '31445100X1',
  visitedOn: day('2023-07-31'),
  approved: true,
  published: true,
};
const draft = (audience: 'public' | 'organs' = 'public'): Step<CircularCommand> => [
  {
    type: 'DraftCircular',
    data: {
      organ: 'chaozhou',
      section: 'lawyer-administration',
      title: '关于律师事务所随机抽查情况的通报',
      number: '潮司通〔2023〕1号',
      task: 'chaozhou-2023-4',
      period: { from: day('2023-07-01'), to: day('2023-08-31') },
      audience,
      text: '共检查5家。',
      named: [{ object: 'firm-1', case: 'case-1', stance: 'criticised', text: '逾期未完成整改' }],
      cases: [known],
    },
  },
  context('officer-1'),
];
const issue: Step<CircularCommand> = [{ type: 'IssueCircular', data: { cases: [known] } }, context('head-1')];
const withdraw: Step<CircularCommand> = [
  { type: 'WithdrawCircular', data: { reason: '所列事实有误', occurredOn: day('2024-06-03') } },
  context('head-1'),
];
const found = (...steps: readonly Step<CircularCommand>[]) =>
  rowsAfter(circulars, recordedIn(circular, 'circular-c1', steps))[0]!;

describe('the circulars', () => {
  it('R95 shows one with the institutions it names, from the draft to the issue', () => {
    expect(found(draft())).toMatchObject({
      key: 'circular-c1',
      organ: 'chaozhou',
      row: {
        circular: 'c1',
        title: '关于律师事务所随机抽查情况的通报',
        named: [{ object: 'firm-1', case: 'case-1', name: '虚构律师事务所', stance: 'criticised' }],
        status: 'drafted',
        draftedBy: 'officer-1',
        issuedBy: null,
        revision: 0,
      },
      columns: { status: 'drafted', task: 'chaozhou-2023-4', issuedOn: null },
    });
    expect(found(draft(), issue)).toMatchObject({
      row: { status: 'issued', draftedBy: 'officer-1', issuedBy: 'head-1', issuedOn: '2024-06-03', revision: 1 },
      columns: { status: 'issued', issuedOn: '2024-06-03' },
    });
  });
  it('R95 is for the public once it is issued for it, also after it was withdrawn', () => {
    const shown = (...steps: readonly Step<CircularCommand>[]) => found(...steps).columns['public'];
    expect([shown(draft()), shown(draft(), issue), shown(draft(), issue, withdraw)]).toEqual([0, 1, 1]);
    expect(shown(draft('organs'), issue)).toBe(0);
    expect(found(draft(), issue, withdraw).row).toMatchObject({
      status: 'withdrawn',
      withdrawn: { reason: '所列事实有误', on: '2024-06-03' },
      text: '共检查5家。',
      issuedBy: 'head-1',
    });
  });
  it('R95 leaves the draft’s first wording behind once it is reworded', () => {
    const [command, by = context('officer-1')] = draft();
    const reworded = { ...command, data: { ...command.data, text: '共检查6家。' } } as CircularCommand;
    expect(found([command, by], [reworded, by]).row).toMatchObject({
      text: '共检查6家。',
      status: 'drafted',
      revision: 1,
    });
  });
});
