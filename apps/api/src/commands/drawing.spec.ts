import { describeForms } from './forms.fixture';
import { selectionRoutes } from './selection.routes';

const reason = '依据局长办公会议决定';
const task = 'chaozhou-2023-1';
const occurredOn = '2024-06-30';
const contributors = [
  { role: '人大代表', person: null },
  { role: '公证员', person: 'p-7' },
];
describeForms('selections', selectionRoutes, {
  FreezeObjectDraw: {
    good: {
      plan: 'chaozhou-2023',
      contributors,
      revealBy: '2023-07-02T10:00:00.000Z',
      beacon: { source: '次日福彩3D', expectedAt: '2023-07-02T13:15:00.000Z' },
    },
    bad: [
      ['/request', {}],
      ['/contributors/0/by', '见证人 1'],
      ['/revealBy', '2023-07-02'],
      ['/contributors', undefined],
    ],
  },
  FreezePractitionerDraw: {
    good: { plan: 'chaozhou-2023', contributors },
    bad: [
      ['/practitioners', []],
      ['/plan', undefined],
    ],
  },
  FreezeTeamDraw: {
    good: { plan: 'chaozhou-2023', contributors, days: { from: '2023-07-10', to: '2023-07-20' }, beacon: null },
    bad: [
      ['/days/to', undefined],
      ['/plan', undefined],
    ],
  },
  RecordPhysicalLot: {
    good: {
      plan: 'chaozhou-2023',
      contributors,
      selected: ['lf-07', 'lf-31'],
      reserve: ['lf-02'],
      held: {
        method: 'balls',
        place: '局三楼会议室',
        occurredOn,
        heldBy: ['p-1', 'p-2'],
        evidence: [{ label: '现场录像', sha256: 'ab'.repeat(32) }],
      },
    },
    bad: [
      ['/pool', {}],
      ['/request', {}],
      ['/people', {}],
      ['/held/method', 'dice'],
      ['/held/evidence/0/sha256', 'AB'],
    ],
  },
  ImportPlatformDraw: {
    good: {
      plan: 'chaozhou-2023',
      contributors: [],
      assigned: [{ case: 'chaozhou-2023-4-1', inspectors: ['p-1', 'p-2'] }],
      receipt: {
        platform: '省级平台',
        number: '445100-7',
        drawnAt: '2023-07-02T10:00:00.000Z',
        file: { label: '导出结果', sha256: 'cd'.repeat(32) },
      },
    },
    bad: [
      ['/pool', {}],
      ['/teams', []],
      ['/receipt/drawnAt', '2023-07-02'],
    ],
  },
  CloseSealing: { good: { openUntil: '2023-07-02T10:00:00.000Z' }, bad: [['/openUntil', null]] },
  EndOpening: { good: {} },
  EnterBeacon: { good: { value: '3 8 1' }, bad: [['/value', undefined]] },
  ConfirmBeacon: { good: { value: '3 8 1' }, bad: [['/value', 381]] },
  ProposeVoid: { good: { code: 'request-wrong', reason }, bad: [['/code', 'unwanted-outcome']] },
  DeclineVoid: { good: { reason }, bad: [['/reason', undefined]] },
  ApproveVoid: { good: {} },
  Reveal: { good: {}, bad: [['/secret', '0'.repeat(64)]] },
  RecordSecretLost: { good: { reason }, bad: [['/reason', undefined]] },
  CallReserve: {
    good: { replaced: 'firm-1', code: 'ceased-after-draw', reason },
    bad: [
      ['/by', 'firm-2'],
      ['/unavailable', []],
    ],
  },
  ReplaceDrawnInspector: {
    good: { case: `${task}-1`, seat: 0, reason },
    bad: [
      ['/alsoBarred', []],
      ['/to', 'p-1'],
    ],
  },
});
