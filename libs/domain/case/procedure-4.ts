import { and } from 'xstate';
import { base, noted, notedIf } from './chart';
import { onDeadline } from './procedure';
import { states3 } from './procedure-3';

const { approved } = states3;
const { publication } = approved.states;

/** What goes out was read and confirmed by somebody (C24, trap 10). */
const postable = and(['isPostable', 'isReviewed']);

/** What may be told at any stage: guidance (B三(二); R77), and what went up to the leader. */
export const alongTheWay = {
  ...onDeadline,
  GuidanceGiven: notedIf('hasObject'),
  CaseEscalated: notedIf('isToEscalate'),
  EscalationAnswered: notedIf('isEscalated'),
} as const;

/** What belongs to the rights of the inspected and to the urging of what is open (B三(二)(三); R76, R78, R84). */
const afterResult = {
  CopySent: noted,
  GraveNonCooperationFound: notedIf('isNonCooperation'),
  RectificationUrged: notedIf('isDispositionOpen'),
  DocumentServed: notedIf('isPaperToServe'),
  PenaltyNoticeServed: notedIf('isInvestigated'),
  StatementHeard: notedIf('isPenaltyNoticed'),
} as const;

export const states4 = {
  ...states3,
  approved: {
    ...approved,
    on: { ...approved.on, ...afterResult },
    states: {
      ...approved.states,
      publication: {
        ...publication,
        on: { ...publication.on, PublicationReviewed: notedIf('isOwed') },
        states: {
          ...publication.states,
          due: {
            ...publication.states.due,
            on: { PublicationPosted: { target: 'posting', guard: postable, actions: 'note' } },
          },
          posting: {
            ...publication.states.posting,
            on: {
              ...publication.states.posting.on,
              PublicationPosted: { guard: postable, actions: 'note' },
              PublicationAcknowledged: notedIf('isReceiptAwaited'),
            },
          },
        },
      },
    },
  },
} as const;

/**
 * The case as `case/3` has it until the result; from there on with everything that follows a result: reading before publication, late
 * receipts, grave non-cooperation, service, hearing and remedies, urging, escalation (trap 9).
 */
export const procedure4 = base.createMachine({
  id: 'case',
  context: ({ input }) => input,
  initial: 'planned',
  on: alongTheWay,
  states: states4,
});
