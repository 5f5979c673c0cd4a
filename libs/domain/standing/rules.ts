import { dayInWords, isDay, isId, Refusal, type Context, type Day, type DomainCommand, type Id } from '@srd/kernel';
import { dueOn, type CalendarDays } from '@srd/domain/calendar';
import { holdsNumber } from '@srd/domain/case';
import { plainText, type Term } from '@srd/domain/organ';
import type {
  EndWay,
  ListingClass,
  ListingWithdrawn,
  PublicationOwed,
  Proposal,
  StandingEnd,
  StandingEvent,
} from './events';
import { earliestRepair, endDay } from './end-day';
import {
  acknowledge,
  fail,
  owedFor,
  post,
  type AcknowledgeListingPosting,
  type Making,
  type PublicationCommand,
} from './publication-rules';
import { owedForEnd, owedForListing } from './publication';
import { checkProposal, type GivenProposal } from './proposal';
import { refuse } from './refusals';
import type { StandingState } from './state';

/** From a disposition of a case. `proposedBy`: whose proposal a reaction carries over; who gives the command proposes for themselves. */
export type ProposeListing = DomainCommand<'ProposeListing', GivenProposal>;
/** `hearingWithin`: the organ's rule; `calendar`: for its working days. */
export type ServeListingNotice = DomainCommand<
  'ServeListingNotice',
  { readonly occurredOn: Day; readonly hearingWithin: Term; readonly calendar: CalendarDays }
>;
export type RecordHearing = DomainCommand<
  'RecordHearing',
  { readonly occurredOn: Day; readonly waived?: boolean; readonly evidence: readonly string[] }
>;
/** The daily job's: the window has passed. */
export type CloseHearing = DomainCommand<'CloseHearing', Record<string, never>>;
export type ConfirmListing = DomainCommand<
  'ConfirmListing',
  {
    readonly class?: ListingClass | null;
    readonly until: Day | null;
    readonly published?: boolean;
    readonly reason: string;
  } & Making
>;
export type DeclineListing = DomainCommand<'DeclineListing', { readonly reason: string }>;
export type WithdrawListing = DomainCommand<
  'WithdrawListing',
  {
    readonly ground: ListingWithdrawn['data']['ground'];
    readonly reason: string;
    readonly occurredOn: Day;
  } & Making
>;
/** The daily job's: the last day has passed. */
export type ExpireListing = DomainCommand<'ExpireListing', Making>;
/** What the institution asks for is recorded by one, and decided by a leader who is another. */
export type RequestListingEnd = DomainCommand<
  'RequestListingEnd',
  { readonly way: EndWay; readonly reason: string; readonly occurredOn: Day; readonly evidence: readonly string[] }
>;
export type GrantListingEnd = DomainCommand<'GrantListingEnd', { readonly reason: string } & Making>;
/** A reaction's: who has left the sector has no practice that could be abnormal. */
export type RemoveForExit = DomainCommand<'RemoveForExit', { readonly reason: string } & Making>;
export type RefuseListingEnd = DomainCommand<'RefuseListingEnd', { readonly reason: string }>;
export type StandingCommand =
  | ProposeListing
  | ServeListingNotice
  | RecordHearing
  | CloseHearing
  | ConfirmListing
  | DeclineListing
  | WithdrawListing
  | ExpireListing
  | RequestListingEnd
  | GrantListingEnd
  | RefuseListingEnd
  | RemoveForExit
  | PublicationCommand;

const because = (reason: string): string => plainText(reason) ?? refuse('LISTING_REASON_MISSING');

/** Why an entry ended is made public with the notice: no number of a person goes out with it (C24, trap 10). */
function toldOpenly(reason: string): string {
  const text = because(reason);
  if (holdsNumber(text)) refuse('PERSONAL_DATA');
  return text;
}

function proposalOf(
  state: StandingState,
): Proposal & { readonly ref: { readonly case: Id; readonly disposition: Id } } {
  const { proposal } = state;
  if (!proposal) return refuse('OUT_OF_TURN', '尚未提出列入');
  return { ...proposal, ref: { case: proposal.case, disposition: proposal.disposition } };
}

/** Who proposed a listing doesn't decide on it (B四(二)). */
function checkDecider(proposal: Proposal, { actor }: Context): void {
  if (actor === proposal.proposedBy) refuse('PROPOSER_DECIDES');
}

