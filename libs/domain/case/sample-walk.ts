import { dispositionEventTypes } from './disposition';
import type { DispositionEvent } from './disposition-events';
import type { CaseEvent, CaseFact, CaseOpened } from './events';
import { deadlinesIn } from './deadlines';
import { attendance, caseOpened, fact, finding, hash, institution, member, on, terms } from './sample';
import type { OpenCase } from './state';
import { isSince, type Due, type ResultClass } from './vocabulary';

/** Facts to walk the charts with: for a state, every type of fact in the shapes that a guard can tell apart, legal or not. */
const day = on('2023-09-10');
const due: Due = {
  on: on('2023-09-15'),
  rule: 'publication',
  term: { days: 5, unit: 'calendar' },
  otherUnitOn: null,
  source: terms.publication.source,
};
const dues = { record: due, approve: due, publication: due };
const content = {
  institutionName: '',
  registrationNumber: '',
  inspectedOn: '',
  method: '',
  scope: '',
  result: '',
  breachHandling: '',
};

const off = { value: { required: false, inForceFrom: '2025-01-01' }, source: terms.notice.source };
const joint = [
  { organ: 'chaozhou', seats: 2 },
  { organ: 'ndrc', seats: 1 },
];
/** Openings that take different ways through the charts. */
export const openings: readonly CaseOpened[] = [
  caseOpened,
  { ...caseOpened, purpose: 'for-cause' },
  { ...caseOpened, departments: joint },
  { ...caseOpened, procedure: 'case/2', selfInspection: 'first' },
  { ...caseOpened, procedure: 'case/2', purpose: 'for-cause', departments: joint },
  { ...caseOpened, procedure: 'case/2', selfInspection: 'alongside', terms: { ...terms, notice: off } },
  { ...caseOpened, procedure: 'case/3', selfInspection: 'alongside', departments: joint },
  { ...caseOpened, procedure: 'case/3', purpose: 'for-cause', departments: joint },
  { ...caseOpened, procedure: 'case/3', selfInspection: 'first' },
  { ...caseOpened, procedure: 'case/4', selfInspection: 'alongside' },
  { ...caseOpened, procedure: 'case/4', purpose: 'for-cause', departments: joint },
  { ...caseOpened, procedure: 'case/4', selfInspection: 'first' },
  { ...caseOpened, procedure: 'case/5', selfInspection: 'alongside' },
  { ...caseOpened, procedure: 'case/5', purpose: 'for-cause', departments: joint },
  { ...caseOpened, procedure: 'case/5', selfInspection: 'first' },
];

function opening(state: OpenCase): readonly CaseEvent[] {
  const { context } = state;
  const asked = context.opened.selfInspection !== 'none';
  return [
    { type: 'ObjectDrawn', data: { institution, draw: 'd', transcriptHash: hash('a'), rank: 1, occurredOn: day } },
    {
      type: 'ObjectNamed',
      data: {
        institution,
        ground: 'complaint',
        source: { reference: 'x', receivedOn: day },
        approvedBy: null,
        urgent: { reason: 'x', approvalDueOn: day },
        occurredOn: day,
      },
    },
    { type: 'CaseVoided', data: { reason: 'x', requestedBy: 'y' } },
    {
      type: 'TeamDrawn',
      data: { inspectors: [member('i1'), member('i2')], draw: 'd', transcriptHash: hash('b'), occurredOn: day },
    },
    { type: 'TeamAppointed', data: { inspectors: [member('i1'), member('i2')], reason: 'x', occurredOn: day } },
    ...['i1', 'i9'].map((outgoing): CaseEvent => ({
      type: 'InspectorReplaced',
      data: { outgoing, incoming: member('i3'), reason: 'x', draw: null, transcriptHash: null },
    })),
    {
      type: 'RecusalRequested',
      data: { recusal: `r${context.recusals.length}`, inspector: 'i1', ground: 'x', occurredOn: day },
    },
    { type: 'RecusalGranted', data: { recusal: 'r0', inspector: 'i1', reason: 'x' } },
    { type: 'RecusalDeclined', data: { recusal: 'r0', inspector: 'i1', reason: 'x' } },
    { type: 'InterestDisclosed', data: { inspector: 'i1', relation: 'x', occurredOn: day } },
    ...[true, false].map((unannounced): CaseEvent => ({
      type: 'InspectionApproved',
      data: { unannounced, reason: 'x' },
    })),
    { type: 'NoticeServed', data: { occurredOn: day, document: 'x', selfInspectionDueOn: asked ? day : null } },
    { type: 'SelfInspectionReported', data: { occurredOn: day, summary: 'x', evidence: [] } },
    { type: 'SelfInspectionLapsed', data: { on: day } },
    {
      type: 'VisitOpened',
      data: {
        visit: `v${context.visits.length}`,
        institution: 'firm-1',
        inspector: 'i1',
        present: [attendance('i1')],
        occurredOn: day,
        visitCode: null,
        premises: 'x',
        elsewhere: null,
      },
    },
    ...['v0', 'v1'].map((visit): CaseEvent => ({ type: 'VisitEnded', data: { visit, occurredOn: day, due: dues } })),
  ];
}

