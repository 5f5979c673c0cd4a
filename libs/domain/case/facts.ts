import type { Fact } from '@srd/kernel';
import type { CaseContext, Recusal, Section } from './context';
import { dispositionEventTypes } from './disposition';
import type { DispositionEvent, DispositionEventType } from './disposition-events';
import type { CaseEventType, CaseFact, CaseOpened, FactOf } from './events';
import { thirdNotes } from './facts-3';
import { fourthNotes } from './facts-4';
import { fifthNotes } from './facts-5';
import { noteDisposition } from './facts-disposition';
import { acknowledged, failed, posted, waived } from './facts-publication';
import {
  amendmentApproved,
  departmentAbsent,
  findingsApproved,
  findingsRecorded,
  findingsReturned,
} from './facts-result';

type Note<T extends CaseEventType> = (context: CaseContext, fact: FactOf<T>) => CaseContext;
type MainLine = Exclude<CaseEventType, DispositionEventType>;

const section = (department: string): Section => ({
  department,
  status: 'awaited',
  recordedBy: null,
  recordedOn: null,
  signature: null,
  evidence: [],
  returned: [],
  approvedBy: null,
  approvedAt: null,
});

/** The record of a case that was just opened. */
export function openedCase(opened: CaseOpened): CaseContext {
  return {
    opened,
    openedAt: null,
    object: null,
    drawnOn: null,
    cause: null,
    namedBy: null,
    window: opened.window,
    moves: [],
    merged: [],
    delegation: null,
    loads: [],
    team: [],
    teamOn: null,
    recusals: [],
    statements: [],
    replacements: [],
    approvedBy: null,
    approvedAt: null,
    unannounced: false,
    noticeOn: null,
    selfInspection: 'none',
    selfInspectionDueOn: null,
    visits: [],
    dues: null,
    departmentDues: [],
    evidence: [],
    materials: [],
    checklists: [],
    sections: opened.departments.map((department) => section(department.organ)),
    findings: [],
    resultOn: null,
    dispositions: [],
    debts: [],
    redactions: [],
    amendment: null,
    amendments: [],
    copyReceipt: null,
    copies: [],
    grave: [],
    urgings: [],
    revisits: [],
    guidance: [],
    escalations: [],
    flags: [],
    passed: [],
    voided: null,
  };
}

function decided(context: CaseContext, id: string, status: Recusal['status'], decidedBy: string): CaseContext {
  return {
    ...context,
    recusals: context.recusals.map((one) => (one.recusal === id ? { ...one, status, decidedBy } : one)),
  };
}

/** The team after somebody was replaced, and the request that asked for it answered. */
function replaced(context: CaseContext, { data }: FactOf<'InspectorReplaced'>): CaseContext {
  const { outgoing, incoming } = data;
  return {
    ...context,
    team: context.team.map((member) => (member.inspector === outgoing ? incoming : member)),
    replacements: context.replacements.map((one) =>
      one.outgoing === outgoing && one.incoming === null ? { ...one, incoming: incoming.inspector } : one,
    ),
  };
}

