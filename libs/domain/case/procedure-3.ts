import { base, is, meaning, noted, notedIf, to, toIf } from './chart';
import { approved } from './chart-approved';
import {
  alongside,
  awaitingTeam,
  beforeVisit,
  inspecting,
  onDeadline,
  planned,
  recorded,
  recusals,
  selfInspected,
  voided,
  withTeam,
} from './procedure';

/** Facts of the preparation: the window may change, a cause may join, papers come in. */
const preparing = {
  ...beforeVisit,
  VisitMoved: noted,
  CauseMerged: notedIf('isRandom'),
  EvidenceAdded: noted,
} as const;
/** What is said and asked about the members until findings are recorded. */
const aboutTeam = {
  ...withTeam,
  ConflictStated: notedIf('isOfTeam'),
  ReplacementRequested: notedIf('isOfTeam'),
} as const;
const papers = { MaterialsReceived: noted } as const;
const onTheWay = { ...inspecting.states.visiting.on, ChecklistFilled: noted } as const;

export const states3 = {
  planned,
  drawn: {
    ...meaning('已抽取', 'A二(一)、B二(九)'),
    initial: 'awaitingTeam',
    on: preparing,
    states: {
      awaitingTeam: { ...awaitingTeam, on: { ...awaitingTeam.on, InspectionDelegated: noted } },
      awaitingNotice: {
        ...is('awaiting-notice', '待通知', 'A二(五)、B二(三)'),
        on: {
          ...aboutTeam,
          ...papers,
          NoticeServed: [toIf('#case.selfInspecting', 'selfInspectionComesFirst'), to('#case.notified')],
          VisitOpened: toIf('#case.inspecting', 'mayArriveFirst'),
        },
      },
    },
  },
  selfInspecting: {
    ...is('self-inspecting', '自查中', 'B二(三)'),
    on: { ...preparing, ...aboutTeam, ...papers, ...selfInspected },
  },
  notified: {
    ...is('awaiting-visit', '待检查', 'B二(七)'),
    on: { ...preparing, ...aboutTeam, ...papers, ...alongside, VisitOpened: to('inspecting') },
  },
  inspecting: {
    ...inspecting,
    on: { ...inspecting.on, ...aboutTeam, ...papers, ...alongside },
    states: {
      visiting: {
        ...inspecting.states.visiting,
        on: { ...onTheWay, DepartmentAbsent: notedIf('isSectionAwaited') },
      },
      writing: {
        ...inspecting.states.writing,
        on: { ...inspecting.states.writing.on, ChecklistFilled: noted },
      },
    },
  },
  recorded: { ...recorded, on: { ...recorded.on, ...recusals } },
  approved: { ...approved, on: { ...approved.on, ...recusals } },
  voided,
} as const;

/**
 * The case of an organ that has taken both documents and the later law into its own rules: self-inspection of every kind, entrusting
 * downwards (B二(三); R7), moved and merged visits, checklists, recusal also after the result (B二(九); R61).
 */
export const procedure3 = base.createMachine({
  id: 'case',
  context: ({ input }) => input,
  initial: 'planned',
  on: onDeadline,
  states: states3,
});
