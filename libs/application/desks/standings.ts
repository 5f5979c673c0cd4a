import { calendar, calendarDays } from '@srd/domain/calendar';
import { inspectionCase, type OpenCase } from '@srd/domain/case';
import { currentRules } from '@srd/domain/organ';
import {
  standing,
  type ListedSubject,
  type StandingCommand,
  type StandingEvent,
  type StandingState,
} from '@srd/domain/standing';
import type { DomainCommand, Id } from '@srd/kernel';
import type { Entry, Facts, Target } from '../desk';
import type { Evidence } from '../evidence';
import { refuse } from '../refusals';
import { standingStream } from './ids';
import { CALENDAR } from './organs';
import { organIn } from './plans';

/** Object and list of a standing's id, `<object>.<list>`. */
function partsOf(id: Id): { readonly object: Id; readonly list: 'abnormal' | 'credit' } {
  const match = /^(.+)\.(abnormal|credit)$/.exec(id);
  if (!match) return refuse('UNKNOWN_SUBJECT', `名单记录的编号应为“对象.abnormal”或“对象.credit”`);
  return { object: match[1] as Id, list: match[2] as 'abnormal' | 'credit' };
}

async function caseIn(evidence: Evidence, id: Id | undefined) {
  const file = id === undefined ? null : await evidence.of(inspectionCase, `case-${id}`);
  return file ?? refuse('UNKNOWN_SUBJECT', `没有编号为“${id ?? ''}”的案件`);
}

/** The case behind a standing's newest proposal, or behind the one that a command makes. */
function caseOf({ proposal }: StandingState, { data }: DomainCommand, evidence: Evidence) {
  return caseIn(evidence, proposal?.case ?? (data as { case?: Id }).case);
}

export { standingId } from './ids';

type StandingFacts = Facts<StandingState>;

/** What the organ's rules say of publication, with the calendar to count its days (R74). */
async function withMaking(data: object, { state, evidence }: StandingFacts): Promise<object> {
  const { organ } = state.proposal ?? {};
  if (organ === undefined) return data;
  const { rules } = currentRules(await organIn(evidence, organ));
  const days = calendarDays(await evidence.of(calendar, CALENDAR));
  return { ...data, making: { channels: rules.channels.value, within: rules.publication.value, calendar: days } };
}

/**
 * Whom the proposal concerns: the case's institution, or somebody who practises there (R30, R88), who is known to the register of
 * persons and stands in the record as an id only (C24).
 */
async function subjectOf(
  object: Id,
  isPractitioner: boolean,
  file: OpenCase,
  { stores }: StandingFacts,
): Promise<Omit<ListedSubject, 'listName'>> {
  const { object: institution } = file.context;
  if (institution === null) return refuse('UNKNOWN_SUBJECT', '该案件尚无检查对象');
  if (!isPractitioner && institution.id !== object) refuse('UNKNOWN_SUBJECT', `案件的对象不是“${object}”`);
  if (isPractitioner && !(await stores.persons.get([object])).has(object)) {
    refuse('UNKNOWN_SUBJECT', `没有编号为“${object}”的人员`);
  }
  return {
    kind: isPractitioner ? 'practitioner' : 'institution',
    institution: institution.id,
    institutionName: institution.name,
    registrationNumber: institution.registrationNumber,
  };
}

/** Abnormal-practice list and credit blacklist, an object and a list each. */
export const standingDesk: Entry<StandingState, StandingCommand, StandingEvent> = {
  decider: standing,
  stream: (id) => {
    const { object, list } = partsOf(id);
    return standingStream(object, list);
  },
  target: async (state, command, _, evidence): Promise<Target> => {
    const { context } = await caseOf(state, command, evidence);
    return { organ: context.opened.organ, section: context.opened.section };
  },
  onFile: async ({ proposal }, { data }, evidence) => {
    const { case: proposed = proposal?.case } = data as { case?: Id };
    return (await caseIn(evidence, proposed)).context.evidence;
  },
  prepare: {
    ProposeListing: (async (data: { case: Id; disposition?: Id; practitioner?: boolean }, facts: StandingFacts) => {
      const { practitioner = false, ...given } = data;
      const file = await caseIn(facts.evidence, data.case);
      const { context } = file;
      const { object, list } = partsOf(facts.id);
      const { organ } = context.opened;
      const { rules } = currentRules(await organIn(facts.evidence, organ));
      const subject: ListedSubject = {
        ...(await subjectOf(object, practitioner, file, facts)),
        listName: rules.listNames.value[list],
      };
      const disposition = data.disposition ?? `d${context.dispositions.length + 1}`;
      return { ...given, organ, object, list, disposition, subject };
    }) as never,
    ServeListingNotice: (async (data: object, { state, evidence }: StandingFacts) => {
      const { context } = await caseIn(evidence, state.proposal?.case);
      const { rules } = currentRules(await organIn(evidence, context.opened.organ));
      const days = calendarDays(await evidence.of(calendar, CALENDAR));
      return { ...data, hearingWithin: rules.hearingWithin.value, calendar: days };
    }) as never,
    ConfirmListing: withMaking as never,
    WithdrawListing: withMaking as never,
    ExpireListing: withMaking as never,
    GrantListingEnd: withMaking as never,
    RemoveForExit: withMaking as never,
  },
};
