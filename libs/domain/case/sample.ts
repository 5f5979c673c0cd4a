import { context as contextOf, type Context, type Day, given } from '@srd/kernel';
import { stateCalendar } from '../calendar';
import type { Sourced, Term } from '../organ';
import type { CaseCommand } from './commands';
import type { CaseEvent, CaseFact, CaseOpened } from './events';
import { inspectionCase } from './rules';
import type { OpenCase } from './state';
import type { PinnedTerms, RecordedFinding, ResultClass } from './vocabulary';

/** Synthetic cases for tests: no institution and no person of these exists. */
export const on = (text: string): Day => text as Day;
export const hash = (digit: string): string => digit.repeat(64);
/** A context of an actor on a day, at nine in the morning in China. */
export const by = (actor: string, day: string): Context => contextOf(actor, `${day}T01:00:00.000Z`);

const A = <T>(value: T): Sourced<T> => ({ value, source: { kind: 'document', document: 'A', article: '二(五)' } });
const own = <T>(value: T): Sourced<T> => ({ value, source: { kind: 'own', note: '本局设定' } });
const term = (days: number, unit: Term['unit'] = 'calendar'): Term => ({ days, unit });

export const terms: PinnedTerms = {
  teamSize: own(2),
  rotationMonths: own(12),
  publication: A(term(5)),
  recordWithin: own(term(2)),
  approveWithin: own(term(4)),
  revisitWithin: own(term(10, 'working')),
  channels: own(['portal', 'credit-platform']),
  approval: own({ required: true, inForceFrom: '2023-01-01' }),
  notice: own({ required: true, inForceFrom: '2023-01-01' }),
  visitCode: own({ required: true, inForceFrom: '2023-01-01' }),
  afterCessation: own('counted'),
  listNames: own({ abnormal: '执业异常对象名单', credit: '信用黑名单' }),
};

export const caseOpened: CaseOpened = {
  procedure: 'case/1',
  organ: 'chaozhou',
  plan: 'plan-chaozhou-2023',
  task: 'task-4',
  section: 'lawyers',
  sector: 'law-firm',
  number: '潮司检〔2023〕4-1号',
  purpose: 'random',
  method: 'onSite',
  window: { from: on('2023-07-01'), to: on('2023-09-30') },
  items: [
    { id: 'item-1', revision: 1, name: '执业许可' },
    { id: 'item-2', revision: 1, name: '收费管理' },
  ],
  inspectingBody: 'chaozhou',
  departments: [{ organ: 'chaozhou', seats: 2 }],
  selfInspection: 'none',
  terms,
  pins: { rulesRevision: 3, catalogueRevision: 1, calendarRevision: 0 },
};

export const institution = {
  id: 'firm-1',
  name: '示例一律师事务所',
  registrationNumber: '31445100MD00000165',
  premises: '潮州市示例路1号',
  sector: 'law-firm' as const,
};
export const member = (inspector: string, organ = 'chaozhou') => ({
  inspector,
  organ,
  certificateValidUntil: on('2025-12-31'),
});
export const attendance = (inspector: string) => ({ inspector, certificateValidUntil: on('2025-12-31') });
export const calendar = stateCalendar;

export function finding(id: string, resultClass: ResultClass, more: Partial<RecordedFinding> = {}): RecordedFinding {
  const severity = resultClass === 'nothing-found' ? 'none' : 'ordinary';
  return { finding: id, item: 'item-1', text: `${id} 的情况`, resultClass, severity, contacts: [], ...more };
}

/** A fact from an actor on a day. */
export const fact = (event: CaseEvent, actor = 'officer-1', day = '2023-09-20'): CaseFact =>
  ({ ...event, actor, at: `${day}T01:00:00.000Z` }) as CaseFact;

type Step = readonly [command: CaseCommand, actor?: string, day?: string];

/** The facts that a row of commands leads to, each at its turn; each day follows the one before unless it is named. */
export function played(steps: readonly Step[], before: readonly CaseFact[] = []): readonly CaseFact[] {
  const facts = [...before];
  let day = facts.at(-1)?.at.slice(0, 10) ?? '2023-09-01';
  for (const [command, actor = 'officer-1', named] of steps) {
    day = named ?? day;
    const context = by(actor, day);
    const { recorded } = given(inspectionCase, facts).when(command, context);
    facts.push(...recorded.map((event) => fact(event, actor, day)));
  }
  return facts;
}