/** Facts that `case/3` alone knows, in shapes that its guards tell apart; the earlier charts refuse them all. */
function third({ context }: OpenCase): readonly CaseEvent[] {
  const { window } = caseOpened;
  const source = { reference: 'x', receivedOn: day };
  return [
    ...['i1', 'i9'].flatMap((inspector): readonly CaseEvent[] => [
      { type: 'ConflictStated', data: { inspector, conflict: false, relation: null, occurredOn: day } },
      {
        type: 'ReplacementRequested',
        data: { request: 'q', outgoing: inspector, ground: 'other', recusal: null, reason: 'x' },
      },
    ]),
    { type: 'InspectionDelegated', data: { to: 'raoping', document: 'x', reason: 'x', occurredOn: day } },
    { type: 'VisitMoved', data: { from: window, to: window, reason: 'x', document: null, occurredOn: day } },
    { type: 'CauseMerged', data: { case: `c${context.merged.length}`, ground: 'report', source, occurredOn: day } },
    { type: 'MaterialsReceived', data: { list: ['x'], evidence: [], occurredOn: day } },
    {
      type: 'ChecklistFilled',
      data: { department: 'chaozhou', inspector: 'i1', item: 'item-1', revision: 1, answers: [], occurredOn: day },
    },
  ];
}

/** Facts that `case/4` alone knows, likewise. */
function fourth({ procedure, context }: OpenCase): readonly CaseEvent[] {
  const { debts, dispositions, findings, guidance, passed, escalations } = context;
  const escalation = { kind: 'copy', subject: null, dueOn: day, proposal: 'hasten' } as const;
  const grave = debts.length < 4 ? [{ debt: `debt-${debts.length + 1}`, due }] : [];
  return [
    ...debts.map(({ debt }): CaseEvent => ({
      type: 'PublicationReviewed',
      data: { debt, content, statement: null, further: {}, redactions: [], confirmed: [], reason: null },
    })),
    ...(isSince(procedure, 'case/4') ? [recorded('chaozhou', 'non-cooperation', false)] : []),
    { type: 'CopySent', data: { recipient: 'x', occurredOn: day } },
    ...grave.map((publication): CaseEvent => ({
      type: 'GraveNonCooperationFound',
      data: { finding: findings[0]?.finding ?? 'f1', reason: 'x', occurredOn: day, publication },
    })),
    ...dispositions.flatMap(({ disposition, finding: of }): readonly CaseEvent[] => {
      const told = { disposition, finding: of, occurredOn: day };
      return [
        { type: 'RectificationUrged', data: { ...told, text: 'x' } },
        ...(['correction-order', 'penalty-decision'] as const).map((paper): CaseEvent => ({
          type: 'DocumentServed',
          data: { ...told, paper, how: 'in-person', evidence: [], order: null },
        })),
        { type: 'PenaltyNoticeServed', data: { ...told, documentNumber: 'x', hearUntil: day } },
        { type: 'StatementHeard', data: { ...told, waived: true, text: 'x', evidence: [] } },
      ];
    }),
    ...(guidance.length < 2
      ? [
          {
            type: 'GuidanceGiven' as const,
            data: {
              guidance: `g${guidance.length}`,
              finding: null,
              kind: 'advice' as const,
              text: 'x',
              occurredOn: day,
            },
          },
        ]
      : []),
    ...[...passed.slice(0, 1), 'copy:case:2000-01-01'].map((id): CaseEvent => ({
      type: 'CaseEscalated',
      data: { ...escalation, escalation: id, cause: 'deadline-passed' },
    })),
    { type: 'CaseEscalated', data: { ...escalation, escalation: 'returned', cause: 'returned-late' } },
    ...[...escalations.map((one) => one.escalation), 'nothing'].map((id): CaseEvent => ({
      type: 'EscalationAnswered',
      data: { escalation: id, instruction: 'x' },
    })),
  ];
}

/** Facts that `case/5` alone knows, likewise. */
function fifth({ context }: OpenCase): readonly CaseEvent[] {
  const inspectors = [member('i1'), member('i2')];
  const plan = { on: day, part: 'whole-day', inspectors, method: 'onSite', elsewhere: null, note: null } as const;
  return context.dispositions.flatMap(({ disposition, finding: of, round }): readonly CaseEvent[] => {
    const on = { disposition, finding: of, round };
    return [
      ...(context.revisits.length < 2 ? [{ type: 'RevisitArranged' as const, data: { ...on, ...plan } }] : []),
      { type: 'RevisitChanged', data: { ...on, ...plan, reason: 'x' } },
      { type: 'RevisitCancelled', data: { ...on, reason: 'x' } },
    ];
  });
}

