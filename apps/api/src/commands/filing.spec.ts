import { circularRoutes } from './circular.routes';
import { describeForms } from './forms.fixture';
import { integrityRoutes } from './integrity.routes';

const hash = 'ab'.repeat(32);
const reason = '已核实';
const occurredOn = '2024-06-03';

describeForms('integrity files', integrityRoutes, {
  SendCreditData: { good: { channel: 'credit-platform' }, bad: [['/entries', []]] },
  ReceiveCreditData: { good: { batch: 'b1', receipt: '平台回执1' }, bad: [['/receipt', undefined]] },
  FailCreditData: { good: { batch: 'b1', reason }, bad: [['/batch', undefined]] },
  RecordSectorExit: {
    good: {
      organ: 'chaozhou',
      kind: 'institution',
      sector: 'law-firm',
      ground: 'licence-revoked',
      decision: { number: '1号', authority: '某司法厅', decidedOn: occurredOn },
      legalBasis: [{ law: '律师法', article: '第五十条', version: '2017年' }],
      until: null,
      reason,
      evidence: [hash],
    },
    bad: [
      ['/ground', 'disliked'],
      ['/object', 'lf-01'],
      ['/decision/decidedOn', '2024-02-30'],
    ],
  },
  WithdrawSectorExit: { good: { reason, occurredOn, evidence: [hash] }, bad: [['/occurredOn', 'today']] },
});

describeForms('circulars', circularRoutes, {
  DraftCircular: {
    good: {
      section: 'lawyer-administration',
      title: '抽查情况通报',
      number: '潮司通〔2024〕1号',
      task: 'chaozhou-2024-1',
      period: { from: '2024-07-01', to: '2024-08-31' },
      audience: 'public',
      text: '共检查5家。',
      named: [{ object: 'lf-01', case: 'chaozhou-2024-1-1', stance: 'criticised', text: '逾期未整改' }],
    },
    bad: [
      ['/audience', 'press'],
      ['/organ', 'chaozhou'],
      ['/named/0/stance', 'ignored'],
      ['/named/0/name', '某所'],
    ],
  },
  IssueCircular: { good: {}, bad: [['/cases', []]] },
  WithdrawCircular: { good: { reason, occurredOn }, bad: [['/reason', undefined]] },
});
