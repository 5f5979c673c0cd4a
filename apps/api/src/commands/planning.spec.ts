import { chaozhou2023Table } from '@srd/domain/plan';
import type { JsonObject } from '@srd/kernel';
import { describeForms, formed } from './forms.fixture';
import { planRoutes } from './plan.routes';
import { reportRoutes } from './report.routes';
import { standingRoutes } from './standing.routes';
import { TaskContentDto } from './task.dto';

const reason = '依据局长办公会议决定';
const own = { kind: 'own', note: '本机关自定' };
const document = { kind: 'document', document: '潮司〔2023〕2号', article: '附件' };
const occurredOn = '2024-06-30';

const content = {
  number: 1,
  name: '律师事务所抽查',
  inspectingBody: '市司法局',
  targeting: 'open',
  objects: { sectors: ['law-firm'], practitioners: true },
  ratios: { table: { basisPoints: 1000, about: true, source: document }, text: null },
  rounding: { value: 'ceil', source: own },
  atLeast: { value: 1, source: own },
  listedRatio: null,
  totals: { institutions: 48, practitioners: null },
  window: { from: '2023-07-01', to: '2023-08-31', text: '2023年7-8月' },
  joint: true,
  partners: [{ organ: 'price', name: '市发展和改革局' }],
  higherDocument: { number: '粤司办〔2023〕1号', link: null },
  section: 'lawyers',
  items: [{ id: 'L-01', revision: 1 }],
  method: 'onSite',
  mode: 'self-inspection-first',
  disclosure: 'after-visits',
  afterCessation: 'counted',
  ruleVersion: 1,
};
const task = 'chaozhou-2023-1';

describeForms('plans', planRoutes, {
  DraftPlan: {
    good: { title: '2023年抽查计划', documents: [{ name: '实施方案', number: '潮司〔2023〕2号' }], source: document },
    bad: [
      ['/organ', 'x'],
      ['/year', 2023],
      ['/source', null],
      ['/source/kind', 'x'],
      ['/title', undefined],
    ],
  },
  DraftTask: {
    good: { task, content },
    bad: [
      ['/content/window/from', '7月'],
      ['/content/ratios', undefined],
      ['/content/ratios/table/source', undefined],
      ['/content/objects/sectors', []],
      ['/content/partners/0/organ', ''],
    ],
  },
  ReviseTask: { good: { task, content }, bad: [['/content', undefined]] },
  DropTask: { good: { task, reason }, bad: [['/task', undefined]] },
  CheckPlan: { good: {}, bad: [['/rosters', []]] },
  SubmitPlan: { good: {}, bad: [['/rosters', []]] },
  DecideConflict: { good: { conflict: `${task}:RATIO_MISMATCH`, choice: 'text', reason }, bad: [['/choice', '']] },
  ReturnPlan: { good: { reason }, bad: [['/reason', '\n']] },
  ReleasePlan: { good: { heldBack: [task] }, bad: [['/heldBack', null]] },
  ReleaseTask: { good: { task }, bad: [['/task', 4]] },
  RecordPartnerConsent: {
    good: { task, document: '同意函1号', occurredOn },
    bad: [
      ['/partner', 'price'],
      ['/occurredOn', undefined],
    ],
  },
  WaiveMinimum: { good: { task, reason }, bad: [['/reason', undefined]] },
  AllotTask: {
    good: { task },
    bad: [
      ['/pool', []],
      ['/items', []],
      ['/practitioners', []],
      ['/toleranceBasisPoints', 9_999],
    ],
  },
  RequestAdjustment: {
    good: {
      task,
      reason,
      change: {
        window: content.window,
        mode: 'alongside',
        items: content.items,
        listedRatio: null,
        practitionerSample: { ratio: null, atLeast: { value: 2, source: own }, from: 'all' },
        modes: {
          yearlyCap: { value: 2, source: own },
          capCounts: { value: 'random', source: own },
          coverage: { value: { years: 3, since: 2022 }, source: own },
          weights: {
            value: { perComplaint: 2, perPenalty: 5, listed: 10, grades: [{ grade: 'D', add: 3 }], atMost: 20 },
            source: own,
          },
          manyComplaints: { value: 5, source: document },
        },
      },
    },
    bad: [
      ['/rosters', []],
      ['/change/name', '另一任务'],
      ['/change/section', 'other'],
      ['/change/modes/yearlyCap', 2],
      ['/change/modes/coverage/value/years', 0],
    ],
  },
  AdjustTask: {
    good: { task },
    bad: [
      ['/rosters', []],
      ['/items', []],
      ['/change', {}],
    ],
  },
  DeclineAdjustment: { good: { task, reason }, bad: [['/reason', undefined]] },
  WithdrawTask: { good: { task, reason }, bad: [['/reason', undefined]] },
  CompleteTask: {
    good: { task, occurredOn },
    bad: [
      ['/occurredOn', undefined],
      ['/openCases', 0],
    ],
  },
});