const recorded = (department: string, resultClass: ResultClass, byRecord: boolean): CaseEvent => ({
  type: 'FindingsRecorded',
  data: {
    department,
    inspector: 'i1',
    findings: [finding(department === 'ndrc' ? 'p1' : 'f1', resultClass)],
    signature: { kind: 'signed', evidence: null },
    evidence: [],
    occurredOn: day,
    due: byRecord ? dues : null,
  },
});

function result(state: OpenCase): readonly CaseEvent[] {
  const { debts } = state.context;
  return ['chaozhou', 'ndrc'].flatMap((department): readonly CaseEvent[] => [
    ...(['nothing-found', 'correction-ordered', 'breach-investigation', 'risk', 'unreachable'] as const).map((one) =>
      recorded(department, one, false),
    ),
    recorded(department, 'deregistered', true),
    { type: 'DepartmentAbsent', data: { department, reason: 'x', occurredOn: day } },
    { type: 'FindingsReturned', data: { department, reason: 'x' } },
    {
      type: 'FindingsApproved',
      data: { department, publication: debts.length === 0 ? { debt: 'result-1', due } : null },
    },
  ]);
}

function steps(state: OpenCase, ids: readonly string[]): readonly CaseEvent[] {
  const { dispositions, findings, debts } = state.context;
  const first = findings[0]?.finding ?? 'f1';
  return ids.flatMap((id) =>
    dispositionEventTypes.map((type) => {
      const known = dispositions.find((one) => one.disposition === id);
      const target = known?.finding ?? first;
      const listing = known?.state === 'penalized' ? 'credit' : 'abnormal';
      const publication = debts.length < 4 ? { debt: `debt-${debts.length + 1}`, due } : null;
      const data = {
        disposition: id,
        finding: target,
        occurredOn: day,
        dueOn: day,
        revisit: due,
        followUp: due,
        round: 1,
        on: day,
        text: 'x',
        reason: 'x',
        documentNumber: 'x',
        penalties: ['x'],
        penaltyClass: 'ordinary',
        publication,
        list: listing,
        ground: 'unheeded',
        standing: 's',
        evidence: [],
        receipt: 'x',
      };
      return { type, data } as unknown as DispositionEvent;
    }),
  );
}

function publishing(state: OpenCase): readonly CaseEvent[] {
  const { debts, amendments } = state.context;
  const amendment = `a${amendments.length}`;
  const publication = debts.length < 4 ? { debt: `debt-${debts.length + 1}`, due } : null;
  return [
    ...debts.flatMap(({ debt, kind }): readonly CaseEvent[] => [
      ...['portal', 'credit-platform'].flatMap((channel): readonly CaseEvent[] => [
        {
          type: 'PublicationPosted',
          data: { debt, channel, content, statement: null, replaces: null, redactions: [] },
        },
        { type: 'PublicationAcknowledged', data: { debt, channel, receipt: 'x' } },
        { type: 'PublicationFailed', data: { debt, channel, reason: 'x' } },
      ]),
      { type: 'PublicationWaived', data: { debt, kind, reason: 'x' } },
    ]),
    { type: 'CopyFiled', data: { recipient: 'x', receipt: 'x', occurredOn: day } },
    { type: 'EvidenceAdded', data: { sha256: hash('e'), name: 'x', size: 1, disposition: null } },
    ...[true, false].map((withdrawn): CaseEvent => ({
      type: 'AmendmentProposed',
      data: {
        amendment,
        finding: state.context.findings[0]?.finding ?? 'f1',
        text: 'y',
        resultClass: withdrawn ? null : 'risk',
        withdrawn,
        reason: 'x',
      },
    })),
    { type: 'AmendmentApproved', data: { amendment, publication } },
    { type: 'AmendmentDeclined', data: { amendment, reason: 'x' } },
    ...[...deadlinesIn(state.context).map((one) => one.id), 'copy:case:2000-01-01'].map((deadline): CaseEvent => ({
      type: 'DeadlinePassed',
      data: { deadline, kind: 'copy', on: day },
    })),
  ];
}

/** What might be told of the case next; `dispositions` are the ids that its steps may use. */
export function candidates(state: OpenCase, dispositions: readonly string[] = ['d1', 'd2']): readonly CaseFact[] {
  return [
    ...opening(state),
    ...third(state),
    ...fourth(state),
    ...fifth(state),
    ...result(state),
    ...steps(state, dispositions),
    ...publishing(state),
  ].map((event) => fact(event));
}