function confirm(data: ConfirmListing['data'], state: StandingState, context: Context): StandingEvent {
  const { ref, ...proposal } = proposalOf(state);
  checkDecider(proposal, context);
  const given = data.class === undefined ? proposal.class : data.class;
  const until = endDay(proposal.list, given, context.today, data.until);
  const isPerson = proposal.subject?.kind === 'practitioner';
  const published = data.published ?? (given !== 'minor' && !isPerson);
  if (given === 'minor' && published) refuse('MINOR_NOT_PUBLISHED');
  // A practitioner's name isn't published (C24).
  if (isPerson && published) refuse('PRACTITIONER_NOT_PUBLISHED');
  const reason = because(data.reason);
  const owes = published ? owedFor(state, data, context, (on, channels) => owedForListing(state, channels, on)) : null;
  return {
    type: 'ListingConfirmed',
    data: { class: given, listedOn: context.today, until, published, reason, ...ref, ...said(state, owes) },
  };
}

/** `standing/1` knew of no publication. */
function said(state: StandingState, publication: PublicationOwed | null): { publication?: PublicationOwed | null } {
  return state.procedure === 'standing/1' ? {} : { publication };
}

/**
 * The notice that an entry's end owes where the entry had been made public. What ends by itself doesn't wait for a calendar: where the
 * year isn't entered the notice is owed the same day, and no working day is guessed (C20, trap 8).
 */
function endOwed(state: StandingState, how: StandingEnd, { making }: Making, context: Context) {
  const owed = (within?: Term) =>
    owedFor(state, making ? { making: { ...making, ...(within && { within }) } } : {}, context, (on) =>
      owedForEnd(state, how, on),
    );
  try {
    return said(state, owed());
  } catch (error) {
    const waits = error instanceof Refusal && error.code === 'CALENDAR_YEAR_MISSING';
    if (!waits || !context.actor.startsWith('system:')) throw error;
    return said(state, owed({ days: 0, unit: 'calendar' }));
  }
}

function requestEnd(data: RequestListingEnd['data'], state: StandingState, { today }: Context): StandingEvent {
  const { way, occurredOn, evidence } = data;
  const { listing } = state;
  if (!listing) return refuse('OUT_OF_TURN', '尚未列入');
  if (way !== 'repaired' && way !== 'removed') refuse('LISTING_INVALID', '请注明是修复还是移出');
  if (state.request) refuse('END_REQUESTED');
  if (!isDay(occurredOn) || occurredOn > today || occurredOn < listing.listedOn) {
    refuse('STANDING_DAY_INVALID', '申请日应在列入日之后、今日之前');
  }
  if (way === 'removed' && state.list === 'credit') refuse('CREDIT_NOT_REMOVED');
  const from = earliestRepair(listing.class, listing.listedOn);
  if (way === 'repaired' && occurredOn < from) refuse('REPAIR_TOO_EARLY', `${dayInWords(from)}起方可申请修复`);
  if (evidence.length === 0) refuse('LISTING_INVALID', '请附申请和已纠正、已履行的证明材料');
  return { type: 'ListingEndRequested', data: { way, reason: because(data.reason), occurredOn, evidence } };
}

const granted = { repaired: 'ListingRepaired', removed: 'ListingRemoved' } as const;

/** 修复、移出 by a leader who didn't take the request (C20, B四(二)). */
function decideEnd(command: GrantListingEnd | RefuseListingEnd, state: StandingState, context: Context): StandingEvent {
  const { request } = state;
  if (!request) return refuse(state.stage === 'listed' ? 'NO_END_REQUESTED' : 'OUT_OF_TURN');
  if (context.actor === request.requestedBy) refuse('REQUESTER_DECIDES');
  const { way } = request;
  if (command.type === 'RefuseListingEnd') {
    return { type: 'ListingEndRefused', data: { way, reason: because(command.data.reason) } };
  }
  const reason = toldOpenly(command.data.reason);
  const owes = endOwed(state, way, command.data, context);
  return { type: granted[way], data: { reason, occurredOn: context.today, ...owes } };
}

function expire(data: ExpireListing['data'], state: StandingState, context: Context): readonly StandingEvent[] {
  const { listing, stage } = state;
  // Asked twice, or ended otherwise in between: nothing is left to be recorded (trap 9).
  if (stage !== 'listed' || !listing || listing.until === null) return [];
  const { until } = listing;
  if (context.today <= until) refuse('LISTING_NOT_OVER', `列入期限至${dayInWords(until)}`);
  return [{ type: 'ListingExpired', data: { until, ...endOwed(state, 'expired', data, context) } }];
}

