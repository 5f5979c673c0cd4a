import { ApiProperty } from '@nestjs/swagger';
import { parties } from '@srd/domain/organ';
import { endWays, listingClasses, listingGrounds, listingPublications, listKinds } from '@srd/domain/standing';
import { publicStates, standingPhases } from '@srd/views';
import { day, nullable, part, text } from '../edge/shapes';
import { LegalBasisAnswer } from './registers.dto';

export class ListingChannelAnswer {
  @ApiProperty() channel: string;
  @ApiProperty({ enum: ['failed', 'posted', 'acknowledged'] }) status: string;
  @ApiProperty({ ...text, ...nullable }) receipt: string | null;
  /** Of the newest attempt. */
  @ApiProperty(day) postedOn: string;
  /** Why the newest attempt failed. */
  @ApiProperty({ ...text, ...nullable }) failure: string | null;
}

export class EndOfListing {
  @ApiProperty({ enum: ['withdrawn', 'removed', 'expired', 'repaired'] }) how: string;
  @ApiProperty(day) on: string;
  @ApiProperty() reason: string;
}

/** What the public reads of an entry, or of its end. No person in it (C24). */
export class ListingNoticeAnswer {
  @ApiProperty() listName: string;
  @ApiProperty() institutionName: string;
  @ApiProperty() registrationNumber: string;
  @ApiProperty({ enum: listingGrounds }) ground: string;
  @ApiProperty({ type: [LegalBasisAnswer] }) legalBasis: readonly LegalBasisAnswer[];
  @ApiProperty({ enum: listingClasses, ...nullable }) class: string | null;
  @ApiProperty(day) listedOn: string;
  @ApiProperty({ ...day, ...nullable }) until: string | null;
  /** 撤销、修复、移出、期满; null while the entry stands. */
  @ApiProperty({ type: EndOfListing, ...nullable }) ended: EndOfListing | null;
}

/** A publication of an entry or of its end, with what each channel made of it. Those of earlier rounds stay in the record. */
export class ListingPublicationAnswer {
  @ApiProperty() publication: string;
  @ApiProperty({ enum: listingPublications }) kind: string;
  @ApiProperty({ type: [String] }) channels: readonly string[];
  @ApiProperty(day) dueOn: string;
  @ApiProperty({ ...text, ...nullable }) replaces: string | null;
  @ApiProperty() round: number;
  /** `overtaken`: the entry ended before it was posted anywhere. */
  @ApiProperty({ enum: ['owed', 'discharged', 'overtaken'] }) status: string;
  @ApiProperty({ type: [ListingChannelAnswer] }) posted: readonly ListingChannelAnswer[];
  /** As it stood when it fell due: every channel gets the same. */
  @ApiProperty({ type: ListingNoticeAnswer }) content: ListingNoticeAnswer;
}

/** One round of a standing that has come to its end, or was declined. */
export class PastListingAnswer {
  @ApiProperty() round: number;
  @ApiProperty() stage: string;
  @ApiProperty({ enum: listingGrounds }) ground: string;
  @ApiProperty({ ...text, ...nullable }) listedOn: string | null;
  @ApiProperty({ ...text, ...nullable }) until: string | null;
  @ApiProperty() endedAt: string;
  @ApiProperty() reason: string;
}

/** A standing on a list: its row without the folded state behind it. */
export class StandingCardAnswer {
  @ApiProperty() object: string;
  @ApiProperty() revision: number;
  @ApiProperty() organ: string;
  @ApiProperty({ ...text, ...nullable }) name: string | null;
  @ApiProperty({ enum: parties }) kind: string;
  @ApiProperty() case: string;
  @ApiProperty({ enum: standingPhases }) phase: string;
  @ApiProperty({ enum: listKinds }) list: string;
  @ApiProperty({ ...text, ...nullable }) institution: string | null;
  @ApiProperty({ ...text, ...nullable }) listName: string | null;
  @ApiProperty() stage: string;
  @ApiProperty() stageLabel: string;
  @ApiProperty({ enum: listingGrounds }) ground: string;
  @ApiProperty({ ...text, ...nullable }) class: string | null;
  @ApiProperty() round: number;
  @ApiProperty() proposedAt: string;
  @ApiProperty({ ...text, ...nullable }) hearingUntil: string | null;
  @ApiProperty({ ...text, ...nullable }) listedOn: string | null;
  @ApiProperty({ ...text, ...nullable }) until: string | null;
  @ApiProperty() published: boolean;
  /** Repair or removal that somebody has asked for and nobody has decided. */
  @ApiProperty({ enum: endWays, ...nullable }) requested: string | null;
  @ApiProperty({ type: [ListingPublicationAnswer] }) publications: readonly ListingPublicationAnswer[];
  /** What the public may read: an entry that stands, or the notice that it was withdrawn. */
  @ApiProperty({ enum: publicStates, ...nullable }) public: string | null;
  @ApiProperty({ type: [PastListingAnswer] }) past: readonly PastListingAnswer[];
  @ApiProperty() id: string;
}

/** An attempt to reach the institution, with hashes of what proves it (trap 8). */
export class ContactAttemptAnswer {
  @ApiProperty(day) attemptedOn: string;
  @ApiProperty({ type: [String] }) evidence: readonly string[];
}

/** 处罚决定 a credit listing rests on. */
export class PenaltyDecisionAnswer {
  @ApiProperty() number: string;
  @ApiProperty(day) decidedOn: string;
}

