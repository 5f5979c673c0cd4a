import { calendar, calendarDays } from '@srd/domain/calendar';
import { inspectionCase, type OpenCase } from '@srd/domain/case';
import { currentRules } from '@srd/domain/organ';
import { practitionerOf, practitioners } from '@srd/domain/practitioners';
import {
  demandPenaltyOf,
  standing,
  type ListedSubject,
  type StandingCommand,
  type StandingEvent,
  type StandingState,
  type GivenProposal,
} from '@srd/domain/standing';
import type { DomainCommand, Id } from '@srd/kernel';
import type { Entry, Facts, Target } from '../desk';
import type { Evidence } from '../evidence';
import { refuse } from '../refusals';
import { standingStream } from './ids';
import { CALENDAR } from './organs';
import { organIn } from './plans';
import { practitionersStream } from './practitioners';

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
 * Whom the proposal concerns: the case's institution, or somebody who practises there (R30, R88), whom the
 * roster of practitioners has there and who stands in the record as an id only (C24).
 */
async function subjectOf(
  object: Id,
  practitioner: boolean,
  file: OpenCase,
  { evidence }: StandingFacts,
): Promise<Omit<ListedSubject, 'listName'>> {
  const { object: inspected, opened } = file.context;
  if (inspected === null) return refuse('UNKNOWN_SUBJECT', '该案件尚无检查对象');
  const { name: institutionName, registrationNumber, sector, institution = inspected.id } = inspected;
  // A practitioner's own case, or that of the institution in which they practise.
  if (practitioner || inspected.institution !== undefined) {
    const entry = practitionerOf(await evidence.of(practitioners, practitionersStream(opened.organ, sector)), object);
    const practises = entry?.practises.some((each) => each.institution === institution) ?? false;
    if (!practises || (inspected.institution !== undefined && inspected.id !== object)) {
      refuse('UNKNOWN_SUBJECT', `“${object}”不是该案件机构的执业人员`);
    }
    return { kind: 'practitioner', institution, institutionName, registrationNumber };
  }
  if (institution !== object) refuse('UNKNOWN_SUBJECT', `案件的对象不是“${object}”`);
  return { kind: 'institution', institution, institutionName, registrationNumber };
}

/** The finding that a proposal rests on: its measure's; R83 proposes without a measure before it, and the proposal is the measure. */
export function findingOf({ context }: OpenCase, disposition: Id): Id {
  const { dispositions, findings } = context;
  const taken = new Set(dispositions.map((one) => one.finding));
  const unreachable = findings.find((one) => one.resultClass === 'unreachable' && !taken.has(one.finding));
  return dispositions.find((one) => one.disposition === disposition)?.finding ?? unreachable?.finding ?? '';
}

/**
 * Nobody is proposed on a ground that the case doesn't bear: what the case would refuse to note is refused here, and a penalty is the
 * case's own and stands (R83, R86, R87, trap 7). Of one penalty others may be listed beside whom the case noted already.
 */
function demandBorne(file: OpenCase, proposal: GivenProposal, { id, context }: StandingFacts): void {
  const { disposition, list, ground, reason } = proposal;
  const known = file.context.dispositions.find((one) => one.disposition === disposition);
  if (ground === 'penalty') {
    demandPenaltyOf(proposal.penalty ?? null, known?.penalty ?? null);
    if (known && known.standing !== null && known.standing !== id) return;
  }
  const finding = findingOf(file, disposition);
  if (finding === '') refuse('UNKNOWN_SUBJECT', `该案件没有编号为“${disposition}”的处置`);
  const noted = { disposition, finding, standing: id, occurredOn: context.today };
  inspectionCase.decide({ type: 'NoteListingProposal', data: { ...noted, list, ground, reason } }, file, context);
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
      const proposal = { ...given, organ, object, list, disposition, subject } as unknown as GivenProposal;
      demandBorne(file, proposal, facts);
      return proposal;
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