const section = 'lawyers';
describeForms('reports', reportRoutes, {
  SumUp: {
    good: { section, asOf: '2023-10-26', analysis: reason, conclusions: reason },
    bad: [
      ['/figures', []],
      ['/asOf', '2023年10月'],
      ['/analysis', undefined],
    ],
  },
  SendYearReport: {
    good: { section, lateReason: null, withoutReason: reason },
    bad: [
      ['/dueOn', '2023-10-31'],
      ['/section', undefined],
    ],
  },
  ReceiveYearReport: { good: { section, receipt: '收文21号' }, bad: [['/receipt', ' ']] },
  ReturnYearReport: { good: { section, reason }, bad: [['/reason', undefined]] },
  HandUpMaterial: {
    good: { section, asOf: '2023-10-24', text: reason },
    bad: [
      ['/superior', 'chaozhou'],
      ['/figures', []],
    ],
  },
  ReceiveMaterial: { good: { section, county: 'raoping', receipt: '收文3号' }, bad: [['/county', undefined]] },
  FileMaterial: { good: { section, county: 'raoping', document: '函9号', occurredOn }, bad: [['/document', '']] },
  GuideCounty: {
    good: { section, county: 'raoping', kind: 'guidance', text: reason, occurredOn },
    bad: [['/kind', 'order']],
  },
});

it('R33 each row of the plan table fits the form and comes out as it went in', async () => {
  const rows = chaozhou2023Table({}, 1) as unknown as readonly JsonObject[];
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(await formed(TaskContentDto, row)).toEqual(row);
});

const hash = 'ab'.repeat(32);
const legalBasis = [{ law: '某办法', article: '第八条', version: '2020年' }];
describeForms('standings', standingRoutes, {
  ProposeListing: {
    good: {
      case: `${task}-1`,
      disposition: 'd1',
      ground: 'unreachable',
      legalBasis,
      class: 'ordinary',
      reason,
      contactAttempts: [{ attemptedOn: occurredOn, evidence: [hash] }],
      penalty: { number: '潮司罚〔2024〕1号', decidedOn: occurredOn },
    },
    bad: [
      ['/proposedBy', 'somebody'],
      ['/object', 'x'],
      ['/ground', 'dislike'],
      ['/contactAttempts/0/evidence/0', 'photo.jpg'],
    ],
  },
  ServeListingNotice: {
    good: { occurredOn },
    bad: [
      ['/hearingWithin', {}],
      ['/calendar', {}],
    ],
  },
  RecordHearing: { good: { occurredOn, waived: true, evidence: [hash] }, bad: [['/evidence', undefined]] },
  ConfirmListing: {
    good: { class: null, until: '2025-06-30', published: true, reason },
    bad: [
      ['/class', 'grave'],
      ['/published', null],
    ],
  },
  DeclineListing: { good: { reason }, bad: [['/reason', undefined]] },
  WithdrawListing: { good: { ground: 'in-error', reason, occurredOn }, bad: [['/ground', 'mercy']] },
  RequestListingEnd: {
    good: { way: 'repaired', reason, occurredOn, evidence: [hash] },
    bad: [
      ['/way', 'expired'],
      ['/evidence', []],
    ],
  },
  GrantListingEnd: { good: { reason }, bad: [['/making', {}]] },
  RefuseListingEnd: { good: { reason }, bad: [['/reason', undefined]] },
  PostListing: { good: { publication: 'p1', channel: 'portal' }, bad: [['/content', {}]] },
  AcknowledgeListingPosting: {
    good: { publication: 'p1', channel: 'portal', receipt: '回执1' },
    bad: [['/receipt', undefined]],
  },
  FailListingPosting: { good: { publication: 'p1', channel: 'portal', reason }, bad: [['/reason', ' ']] },
});
