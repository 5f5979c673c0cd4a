import { isDay, isId, type Context, type Day, type DomainCommand, type Id } from '@srd/kernel';
import { dueOn, type CalendarDays } from '@srd/domain/calendar';
import { plainText, type Term } from '@srd/domain/organ';
import type { ListingClass, ListingWithdrawn, Proposal, StandingEvent } from './events';
import { endDay } from './end-day';
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
  }
>;
export type DeclineListing = DomainCommand<'DeclineListing', { readonly reason: string }>;
export type WithdrawListing = DomainCommand<
  'WithdrawListing',
  { readonly ground: ListingWithdrawn['data']['ground']; readonly reason: string; readonly occurredOn: Day }
>;
export type StandingCommand =
  | ProposeListing
  | ServeListingNotice
  | RecordHearing
  | CloseHearing
  | ConfirmListing
  | DeclineListing
  | WithdrawListing;

const because = (reason: string): string => plainText(reason) ?? refuse('LISTING_REASON_MISSING');

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
  const published = data.published ?? given !== 'minor';
  if (given === 'minor' && published) refuse('MINOR_NOT_PUBLISHED');
  const reason = because(data.reason);
  return {
    type: 'ListingConfirmed',
    data: { class: given, listedOn: context.today, until, published, reason, ...ref },
  };
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
    data: { procedure: 'standing/1', ...checkProposal({ ...data, proposedBy }, today) },
  };
}

function decideOne(command: StandingCommand, state: StandingState, context: Context): StandingEvent {
  const { today } = context;
  switch (command.type) {
    case 'ProposeListing':
      return propose(command.data, state, context);
    case 'ServeListingNotice': {
      const { occurredOn, hearingWithin: hearing, calendar } = command.data;
      if (!isDay(occurredOn) || occurredOn > today) refuse('STANDING_DAY_INVALID', '告知日不能晚于今日');
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
        refuse('HEARING_TOO_LATE', `陈述申辩期限至 ${notice.hearingUntil} 已届满`);
      if (evidence.length === 0) refuse('LISTING_INVALID', '请附陈述申辩或放弃的书面材料');
      return { type: 'ListingHeard', data: { occurredOn, waived, evidence } };
    }
    case 'CloseHearing': {
      const { notice } = state;
      if (!notice) return refuse('OUT_OF_TURN', '尚未告知');
      if (today <= notice.hearingUntil) refuse('HEARING_WINDOW_OPEN', `陈述申辩期限至 ${notice.hearingUntil}`);
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
      return { type: 'ListingWithdrawn', data: { ground, reason: because(command.data.reason), occurredOn, ...ref } };
    }
  }
}

export function decide(command: StandingCommand, state: StandingState, context: Context): readonly StandingEvent[] {
  return [decideOne(command, state, context)];
}
