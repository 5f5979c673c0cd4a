import { and, not, or } from 'xstate';
import { base, is, meaning, noted, notedIf, toIf } from './chart';
import { dispositionEventTypes } from './disposition';
import type { DispositionEventType } from './disposition-events';

const perDisposition = Object.fromEntries(
  dispositionEventTypes.map((type) => [type, toIf('.open', 'lifeExpects')]),
) as { [T in DispositionEventType]: ReturnType<typeof toIf<'.open', 'lifeExpects'>> };

/** Everything settled and nothing owed: the facts say it, so neither region has to look at the other. */
const owes = or(['isPosting', 'isWaiting']);
const finished = and(['settled', not(owes)]);
const reopened = { guard: not(finished), target: 'open' } as const;

/** Regions of the approved case: what follows, what is published, what the text says. */
export const approved = base.createStateConfig({
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
