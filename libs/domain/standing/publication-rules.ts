import { dueOn, type CalendarDays } from '@srd/domain/calendar';
import { plainText, type Term } from '@srd/domain/organ';
import type { Context, Day, DomainCommand, Id } from '@srd/kernel';
import type { PublicationOwed, StandingEvent } from './events';
import { publicationIn, type ListingPublication } from './publication';
import { refuse } from './refusals';
import type { StandingState } from './state';

/** The organ's channels and its days of publication, with the calendar to count them: loaded by who asks (R74). */
export type Making = {
  readonly making?: {
    readonly channels: readonly string[];
    readonly within: Term;
    readonly calendar: CalendarDays;
  };
};

type OnChannel = { readonly publication: Id; readonly channel: string };
export type PostListing = DomainCommand<'PostListing', OnChannel>;
export type AcknowledgeListingPosting = DomainCommand<
  'AcknowledgeListingPosting',
  OnChannel & { readonly receipt: string }
>;
export type FailListingPosting = DomainCommand<'FailListingPosting', OnChannel & { readonly reason: string }>;
export type PublicationCommand = PostListing | AcknowledgeListingPosting | FailListingPosting;

/** What falls to be made public from today, by the organ's days. */
export function owedFor(
  { procedure, proposal }: StandingState,
  { making }: Making,
  { today }: Context,
  owe: (dueOn: Day, channels: readonly string[]) => PublicationOwed | null,
): PublicationOwed | null {
  if (procedure === 'standing/1' || !making || !proposal?.subject) return null;
  return owe(dueOn(today, making.within, making.calendar), making.channels);
}

function owed(state: StandingState, { publication, channel }: OnChannel): ListingPublication {
  const found = publicationIn(state, publication);
  if (!found.channels.includes(channel)) refuse('NOT_A_CHANNEL', `“${channel}”不在本项公示的载体之内`);
  return found;
}

const channelOf = ({ posted }: ListingPublication, name: string) => posted.find(({ channel }) => channel === name);

/** Once on each channel; after a failure again (trap 10). What was posted first is what every channel gets. */
export function post({ publication, channel }: OnChannel, state: StandingState): StandingEvent {
  const found = owed(state, { publication, channel });
  const stands = state.stage === 'listed' && found.round === state.round;
  if (found.status !== 'owed' || (found.kind === 'listing' && !stands)) refuse('PUBLICATION_OVER');
  const told = channelOf(found, channel);
  if (told && told.status !== 'failed') refuse('ALREADY_POSTED');
  return { type: 'ListingPosted', data: { publication, channel, content: found.content } };
}

/** A receipt that comes after the channel was given up counts all the same; the same one twice is one. */
export function acknowledge(data: AcknowledgeListingPosting['data'], state: StandingState): readonly StandingEvent[] {
  const { publication, channel } = data;
  const found = owed(state, data);
  const told = channelOf(found, channel);
  const receipt = plainText(data.receipt) ?? refuse('RECEIPT_MISSING');
  if (told?.status === 'acknowledged' && told.receipt === receipt) return [];
  if (told?.status !== 'posted' && told?.status !== 'failed') refuse('NOT_POSTED');
  // What ended before any channel had it isn't public: a channel that shows it after all has to be told by hand.
  if (found.status === 'overtaken') refuse('PUBLICATION_OVER', '列入已终止，载体如已公示，请在该载体上撤下');
  return [{ type: 'ListingPostingAcknowledged', data: { publication, channel, receipt } }];
}

export function fail(data: FailListingPosting['data'], state: StandingState): StandingEvent {
  const { publication, channel } = data;
  const told = channelOf(owed(state, data), channel);
  if (told?.status !== 'posted') refuse('NOT_POSTED');
  const reason = plainText(data.reason) ?? refuse('LISTING_REASON_MISSING');
  return { type: 'ListingPostingFailed', data: { publication, channel, reason } };
}