/** The state after these facts. */
export const stateOf = (facts: readonly CaseFact[]): OpenCase => given(inspectionCase, facts).state as OpenCase;

export const openCase = (more: Partial<CaseOpened> = {}): Step => [
  { type: 'OpenCase', data: { ...caseOpened, ...more } },
  'system:plan',
  '2023-09-01',
];
export const takeObject: Step = [
  {
    type: 'TakeDrawnObject',
    data: { institution, draw: 'draw-1', transcriptHash: hash('a'), rank: 1, occurredOn: on('2023-09-04') },
  },
  'system:selection',
  '2023-09-04',
];
export const takeTeam: Step = [
  {
    type: 'TakeDrawnTeam',
    data: {
      inspectors: [member('i1'), member('i2')],
      draw: 'draw-2',
      transcriptHash: hash('b'),
      occurredOn: on('2023-09-05'),
    },
  },
  'system:selection',
  '2023-09-05',
];
export const approveInspection: Step = [
  { type: 'ApproveInspection', data: { asInspector: null, unannounced: false, reason: '' } },
  'head-1',
  '2023-09-06',
];
export const serveNotice: Step = [
  { type: 'ServeNotice', data: { occurredOn: on('2023-09-20'), document: '通知1号', selfInspectionDueOn: null } },
  'officer-1',
  '2023-09-20',
];
export const openVisit: Extract<CaseCommand, { type: 'OpenVisit' }> = {
  type: 'OpenVisit',
  data: {
    visit: 'v1',
    institution: 'firm-1',
    inspector: 'i1',
    present: [attendance('i1'), attendance('i2')],
    occurredOn: on('2023-09-27'),
    visitCode: 'JC-0001',
    premises: institution.premises,
    elsewhere: null,
  },
};
export const endVisit: Extract<CaseCommand, { type: 'EndVisit' }> = {
  type: 'EndVisit',
  data: { visit: 'v1', occurredOn: on('2023-09-28'), asInspector: 'i1', calendar },
};
export const recordFindings = (
  findings: readonly RecordedFinding[],
  more: Partial<Extract<CaseCommand, { type: 'RecordFindings' }>['data']> = {},
): Extract<CaseCommand, { type: 'RecordFindings' }> => ({
  type: 'RecordFindings',
  data: {
    department: 'chaozhou',
    asInspector: 'i1',
    findings,
    signature: { kind: 'signed', evidence: null },
    evidence: [],
    occurredOn: on('2023-09-29'),
    calendar,
    ...more,
  },
});
export const approveFindings: CaseCommand = {
  type: 'ApproveFindings',
  data: { asInspector: null, department: 'chaozhou' },
};
export const post = (debt: string, channel: string): CaseCommand => ({
  type: 'PostPublication',
  data: { debt, channel, read: true, redactions: [] },
});
export const acknowledge = (debt: string, channel: string): CaseCommand => ({
  type: 'AcknowledgePublication',
  data: { debt, channel, receipt: `${debt}-${channel}-1` },
});
/** Posted on both channels and received by both. */
export const published = (debt: string, day?: string): readonly Step[] =>
  [
    [post(debt, 'portal'), 'officer-1', day],
    [acknowledge(debt, 'portal'), 'system:channels', day],
    [post(debt, 'credit-platform'), 'officer-1', day],
    [acknowledge(debt, 'credit-platform'), 'system:channels', day],
  ] as readonly Step[];

/** Up to each stage of the main line. */
export const planned = played([openCase()]);
export const drawn = played([takeObject], planned);
export const staffed = played([takeTeam], drawn);
export const approvedVisit = played([approveInspection], staffed);
export const notified = played([serveNotice], approvedVisit);
export const visiting = played([[openVisit, 'inspector-1', '2023-09-27']], notified);
export const visited = played([[endVisit, 'inspector-1', '2023-09-28']], visiting);
/** Recorded and approved with these findings. */
export const recordedWith = (findings: readonly RecordedFinding[]): readonly CaseFact[] =>
  played([[recordFindings(findings), 'inspector-1', '2023-09-29']], visited);
export const approvedWith = (findings: readonly RecordedFinding[]): readonly CaseFact[] =>
  played([[approveFindings, 'head-1', '2023-09-30']], recordedWith(findings));
/** With the result published too. */
export const publishedWith = (findings: readonly RecordedFinding[]): readonly CaseFact[] =>
  played(published('result-1', '2023-10-02'), approvedWith(findings));
