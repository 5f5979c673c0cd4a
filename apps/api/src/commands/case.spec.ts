import { caseRoutes } from './case.routes';
import { RecordFindingsDto, ReplaceInspectorDto } from './case.dto';
import { describeForms, faultsOf, formed } from './forms.fixture';

const reason = '依据局长办公会议决定';
const occurredOn = '2024-06-30';
const hash = 'ab'.repeat(32);
const on = { disposition: 'd1', finding: 'f1', occurredOn };
const measure = { disposition: 'd1', finding: 'f1' };
const revisit = {
  on: '2024-07-15',
  part: 'morning',
  inspectors: ['p-1', 'p-2'],
  method: 'onSite',
  elsewhere: null,
  note: null,
};
const text = '限期补正收费公示';
const documentNumber = '潮司改〔2024〕1号';
const answer = { entry: 'e1', mark: 'unmet', note: '未公示' };
const found = {
  item: 'L-01',
  text: '未公示收费标准',
  resultClass: 'correction-ordered',
  severity: 'minor',
  contacts: [{ on: occurredOn, how: '电话', evidence: hash }],
};

describeForms('cases', caseRoutes, {
  OpenForCause: {
    good: {
      section: 'lawyer-administration',
      sector: 'law-firm',
      institution: 'firm-1',
      ground: 'complaint',
      source: { reference: '信访〔2024〕3号', receivedOn: occurredOn },
      method: 'onSite',
      window: { from: occurredOn, to: occurredOn },
      items: ['L-01'],
      proposedBy: 'a-head',
      urgent: { reason, approvalDueOn: occurredOn },
      occurredOn,
    },
    bad: [
      ['/ground', 'curiosity'],
      ['/institution', undefined],
      ['/institution', { id: 'firm-1', premises: '别处' }],
      ['/approvedBy', 'a-leader'],
      ['/load', {}],
      ['/terms', {}],
    ],
  },
  ReviewPublication: {
    good: { debt: 'result-1', redactions: [{ finding: 'f1', text }], confirmed: ['result'], reason },
    bad: [
      ['/names', ['某人']],
      ['/confirmed', 'result'],
    ],
  },
  SendCopy: { good: { recipient: 'rule-of-law-supervision', occurredOn }, bad: [['/receipt', '1']] },
  FindGraveNonCooperation: { good: { finding: 'f1', reason, occurredOn }, bad: [['/publication', {}]] },
  ArrangeRevisit: {
    good: { ...measure, ...revisit },
    bad: [
      ['/on', '明天'],
      ['/part', 'night'],
      ['/inspectors', undefined],
      ['/bars', []],
      ['/calendar', {}],
    ],
  },
  ChangeRevisit: { good: { ...measure, ...revisit, reason }, bad: [['/reason', undefined]] },
  CancelRevisit: { good: { ...measure, reason }, bad: [['/reason', ' ']] },
  UrgeRectification: { good: { ...on, text }, bad: [['/text', ' ']] },
  ServeDocument: {
    good: { ...on, paper: 'correction-order', how: 'in-person', evidence: [hash], dueOn: occurredOn },
    bad: [
      ['/paper', 'summons'],
      ['/how', 'telepathy'],
      ['/order', {}],
    ],
  },
  ServePenaltyNotice: { good: { ...on, documentNumber, hearUntil: occurredOn }, bad: [['/hearUntil', undefined]] },
  HearStatement: { good: { ...on, waived: false, text, evidence: [hash] }, bad: [['/waived', undefined]] },
  GiveGuidance: {
    good: { guidance: 'g1', finding: 'f1', kind: 'publicity', text, occurredOn },
    bad: [['/kind', 'order']],
  },
  AnswerEscalation: { good: { escalation: 'publication:result-1:2023-10-03', instruction: text } },
  MoveVisit: {
    good: { window: { from: occurredOn, to: occurredOn }, reason, document: '通知2号', occurredOn },
    bad: [['/window/to', undefined]],
  },
  MergeCause: { good: { case: 'fc-chaozhou-2024-1', occurredOn }, bad: [['/other', {}]] },
  DelegateInspection: {
    good: { to: 'raoping', document: '潮司委〔2024〕1号', reason, occurredOn },
    bad: [['/subordinates', ['raoping']]],
  },
  OrderRecusal: { good: { recusal: 'r1', inspector: 'p-1', reason, occurredOn }, bad: [['/byOrgan', 'chaozhou']] },
  StateConflict: {
    good: { inspector: 'p-1', conflict: true, relation: '师生', recusal: 'r1', occurredOn },
    bad: [['/asInspector', 'p-1']],
  },
  RequestReplacement: {
    good: { request: 'q1', outgoing: 'p-1', ground: 'recusal', recusal: 'r1', reason },
    bad: [['/ground', 'whim']],
  },
  ReceiveMaterials: { good: { list: ['自查报告'], evidence: [hash], occurredOn }, bad: [['/list', []]] },
  FillChecklist: {
    good: { department: 'chaozhou', item: 'L-01', revision: 1, answers: [answer], occurredOn },
    bad: [
      ['/answers', []],
      ['/answers/0/mark', 'perhaps'],
      ['/inspector', 'p-1'],
    ],
  },
  VoidCase: { good: { reason, requestedBy: 'a-officer' }, bad: [['/requestedBy', undefined]] },
  AppointTeam: {
    good: { inspectors: ['p-1'], reason, occurredOn, waivers: [{ inspector: 'p-1', by: 'a-leader', reason }] },
    bad: [
      ['/inspectors/0', { inspector: 'p-1', certificateValidUntil: occurredOn }],
      ['/bars', []],
    ],
  },
  ReplaceInspector: {
    good: { outgoing: 'p-1', incoming: 'p-2', reason },
    bad: [
      ['/incoming', { inspector: 'p-2', certificateValidUntil: occurredOn }],
      ['/draw', 'chaozhou-2023-1:team.1'],
      ['/transcriptHash', hash],
    ],
  },
  RequestRecusal: {
    good: { recusal: 'r1', inspector: 'p-1', ground: reason, occurredOn, origin: 'institution' },
    bad: [['/ground', undefined]],
  },
  DecideRecusal: { good: { recusal: 'r1', granted: true, reason }, bad: [['/asInspector', null]] },
  DiscloseInterest: { good: { inspector: 'p-1', relation: '曾任职', occurredOn }, bad: [['/relation', undefined]] },
  ApproveInspection: { good: { unannounced: true, reason }, bad: [['/asInspector', null]] },
  ServeNotice: { good: { occurredOn, document: '通知1号', selfInspectionDueOn: null }, bad: [['/document', ' ']] },
  ReportSelfInspection: { good: { occurredOn, summary: text, evidence: [hash] }, bad: [['/evidence/0', 'AB']] },
  OpenVisit: {
    good: { present: ['p-1', 'p-2'], occurredOn, premises: '某路1号', elsewhere: null },
    bad: [
      ['/present', []],
      ['/present/0', { inspector: 'p-1' }],
      ['/visitCode', 'X'],
      ['/inspector', 'p-9'],
      ['/institution', 'x'],
    ],
  },
  EndVisit: {
    good: { visit: 'v1', occurredOn, signature: { kind: 'refused', reason } },
    bad: [
      ['/calendar', {}],
      ['/signature', null],
    ],
  },
  NoteDepartmentAbsence: { good: { department: 'price', reason, occurredOn }, bad: [['/department', undefined]] },
  AddEvidence: {
    good: { sha256: hash, name: '现场照片.jpg', size: 1024, disposition: null, occurredOn },
    bad: [
      ['/sha256', hash.toUpperCase()],
      ['/size', 0],
    ],
  },
  RecordFindings: {
    good: {
      department: 'chaozhou',
      findings: [found],
      signature: { kind: 'signed', evidence: hash },
      evidence: [hash],
      occurredOn,
    },
    bad: [
      ['/signature', 'signed'],
      ['/signature/kind', 'maybe'],
      ['/signature/kind', undefined],
      ['/signature', { kind: 'refused' }],
      ['/signature', { kind: 'refused', reason, evidence: hash }],
      ['/signature', { kind: 'nobody-there', reason: ' ' }],
      ['/findings', undefined],
      ['/findings/0', []],
      ['/findings/0/resultClass', 'fine'],
      ['/findings/0/contacts/0/evidence', 'photo'],
      ['/asInspector', 'p-1'],
    ],
  },
  ReturnFindings: { good: { department: 'chaozhou', reason }, bad: [['/reason', undefined]] },
  ApproveFindings: { good: {}, bad: [['/department', null]] },
  ProposeAmendment: {
    good: { amendment: 'm1', finding: 'f1', text, resultClass: 'risk', withdrawn: false, reason },
    bad: [['/resultClass', 'fine']],
  },
  ApproveAmendment: { good: { amendment: 'm1' }, bad: [['/calendar', {}]] },
  DeclineAmendment: { good: { amendment: 'm1', reason }, bad: [['/reason', undefined]] },
  NoteOnSpotCorrection: { good: { finding: 'f1', occurredOn, text }, bad: [['/disposition', null]] },
  OrderCorrection: { good: { ...on, text, dueOn: '2024-07-30' }, bad: [['/dueOn', undefined]] },
  ReportRectification: { good: { ...on, text, evidence: [hash] }, bad: [['/disposition', undefined]] },
  RecordFollowUp: {
    good: { ...on, text, evidence: [hash], passed: true, method: 'onSite', present: ['p-1', 'p-2'], deviation: null },
    bad: [
      ['/passed', undefined],
      ['/bars', []],
    ],
  },
  OrderFurtherCorrection: { good: { ...on, reason, dueOn: '2024-08-30' }, bad: [['/dueOn', '8月']] },
  OpenInvestigation: { good: { ...on, documentNumber }, bad: [['/documentNumber', undefined]] },
  DecidePenalty: {
    good: { ...on, documentNumber, penalties: ['警告'], penaltyClass: 'minor', publishMinor: null },
    bad: [
      ['/penaltyClass', 'none'],
      ['/penalties/0', ''],
    ],
  },
  DropInvestigation: { good: { ...on, reason }, bad: [['/reason', undefined]] },
  AnnulPenalty: { good: { ...on, documentNumber, reason }, bad: [['/documentNumber', undefined]] },
  ForgoListing: { good: { disposition: 'd1', finding: 'f1', reason }, bad: [['/reason', undefined]] },
  IssueReminder: { good: { ...on, text }, bad: [['/text', undefined]] },
  HoldInterview: { good: { ...on, text }, bad: [['/followUp', {}]] },
  RecordGuidance: { good: { ...on, text, kind: 'advice' }, bad: [['/kind', 'threat']] },
  ReportToLicensing: { good: { ...on, documentNumber, recipient: '行政许可科' }, bad: [['/recipient', undefined]] },
  FileLicensingReceipt: { good: { ...on, receipt: '收1号' }, bad: [['/receipt', ' ']] },
  ReferToJudiciary: { good: { ...on, documentNumber, recipient: '公安机关' }, bad: [['/recipient', undefined]] },
  FileReferralReceipt: { good: { ...on, receipt: '收1号' }, bad: [['/receipt', undefined]] },
  PostPublication: {
    good: { debt: 'result-1', channel: 'portal', read: true, redactions: [{ finding: 'f1', text }] },
    bad: [
      ['/read', undefined],
      ['/content', {}],
    ],
  },
  AcknowledgePublication: {
    good: { debt: 'result-1', channel: 'portal', receipt: '1' },
    bad: [['/receipt', undefined]],
  },
  FailPublication: { good: { debt: 'result-1', channel: 'portal', reason }, bad: [['/reason', undefined]] },
  WaivePublication: { good: { debt: 'result-1', reason }, bad: [['/debt', undefined]] },
  FileCopy: { good: { recipient: 'supervision', receipt: '收1号', occurredOn }, bad: [['/recipient', undefined]] },
});

describe('what a form leaves to the door', () => {
  it('is absent and not undefined', async () => {
    const { department: _, ...rest } = { department: 1, findings: [{ ...found, contacts: [] }], occurredOn };
    const plain = await formed(RecordFindingsDto, rest);
    expect(Object.keys(plain).sort()).toEqual(['evidence', 'findings', 'occurredOn', 'signature']);
    expect(plain['signature']).toBeNull();
    expect(Object.getPrototypeOf((plain['findings'] as object[])[0])).toBe(Object.prototype);
  });

  it('R60 a replacement by hand never claims to be drawn', async () => {
    const plain = await formed(ReplaceInspectorDto, { outgoing: 'p-1', incoming: 'p-2', reason });
    expect(plain).toMatchObject({ draw: null, transcriptHash: null });
  });

  it('a signature that nobody knows is told at its kind alone', async () => {
    const body = { findings: [found], occurredOn, signature: { kind: 'x', reason: 'y', z: 1 } };
    expect(await faultsOf(RecordFindingsDto, body)).toEqual(['/signature/kind']);
  });
});