/** What each fact of the main line leaves in the record. */
const notes: { readonly [T in MainLine]: Note<T> } = {
  CaseOpened: (context) => context,
  ObjectDrawn: (context, { data }) => ({ ...context, object: data.institution, drawnOn: data.occurredOn }),
  ObjectNamed: (context, { data, actor, at }) => ({
    ...context,
    object: data.institution,
    drawnOn: data.occurredOn,
    cause: data,
    namedBy: actor,
    approvedBy: data.approvedBy,
    approvedAt: data.approvedBy === null ? null : at,
    loads: data.load ? [...context.loads, data.load] : context.loads,
  }),
  CaseVoided: (context, { data }) => ({ ...context, voided: data.reason }),
  TeamDrawn: (context, { data }) => ({ ...context, team: data.inspectors, teamOn: data.occurredOn }),
  TeamAppointed: (context, { data }) => ({ ...context, team: data.inspectors, teamOn: data.occurredOn }),
  InspectorReplaced: replaced,
  RecusalRequested: (context, { data }) => ({
    ...context,
    recusals: [
      ...context.recusals,
      {
        recusal: data.recusal,
        inspector: data.inspector,
        status: 'requested',
        origin: data.origin ?? null,
        requestedOn: data.occurredOn,
        afterResult: context.sections.some((one) => one.recordedBy !== null),
        decidedBy: null,
      },
    ],
  }),
  RecusalGranted: (context, { data, actor }) => decided(context, data.recusal, 'granted', actor),
  RecusalDeclined: (context, { data, actor }) => decided(context, data.recusal, 'declined', actor),
  InterestDisclosed: (context, { data }) => ({
    ...context,
    flags: [...context.flags, `interest-disclosed:${data.inspector}`],
  }),
  InspectionApproved: (context, { data, actor, at }) => ({
    ...context,
    approvedBy: actor,
    approvedAt: at,
    unannounced: data.unannounced,
    loads: data.load ? [...context.loads, data.load] : context.loads,
  }),
  NoticeServed: (context, { data }) => ({
    ...context,
    noticeOn: data.occurredOn,
    selfInspection: context.opened.selfInspection === 'none' ? 'none' : 'awaited',
    selfInspectionDueOn: data.selfInspectionDueOn,
  }),
  SelfInspectionReported: (context) => ({ ...context, selfInspection: 'reported' }),
  SelfInspectionLapsed: (context) => ({ ...context, selfInspection: 'lapsed' }),
  VisitOpened: (context, { data }) => ({
    ...context,
    visits: [
      ...context.visits,
      {
        visit: data.visit,
        inspector: data.inspector,
        present: data.present,
        openedOn: data.occurredOn,
        endedOn: null,
        visitCode: data.visitCode,
        signature: null,
      },
    ],
  }),
  VisitEnded: (context, { data }) => ({
    ...context,
    visits: context.visits.map((visit) =>
      visit.visit === data.visit
        ? { ...visit, endedOn: data.occurredOn, signature: data.signature ?? visit.signature }
        : visit,
    ),
    dues: data.due,
    departmentDues: data.byDepartment ?? [],
    resultOn: data.occurredOn,
  }),
  DepartmentAbsent: departmentAbsent,
  EvidenceAdded: (context, { data }) => ({ ...context, evidence: [...context.evidence, data.sha256] }),
  FindingsRecorded: findingsRecorded,
  FindingsReturned: findingsReturned,
  FindingsApproved: findingsApproved,
  PublicationPosted: posted,
  PublicationAcknowledged: (context, { data }) => acknowledged(context, data),
  PublicationFailed: (context, { data }) => failed(context, data),
  PublicationWaived: (context, { data }) => waived(context, data),
  CopyFiled: (context, { data }) => ({
    ...context,
    copyReceipt: data.receipt,
    copies: context.copies.map((one, at) =>
      at === context.copies.length - 1 ? { ...one, receipt: data.receipt, filedOn: data.occurredOn } : one,
    ),
  }),
  AmendmentProposed: (context, { data, actor }) => ({ ...context, amendment: { ...data, proposedBy: actor } }),
  AmendmentApproved: amendmentApproved,
  AmendmentDeclined: (context) => ({ ...context, amendment: null }),
  DeadlinePassed: (context, { data }) => ({ ...context, passed: [...context.passed, data.deadline] }),
  ...thirdNotes,
  ...fourthNotes,
  ...fifthNotes,
};

const dispositionNotes = Object.fromEntries(
  dispositionEventTypes.map((type) => [
    type,
    (context: CaseContext, fact: Fact<DispositionEvent>) => noteDisposition(context, fact),
  ]),
);
const allNotes: Readonly<Record<string, unknown>> = { ...notes, ...dispositionNotes };

/** Every type of fact that a case knows; a forged one isn't folded. */
export const caseEventTypes = Object.keys(allNotes) as readonly CaseEventType[];

/** The record after one more fact. Whether its turn has come is the chart's question, not this one's. */
export function note(context: CaseContext, fact: CaseFact): CaseContext {
  return (allNotes[fact.type] as (context: CaseContext, fact: CaseFact) => CaseContext)(context, fact);
}
