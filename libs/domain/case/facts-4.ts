import { dayOf } from '@srd/kernel';
import type { CaseContext, Disposition } from './context';
import type { CaseEventType, FactOf } from './events';
import type { FourthEvent } from './events-4';
import { debtOf } from './facts-disposition';

type Note<T extends CaseEventType> = (context: CaseContext, fact: FactOf<T>) => CaseContext;

function disposed(context: CaseContext, id: string, change: (one: Disposition) => Disposition): CaseContext {
  return {
    ...context,
    dispositions: context.dispositions.map((one) => (one.disposition === id ? change(one) : one)),
  };
}

/** What each fact that only `case/4` knows leaves in the record. */
export const fourthNotes: { readonly [T in FourthEvent['type']]: Note<T> } = {
  PublicationReviewed: (context, { data: { debt: id, reason: _, ...review }, actor, at }) => ({
    ...context,
    debts: context.debts.map((debt) => (debt.debt === id ? { ...debt, review: { ...review, by: actor, at } } : debt)),
  }),
  CopySent: (context, { data, actor }) => ({
    ...context,
    copies: [...context.copies, { ...data, sentBy: actor, receipt: null, filedOn: null }],
  }),
  GraveNonCooperationFound: (context, { data }) => ({
    ...context,
    grave: [...context.grave, data.finding],
    debts: [...context.debts, { ...debtOf('non-cooperation', data.finding, data.publication, null), on: CREDIT }],
  }),
  RectificationUrged: (context, { data, actor }) => ({
    ...context,
    urgings: [...context.urgings, { ...data, by: actor }],
  }),
  DocumentServed: (context, { data }) =>
    disposed(context, data.disposition, (one) => {
      const served = { paper: data.paper, how: data.how, on: data.occurredOn };
      const last = one.rounds.length - 1;
      const rounds = one.rounds.map((round, at) => (at === last ? { ...round, ...data.order, served } : round));
      return data.paper === 'penalty-decision'
        ? { ...one, penalty: one.penalty && { ...one.penalty, served } }
        : { ...one, rounds };
    }),
  PenaltyNoticeServed: (context, { data }) =>
    disposed(context, data.disposition, (one) => ({
      ...one,
      notice: { documentNumber: data.documentNumber, servedOn: data.occurredOn, hearUntil: data.hearUntil },
      statement: null,
    })),
  StatementHeard: (context, { data }) =>
    disposed(context, data.disposition, (one) => ({
      ...one,
      statement: { on: data.occurredOn, waived: data.waived, text: data.text, evidence: data.evidence },
    })),
  GuidanceGiven: (context, { data, actor }) => ({
    ...context,
    guidance: [...context.guidance, { ...data, by: actor }],
  }),
  CaseEscalated: (context, { data, at }) => ({
    ...context,
    escalations: [...context.escalations, { ...data, on: dayOf(at), answer: null }],
  }),
  EscalationAnswered: (context, { data, actor, at }) => ({
    ...context,
    escalations: context.escalations.map((one) =>
      one.escalation === data.escalation ? { ...one, answer: { instruction: data.instruction, by: actor, at } } : one,
    ),
  }),
};

/** The channel that B三(三) itself names for grave non-cooperation (R76). */
export const CREDIT = ['credit-platform'] as const;
