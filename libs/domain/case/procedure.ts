import { and, assign, not, or, setup } from 'xstate';
import type { CaseContext } from './context';
import { dispositionEventTypes } from './disposition';
import type { DispositionEventType } from './disposition-events';
import type { CaseFact } from './events';
import { note } from './facts';
import { guards, type GuardName } from './guards';
import type { StageCode } from './stages';

/** What a state means: its article, its name, its column on the board. */
export type StateMeta = { readonly basis: string; readonly label: string };
type Meaning = { tags: StageCode[]; meta: StateMeta };
const is = (stage: StageCode, label: string, basis: string): Meaning => ({ tags: [stage], meta: { basis, label } });
const meaning = (label: string, basis: string): { meta: StateMeta } => ({ meta: { basis, label } });

const ask = (name: GuardName) => ({ context, event }: { context: CaseContext; event: CaseFact }) => guards[name](context, event);

const base = setup({
  types: {
    context: {} as CaseContext,
    events: {} as CaseFact,
    input: {} as CaseContext,
    tags: {} as StageCode,
    meta: {} as StateMeta,
  },
  guards: Object.fromEntries(Object.keys(guards).map((name) => [name, ask(name as GuardName)])) as {
    [G in GuardName]: ReturnType<typeof ask>;
  },
  actions: { note: assign(({ context, event }) => note(context, event)) },
});

const noted = { actions: 'note' } as const;
const notedIf = <G extends GuardName>(guard: G): { readonly guard: G; readonly actions: 'note' } => ({ guard, actions: 'note' });
const to = <T extends string>(target: T): { readonly target: T; readonly actions: 'note' } => ({ target, actions: 'note' });
const toIf = <T extends string, G extends GuardName>(
  target: T,
  guard: G,
): { readonly target: T; readonly guard: G; readonly actions: 'note' } => ({ target, guard, actions: 'note' });

const writing = '#case.inspecting.writing';
const recusals = {
  RecusalRequested: noted,
  RecusalGranted: notedIf('isRecusalUndecided'),
  RecusalDeclined: notedIf('isRecusalUndecided'),
} as const;
/** Until the visit opens the case may be voided, or end in a finding that there is no object any more (C28). */
const beforeVisit = {
  CaseVoided: to('#case.voided'),
  FindingsRecorded: [
    { guard: and(['isByRecord', 'isLastToWrite']), ...to('#case.recorded') },
    { guard: and(['isByRecord', 'isSectionToWrite']), ...to(writing) },
  ],
} as const;
/** From the team on until findings are recorded. */
const withTeam = {
  ...recusals,
  InspectorReplaced: notedIf('isMember'),
  InspectionApproved: noted,
} as const;

const planned = base.createStateConfig({
  ...is('planned', '已计划', 'A二(二)、B二(九)'),
  on: {
    ObjectDrawn: toIf('drawn', 'isRandom'),
    ObjectNamed: toIf('drawn', 'isForCause'),
    CaseVoided: to('voided'),
  },
});

const awaitingTeam = base.createStateConfig({
  ...is('awaiting-team', '待指派', 'A二(四)、B二(九)'),
  on: {
    TeamDrawn: toIf('awaitingNotice', 'isRandom'),
    TeamAppointed: toIf('awaitingNotice', 'isForCause'),
  },
});

const inspecting = base.createStateConfig({
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

const recorded = base.createStateConfig({
  ...is('awaiting-approval', '待审批', 'A二(二)'),
  on: {
    FindingsReturned: toIf(writing, 'isSectionToApprove'),
    FindingsApproved: [toIf('approved', 'isLastToApprove'), notedIf('isSectionToApprove')],
    InspectionApproved: noted,
    InterestDisclosed: noted,
  },
});

const perDisposition = Object.fromEntries(
  dispositionEventTypes.map((type) => [type, toIf('.open', 'lifeExpects')]),
) as { [T in DispositionEventType]: ReturnType<typeof toIf<'.open', 'lifeExpects'>> };

/** Everything settled and nothing owed: the facts say it, so neither region has to look at the other. */
const owes = or(['isPosting', 'isWaiting']);
const finished = and(['settled', not(owes)]);
const reopened = { guard: not(finished), target: 'open' } as const;

/** Regions of the approved case: what follows, what is published, what the text says. */
const approved = base.createStateConfig({
  ...meaning('已审批', 'A二(五)、B三(一)'),
  type: 'parallel',
  on: { EvidenceAdded: noted, CopyFiled: noted, InterestDisclosed: noted },
  states: {
    followUp: {
      ...meaning('处置', 'B三(三)'),
      initial: 'open',
      on: perDisposition,
      states: {
        open: {
          ...meaning('处置中', 'B三(三)'),
          always: [
            { guard: and([finished, 'listedCredit']), target: 'blacklisted' },
            { guard: and([finished, 'listedAbnormal']), target: 'abnormal' },
            { guard: finished, target: 'closed' },
          ],
        },
        closed: { ...is('closed', '已办结', 'A二(五)、B三(三)'), always: reopened },
        abnormal: { ...is('abnormal', '列入执业异常名单', 'B三(三)'), always: reopened },
        blacklisted: { ...is('blacklisted', '列入信用黑名单', 'B三(三)'), always: reopened },
      },
    },
    publication: {
      ...meaning('公示', 'A二(五)、B三(一)'),
      initial: 'due',
      on: { PublicationWaived: notedIf('isOwed') },
      states: {
        due: {
          ...is('awaiting-publication', '待公示', 'A二(五)、B三(一)'),
          on: { PublicationPosted: toIf('posting', 'isPostable') },
          always: { guard: not(owes), target: 'discharged' },
        },
        posting: {
          ...is('awaiting-publication', '待公示，等待回执', 'B三(一)'),
          on: {
            PublicationPosted: notedIf('isPostable'),
            PublicationAcknowledged: notedIf('isPosted'),
            PublicationFailed: notedIf('isPosted'),
          },
          always: { guard: not('isPosting'), target: 'due' },
        },
        discharged: { ...meaning('已公示', 'B三(一)'), always: { guard: owes, target: 'due' } },
      },
    },
    text: {
      ...meaning('文书', 'A二(二)'),
      initial: 'standing',
      states: {
        standing: {
          ...meaning('已生效', 'A二(二)'),
          on: { AmendmentProposed: toIf('amending', 'isFindingInForce') },
        },
        amending: {
          ...is('awaiting-approval', '更正待审批', 'A二(二)'),
          on: {
            AmendmentApproved: toIf('standing', 'isAmendmentProposed'),
            AmendmentDeclined: toIf('standing', 'isAmendmentProposed'),
          },
        },
      },
    },
  },
});

const voided = base.createStateConfig({ ...is('voided', '终止', '本系统'), type: 'final' });
const onDeadline = { DeadlinePassed: notedIf('isDeadlineOpen') } as const;

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

const alongside = { SelfInspectionReported: notedIf('selfInspectionAwaited') } as const;
const selfInspected = {
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
