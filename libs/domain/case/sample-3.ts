import type { CaseCommand } from './commands';
import type { CaseFact, CaseOpened } from './events';
import {
  approveInspection,
  attendance,
  endVisit,
  institution,
  member,
  on,
  openCase,
  openVisit,
  played,
  serveNotice,
  takeObject,
  takeTeam,
} from './sample';
import type { LoanTerms } from './vocabulary';
import type { YearLoad } from './vocabulary-3';

/** Synthetic cases under `case/3`, for tests. */
export const openThird = (more: Partial<CaseOpened> = {}) => openCase({ procedure: 'case/3', ...more });
export const ownRule = <T>(value: T) => ({ value, source: { kind: 'own' as const, note: '本局设定' } });

export const joint = [
  { organ: 'chaozhou', seats: 2 },
  { organ: 'ndrc', seats: 1 },
];
export const load = (more: Partial<YearLoad> = {}): YearLoad => ({
  year: 2023,
  random: 0,
  forCause: 0,
  cap: 2,
  counts: 'random',
  ...more,
});
export const loan: LoanTerms = {
  loan: 'loan-1',
  department: 'chaozhou',
  from: on('2023-09-01'),
  until: on('2023-09-28'),
};
export const lent = { ...member('b1', 'raoping'), loan };

export const teamOf = (inspectors: readonly ReturnType<typeof member>[]): CaseCommand =>
  ({ ...takeTeam[0], data: { ...(takeTeam[0].data as object), inspectors } }) as CaseCommand;
export const visitBy = (
  inspectors: readonly string[],
  more: Partial<(typeof openVisit)['data']> = {},
): typeof openVisit => ({
  ...openVisit,
  data: { ...openVisit.data, inspector: inspectors[0] ?? '', present: inspectors.map(attendance), ...more },
});
export const signedEnd: typeof endVisit = {
  ...endVisit,
  data: { ...endVisit.data, signature: { kind: 'signed', evidence: null } },
};
export const nameObject = (
  more: Partial<Extract<CaseCommand, { type: 'NameObject' }>['data']> = {},
): Extract<CaseCommand, { type: 'NameObject' }> => ({
  type: 'NameObject',
  data: {
    institution,
    ground: 'complaint',
    source: { reference: '投诉2023-17', receivedOn: on('2023-08-30') },
    approvedBy: 'leader-1',
    urgent: null,
    occurredOn: on('2023-09-04'),
    ...more,
  },
});
export const appointTeam = (
  more: Partial<Extract<CaseCommand, { type: 'AppointTeam' }>['data']> = {},
): Extract<CaseCommand, { type: 'AppointTeam' }> => ({
  type: 'AppointTeam',
  data: { inspectors: [member('i1'), member('i2')], reason: '投诉核查', occurredOn: on('2023-09-05'), ...more },
});
export const askRecusal = (
  more: Partial<Extract<CaseCommand, { type: 'RequestRecusal' }>['data']> = {},
): CaseCommand => ({
  type: 'RequestRecusal',
  data: {
    recusal: 'r1',
    inspector: 'i2',
    ground: '曾在本所执业',
    occurredOn: on('2023-09-21'),
    origin: 'institution',
    ...more,
  },
});
export const decideRecusal = (granted: boolean): CaseCommand => ({
  type: 'DecideRecusal',
  data: { recusal: 'r1', granted, reason: '查明', asInspector: null, byOrgan: 'chaozhou' },
});

/** Up to the notice, and through the visit, of a case that was opened so. */
export const thirdStaffed = (more: Partial<CaseOpened> = {}): readonly CaseFact[] =>
  played([openThird(more), takeObject, takeTeam]);
export const thirdNotified = (more: Partial<CaseOpened> = {}): readonly CaseFact[] =>
  played([approveInspection, serveNotice], thirdStaffed(more));
export const thirdVisiting = (more: Partial<CaseOpened> = {}): readonly CaseFact[] =>
  played([[visitBy(['i1', 'i2']), 'inspector-1', '2023-09-27']], thirdNotified(more));
export const thirdVisited = (more: Partial<CaseOpened> = {}): readonly CaseFact[] =>
  played([[signedEnd, 'inspector-1', '2023-09-28']], thirdVisiting(more));