/** Whom the list names, and under which name of the list (C21). A practitioner is an id, never a name (C24); the institution is where the case was. */
export class ListedSubjectAnswer {
  @ApiProperty({ enum: parties }) kind: string;
  @ApiProperty() institution: string;
  @ApiProperty() institutionName: string;
  @ApiProperty() registrationNumber: string;
  @ApiProperty() listName: string;
}

export class ProposalAnswer {
  /** Whose case it rests on; its roles decide. */
  @ApiProperty() organ: string;
  @ApiProperty() object: string;
  @ApiProperty({ enum: listKinds }) list: string;
  @ApiProperty({ enum: listingGrounds }) ground: string;
  /** What allows or demands the listing: never empty (C19). */
  @ApiProperty({ type: [LegalBasisAnswer] }) legalBasis: readonly LegalBasisAnswer[];
  @ApiProperty({ enum: listingClasses, ...nullable }) class: string | null;
  @ApiProperty() reason: string;
  @ApiProperty() case: string;
  @ApiProperty() disposition: string;
  @ApiProperty({ type: [ContactAttemptAnswer] }) contactAttempts: readonly ContactAttemptAnswer[];
  @ApiProperty({ type: PenaltyDecisionAnswer, ...nullable }) penalty: PenaltyDecisionAnswer | null;
  /** The account whose proposal it is; a reaction that carries it over from the case isn't the proposer. */
  @ApiProperty() proposedBy: string;
  /** Since `standing/2`. */
  @ApiProperty({ type: ListedSubjectAnswer, required: false }) subject?: ListedSubjectAnswer;
}

export class NoticeOfStanding {
  @ApiProperty(day) occurredOn: string;
  @ApiProperty(part) hearing: object;
  @ApiProperty(day) hearingUntil: string;
}

export class HearingOfStanding {
  @ApiProperty(day) occurredOn: string;
  @ApiProperty() waived: boolean;
  @ApiProperty({ type: [String] }) evidence: readonly string[];
}

/** A publication that falls due: to which channels, by when, in place of which earlier one (R74, trap 8). */
export class PublicationOwedAnswer {
  @ApiProperty() publication: string;
  @ApiProperty({ enum: listingPublications }) kind: string;
  @ApiProperty({ type: [String] }) channels: readonly string[];
  @ApiProperty(day) dueOn: string;
  @ApiProperty({ ...text, ...nullable }) replaces: string | null;
}

export class ListingOfStanding {
  @ApiProperty({ enum: listingClasses, ...nullable }) class: string | null;
  @ApiProperty(day) listedOn: string;
  @ApiProperty({ ...day, ...nullable }) until: string | null;
  /** Minor matters are normally not made public. */
  @ApiProperty() published: boolean;
  @ApiProperty() reason: string;
  @ApiProperty() case: string;
  @ApiProperty() disposition: string;
  @ApiProperty({ type: PublicationOwedAnswer, required: false, ...nullable })
  publication?: PublicationOwedAnswer | null;
  @ApiProperty() decidedBy: string;
}

export class RequestOfStanding {
  @ApiProperty({ enum: endWays }) way: string;
  @ApiProperty() reason: string;
  @ApiProperty(day) occurredOn: string;
  @ApiProperty({ type: [String] }) evidence: readonly string[];
  @ApiProperty() requestedBy: string;
}

export class StandingAnswer {
  @ApiProperty() stageLabel: string;
  @ApiProperty() revision: number;
  /** The chart that the newest round goes by. */
  @ApiProperty({ enum: ['standing/1', 'standing/2'] }) procedure: string;
  @ApiProperty() stage: string;
  @ApiProperty({ ...text, ...nullable }) object: string | null;
  @ApiProperty({ enum: listKinds, ...nullable }) list: string | null;
  /** How many times it was proposed. */
  @ApiProperty() round: number;
  @ApiProperty({ type: ProposalAnswer, ...nullable }) proposal: ProposalAnswer | null;
  @ApiProperty({ ...day, ...nullable }) proposedOn: string | null;
  @ApiProperty({ type: NoticeOfStanding, ...nullable }) notice: NoticeOfStanding | null;
  @ApiProperty({ type: HearingOfStanding, ...nullable }) hearing: HearingOfStanding | null;
  @ApiProperty({ type: ListingOfStanding, ...nullable }) listing: ListingOfStanding | null;
  /** 修复或移出申请 that waits for its decision. */
  @ApiProperty({ type: RequestOfStanding, ...nullable }) request: RequestOfStanding | null;
  /** Why it was declined or ended. */
  @ApiProperty({ ...text, ...nullable }) ended: string | null;
  /** How and when the entry ended; null before, and for what was declined. */
  @ApiProperty({ type: EndOfListing, ...nullable }) end: EndOfListing | null;
  /** Of all rounds, oldest first. */
  @ApiProperty({ type: [ListingPublicationAnswer] }) publications: readonly ListingPublicationAnswer[];
  @ApiProperty() id: string;
}

/** An entry as anybody may read it: what was made public of it, and whether it still stands. */
export class PublicListingAnswer extends ListingNoticeAnswer {
  @ApiProperty() organ: string;
  @ApiProperty({ enum: listKinds }) list: string;
  @ApiProperty() groundLabel: string;
  /** `withdrawn`: the notice that it ought never to have stood. */
  @ApiProperty({ enum: publicStates }) state: string;
}
