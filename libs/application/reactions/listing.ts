import { inspectionCase, type CaseCommand } from '@srd/domain/case';
import { standing, type StandingEvent } from '@srd/domain/standing';
import { dayOf, textAt, type Day, type Id, type RecordedEvent } from '@srd/kernel';
import type { Reaction } from '@srd/runtime';
import { findingOf, standingId } from '../desks/standings';
import type { Cause, Follow } from './follow';

interface Noted {
  readonly disposition: Id;
  readonly finding: Id;
  readonly standing: Id;
  readonly occurredOn: Day;
}

/** The case notes what its institution's standing with a list has come to: proposed, confirmed, declined, ended. */
export function listing(follow: Follow): Reaction {
  async function note(event: RecordedEvent, make: (noted: Noted) => CaseCommand): Promise<void> {
    // A case tells of its listing by events of the same names.
    const [, object, list] = /^standing-(.+)-(abnormal|credit)$/.exec(event.stream) ?? [];
    if (object === undefined || list === undefined) return;
    const evidence = follow.evidence(event);
    const { proposal } = await evidence.of(standing, event.stream);
    const file = proposal && (await evidence.of(inspectionCase, `case-${proposal.case}`));
    if (!proposal || !file) return;
    const { disposition } = proposal;
    const finding = findingOf(file, disposition);
    const noted = { disposition, finding, standing: standingId(object, list), occurredOn: dayOf(event.at) };
    await follow.giveCase(event, 'standing', proposal.case, make(noted), evidence);
  }
  const reasonOf = (event: RecordedEvent): string => textAt(event.data, 'reason');
  const ended = (reason: (event: RecordedEvent) => string) => (event: RecordedEvent) =>
    note(event, (noted) => ({ type: 'NoteListingEnded', data: { ...noted, reason: reason(event) } }));

  return {
    name: 'listings',
    on: {
      ListingProposed: (event) => {
        const { list, ground, reason } = (event as unknown as Cause<StandingEvent, 'ListingProposed'>).data;
        return note(event, (noted) => ({ type: 'NoteListingProposal', data: { ...noted, list, ground, reason } }));
      },
      ListingConfirmed: (event) => {
        const documentNumber = `${event.stream}@${event.revision}`;
        return note(event, (noted) => ({ type: 'NoteListingConfirmed', data: { ...noted, documentNumber } }));
      },
      ListingDeclined: (event) =>
        note(event, (noted) => ({ type: 'NoteListingDeclined', data: { ...noted, reason: reasonOf(event) } })),
      ListingWithdrawn: (event) =>
        note(event, (noted) => ({ type: 'NoteListingWithdrawn', data: { ...noted, reason: reasonOf(event) } })),
      ListingExpired: ended(({ data }) => `期限至 ${textAt(data, 'until')} 届满`),
      ListingRepaired: ended(reasonOf),
      ListingRemoved: ended(reasonOf),
    },
  };
}