function propose(data: ProposeListing['data'], state: StandingState, { actor, today }: Context): StandingEvent {
  if ((state.object ?? data.object) !== data.object || (state.list ?? data.list) !== data.list)
    refuse('STANDING_MISMATCH');
  const own = !actor.startsWith('system:');
  if (own && data.proposedBy !== undefined && data.proposedBy !== actor) {
    refuse('LISTING_INVALID', '提出人应为本人');
  }
  const proposedBy = data.proposedBy ?? actor;
  if (!isId(proposedBy)) refuse('LISTING_INVALID', '提出人编号不合格式');
  return {
    type: 'ListingProposed',
    data: { procedure: 'standing/2', ...checkProposal({ ...data, proposedBy }, today) },
  };
}

function decideOne(
  command: Exclude<StandingCommand, ExpireListing | AcknowledgeListingPosting>,
  state: StandingState,
  context: Context,
): StandingEvent {
  const { today } = context;
  switch (command.type) {
    case 'ProposeListing':
      return propose(command.data, state, context);
    case 'ServeListingNotice': {
      const { occurredOn, hearingWithin: hearing, calendar } = command.data;
      if (!isDay(occurredOn) || occurredOn > today) refuse('STANDING_DAY_INVALID', '告知日不能晚于今日');
      // A day before the proposal would let the window pass before anybody could be heard (trap 8).
      if (state.proposedOn !== null && occurredOn < state.proposedOn) {
        refuse('STANDING_DAY_INVALID', `告知日不能早于提出列入之日${dayInWords(state.proposedOn)}`);
      }
      const hearingUntil = dueOn(occurredOn, hearing, calendar);
      return { type: 'ListingNoticeServed', data: { occurredOn, hearing, hearingUntil } };
    }
    case 'RecordHearing': {
      const { occurredOn, waived = false, evidence } = command.data;
      const { notice } = state;
      if (!isDay(occurredOn) || occurredOn > today || (notice && occurredOn < notice.occurredOn)) {
        refuse('STANDING_DAY_INVALID', '陈述申辩日应在告知日之后、今日之前');
      }
      if (notice && occurredOn > notice.hearingUntil)
        refuse('HEARING_TOO_LATE', `陈述申辩期限至${dayInWords(notice.hearingUntil)}已届满`);
      if (evidence.length === 0) refuse('LISTING_INVALID', '请附陈述申辩或放弃的书面材料');
      return { type: 'ListingHeard', data: { occurredOn, waived, evidence } };
    }
    case 'CloseHearing': {
      const { notice } = state;
      if (!notice) return refuse('OUT_OF_TURN', '尚未告知');
      if (today <= notice.hearingUntil)
        refuse('HEARING_WINDOW_OPEN', `陈述申辩期限至${dayInWords(notice.hearingUntil)}`);
      return { type: 'HearingWindowPassed', data: { hearingUntil: notice.hearingUntil } };
    }
    case 'ConfirmListing':
      return confirm(command.data, state, context);
    case 'DeclineListing': {
      const { ref, ...proposal } = proposalOf(state);
      checkDecider(proposal, context);
      return { type: 'ListingDeclined', data: { reason: because(command.data.reason), ...ref } };
    }
    case 'WithdrawListing': {
      const { ground, occurredOn } = command.data;
      const { ref } = proposalOf(state);
      if (ground !== 'penalty-annulled' && ground !== 'in-error') refuse('LISTING_INVALID', '请注明撤销事由');
      if (!isDay(occurredOn) || occurredOn > today) refuse('STANDING_DAY_INVALID', '撤销事由发生日不能晚于今日');
      const reason = toldOpenly(command.data.reason);
      const owes = endOwed(state, 'withdrawn', command.data, context);
      return { type: 'ListingWithdrawn', data: { ground, reason, occurredOn, ...ref, ...owes } };
    }
    case 'RequestListingEnd':
      return requestEnd(command.data, state, context);
    // Who has left the sector has no practice that could be abnormal; the blacklist stands (R88).
    case 'RemoveForExit': {
      if (state.list === 'credit') refuse('CREDIT_NOT_REMOVED');
      const owes = endOwed(state, 'removed', command.data, context);
      return { type: 'ListingRemoved', data: { reason: because(command.data.reason), occurredOn: today, ...owes } };
    }
    case 'GrantListingEnd':
    case 'RefuseListingEnd':
      return decideEnd(command, state, context);
    case 'PostListing':
      return post(command.data, state);
    case 'FailListingPosting':
      return fail(command.data, state);
  }
}

export function decide(command: StandingCommand, state: StandingState, context: Context): readonly StandingEvent[] {
  if (command.type === 'ExpireListing') return expire(command.data, state, context);
  if (command.type === 'AcknowledgeListingPosting') return acknowledge(command.data, state);
  return [decideOne(command, state, context)];
}
