import { and } from 'xstate';
import { base, is, meaning, noted, notedIf, to, toIf } from './chart';
import { approved } from './chart-approved';

export const writing = '#case.inspecting.writing';
export const recusals = {
  RecusalRequested: noted,
  RecusalGranted: notedIf('isRecusalUndecided'),
  RecusalDeclined: notedIf('isRecusalUndecided'),
} as const;
/** Until the visit opens the case may be voided, or end in a finding that there is no object any more (C28). */
export const beforeVisit = {
  CaseVoided: to('#case.voided'),
  FindingsRecorded: [
    { guard: and(['isByRecord', 'isLastToWrite']), ...to('#case.recorded') },
    { guard: and(['isByRecord', 'isSectionToWrite']), ...to(writing) },
  ],
} as const;
/** From the team on until findings are recorded. */
export const withTeam = {
  ...recusals,
  InspectorReplaced: notedIf('isMember'),
  InspectionApproved: noted,
} as const;

export const planned = base.createStateConfig({
  ...is('planned', '已计划', 'A二(二)、B二(九)'),
  on: {
    ObjectDrawn: toIf('drawn', 'isRandom'),
    ObjectNamed: toIf('drawn', 'isForCause'),
    CaseVoided: to('voided'),
  },
});

/** Drawn for a drawn object, appointed for one named for cause (A二(四), B二(九)). */
export const awaitingTeam = base.createStateConfig({
  ...is('awaiting-team', '待指派', 'A二(四)、B二(九)'),
  on: {
    /** R56 */
    TeamDrawn: toIf('awaitingNotice', 'isRandom'),
    /** R93 */
    TeamAppointed: toIf('awaitingNotice', 'isForCause'),
  },
});

export const inspecting = base.createStateConfig({
  ...meaning('检查中', 'B二(七)'),
  initial: 'visiting',
  on: { ...withTeam, EvidenceAdded: noted },
  states: {
    visiting: {
      ...is('inspecting', '检查中', 'B二(七)'),
      on: { VisitEnded: toIf('writing', 'isVisitUnderWay'), NoticeServed: noted },
    },
    writing: {
      ...is('inspecting', '检查中，待录入结果', 'A二(二)'),
      on: {
        VisitOpened: to('visiting'),
        FindingsRecorded: [toIf('#case.recorded', 'isLastToWrite'), notedIf('isSectionToWrite')],
        DepartmentAbsent: [
          { guard: and(['isSectionAwaited', 'isLastToWrite']), ...to('#case.recorded') },
          notedIf('isSectionAwaited'),
        ],
      },
    },
  },
});

export const recorded = base.createStateConfig({
  ...is('awaiting-approval', '待审批', 'A二(二)'),
  on: {
    FindingsReturned: toIf(writing, 'isSectionToApprove'),
    FindingsApproved: [toIf('approved', 'isLastToApprove'), notedIf('isSectionToApprove')],
    InspectionApproved: noted,
    InterestDisclosed: noted,
  },
});

export const voided = base.createStateConfig({ ...is('voided', '终止', '本系统'), type: 'final' });
export const onDeadline = { DeadlinePassed: notedIf('isDeadlineOpen') } as const;

/** The case as 潮州 2023 has it: no self-inspection before the visit (A二). */
export const procedure1 = base.createMachine({
  id: 'case',
  context: ({ input }) => input,
  initial: 'planned',
  on: onDeadline,
  states: {
    planned,
    drawn: {
      ...meaning('已抽取', 'A二(一)'),
      initial: 'awaitingTeam',
      on: beforeVisit,
      states: {
        awaitingTeam,
        awaitingNotice: {
          ...is('awaiting-notice', '待通知', 'A二(五)'),
          on: {
            ...withTeam,
            NoticeServed: to('#case.notified'),
            VisitOpened: toIf('#case.inspecting', 'needsNoNotice'),
          },
        },
      },
    },
    notified: {
      ...is('awaiting-visit', '待检查', 'A二(五)'),
      on: { ...beforeVisit, ...withTeam, VisitOpened: to('inspecting') },
    },
    inspecting,
    recorded,
    approved,
    voided,
  },
});

export const alongside = { SelfInspectionReported: notedIf('selfInspectionAwaited') } as const;
export const selfInspected = {
  SelfInspectionReported: to('notified'),
  SelfInspectionLapsed: to('notified'),
} as const;

/** The case as 喀左 2024 has it: self-inspection first, alongside, or none (B二(三); R69). */
export const procedure2 = base.createMachine({
  id: 'case',
  context: ({ input }) => input,
  initial: 'planned',
  on: onDeadline,
  states: {
    planned,
    drawn: {
      ...meaning('已抽取', 'B二(九)'),
      initial: 'awaitingTeam',
      on: beforeVisit,
      states: {
        awaitingTeam,
        awaitingNotice: {
          ...is('awaiting-notice', '待通知', 'B二(三)'),
          on: {
            ...withTeam,
            NoticeServed: [toIf('#case.selfInspecting', 'selfInspectionComesFirst'), to('#case.notified')],
            VisitOpened: toIf('#case.inspecting', 'needsNoNotice'),
          },
        },
      },
    },
    selfInspecting: {
      ...is('self-inspecting', '自查中', 'B二(三)'),
      on: { ...beforeVisit, ...withTeam, ...selfInspected, EvidenceAdded: noted },
    },
    notified: {
      ...is('awaiting-visit', '待检查', 'B二(七)'),
      on: { ...beforeVisit, ...withTeam, ...alongside, VisitOpened: to('inspecting') },
    },
    inspecting: { ...inspecting, on: { ...inspecting.on, ...alongside } },
    recorded,
    approved,
    voided,
  },
});
