import { calendar, calendarDays } from '@srd/domain/calendar';
import { inspectionCase } from '@srd/domain/case';
import { currentRules } from '@srd/domain/organ';
import { standing, type StandingCommand, type StandingEvent, type StandingState } from '@srd/domain/standing';
import type { Id } from '@srd/kernel';
import type { Entry, Facts, Target } from '../desk';
import type { Evidence } from '../evidence';
import { refuse } from '../refusals';
import { CALENDAR } from './organs';
import { organIn } from './plans';

/** Object and list of a standing's id, `<object>.<list>`. */
function partsOf(id: Id): { readonly object: Id; readonly list: 'abnormal' | 'credit' } {
  const match = /^(.+)\.(abnormal|credit)$/.exec(id);
  if (!match) return refuse('UNKNOWN_SUBJECT', `名单记录的编号应为“对象.abnormal”或“对象.credit”`);
  return { object: match[1] as Id, list: match[2] as 'abnormal' | 'credit' };
}

/** Id of an object's standing with a list. */
export function standingId(object: Id, list: string): Id {
  return `${object}.${list}`;
}

async function caseIn(evidence: Evidence, id: Id | undefined) {
  const file = id === undefined ? null : await evidence.of(inspectionCase, `case-${id}`);
  return file ?? refuse('UNKNOWN_SUBJECT', `没有编号为“${id ?? ''}”的案件`);
}

/** Abnormal-practice list and credit blacklist, an object and a list each. */
export const standingDesk: Entry<StandingState, StandingCommand, StandingEvent> = {
  decider: standing,
  stream: (id) => {
    const { object, list } = partsOf(id);
    return `standing-${object}-${list}`;
  },
  target: async (state, command, _, evidence): Promise<Target> => {
    const { case: proposed } = command.data as { case?: Id };
    const { context } = await caseIn(evidence, state.proposal?.case ?? proposed);
    return { organ: context.opened.organ, section: context.opened.section };
  },
  prepare: {
    ProposeListing: (async (data: { case: Id; disposition?: Id }, { id, evidence }: Facts<StandingState>) => {
      const { context } = await caseIn(evidence, data.case);
      const { object, list } = partsOf(id);
      if (context.object?.id !== object) refuse('UNKNOWN_SUBJECT', `案件“${data.case}”的对象不是“${object}”`);
      const { organ } = context.opened;
      return { ...data, organ, object, list, disposition: data.disposition ?? `d${context.dispositions.length + 1}` };
    }) as never,
    ServeListingNotice: (async (data: object, { state, evidence }: Facts<StandingState>) => {
      const { context } = await caseIn(evidence, state.proposal?.case);
      const { rules } = currentRules(await organIn(evidence, context.opened.organ));
      const days = calendarDays(await evidence.of(calendar, CALENDAR));
      return { ...data, hearingWithin: rules.hearingWithin.value, calendar: days };
    }) as never,
  },
};
