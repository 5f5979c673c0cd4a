import { type CaseEvent, publicFields } from '@srd/domain/case';
import { entryLabels, integrity, type IntegrityEvent } from '@srd/domain/integrity';
import { noticeFields, noticeSentence, publicationIn, standing, type StandingEvent } from '@srd/domain/standing';
import type { DomainCommand, Id, RecordedEvent } from '@srd/kernel';
import { ChannelUnavailable, type OutgoingPublication, type Reaction } from '@srd/runtime';
import { CommandCase, CommandIntegrity, CommandStanding } from '../aggregates';
import { standingId } from '../desks/standings';
import type { Evidence } from '../evidence';
import { creditBatchId, publicationId } from '../receipts';
import type { Cause, Follow } from './follow';
import { registrationIn } from './registration';

type CommandClass = Parameters<Follow['give']>[2];

/**
 * What was posted is handed to its channel; one that can't take it has failed there, and may be posted again: results, listings and
 * credit data alike (R74, R94, R96, trap 10).
 */
export function publishing(follow: Follow): Reaction {
  /** Hands over; a channel that can't take it makes the command `failed` of whose it is. */
  async function hand(
    event: RecordedEvent,
    publication: OutgoingPublication,
    [Command, id, failed]: readonly [CommandClass, Id, (reason: string) => DomainCommand],
    evidence: Evidence,
  ): Promise<void> {
    try {
      await follow.stores.channels.send(publication);
    } catch (error) {
      if (!(error instanceof ChannelUnavailable)) throw error;
      await follow.give(event, 'channels', Command, id, failed(error.message), evidence);
    }
  }

  return {
    name: 'publication-channels',
    on: {
      PublicationPosted: async (event) => {
        if (!event.stream.startsWith('case-')) return;
        const { data } = event as unknown as Cause<CaseEvent, 'PublicationPosted'>;
        const id = event.stream.slice('case-'.length);
        const { debt, channel, content, statement, replaces, further } = data;
        const publication = {
          id: publicationId(id, debt),
          channel,
          replaces: replaces === null ? null : publicationId(id, replaces),
          notice: statement,
          fields: publicFields(content, further),
        };
        const failed = (reason: string) => ({ type: 'FailPublication', data: { debt, channel, reason } });
        await hand(event, publication, [CommandCase, id, failed], follow.evidence(event));
      },

      ListingPosted: async (event) => {
        const { data } = event as unknown as Cause<StandingEvent, 'ListingPosted'>;
        const { publication, channel, content } = data;
        const evidence = follow.evidence(event);
        const state = await evidence.of(standing, event.stream);
        const { kind, replaces } = publicationIn(state, publication);
        const id = standingId(state.object ?? '', state.list ?? '');
        const outgoing = {
          id: publicationId(id, publication),
          channel,
          replaces: replaces === null ? null : publicationId(id, replaces),
          notice: noticeSentence(kind),
          fields: noticeFields(content),
        };
        const failed = (reason: string) => ({ type: 'FailListingPosting', data: { publication, channel, reason } });
        await hand(event, outgoing, [CommandStanding, id, failed], evidence);
      },

      CreditDataSent: async (event) => {
        const { batch, channel, entries } = (event as unknown as Cause<IntegrityEvent, 'CreditDataSent'>).data;
        const evidence = follow.evidence(event);
        const file = await evidence.of(integrity, event.stream);
        const object = file.object ?? '';
        // Each entry keeps its name from batch to batch: a platform that has one already knows it again.
        const told = file.entries
          .filter(({ id }) => entries.includes(id))
          .map(({ id, entry, occurredOn, text }) => ({
            name: id,
            label: `${entryLabels[entry]}（${occurredOn}）`,
            value: text,
          }));
        const before = file.batches.findLast((each, at) => at < Number(batch.slice(1)) - 1 && each.channel === channel);
        const outgoing = {
          id: creditBatchId(object, batch),
          channel,
          replaces: before?.status === 'failed' ? creditBatchId(object, before.batch) : null,
          notice: null,
          fields: [
            { name: 'institutionName', label: '机构名称', value: file.name ?? '' },
            { name: 'registrationNumber', label: '登记号', value: await registrationIn(file, evidence) },
            ...told,
          ],
        };
        const failed = (reason: string) => ({ type: 'FailCreditData', data: { batch, reason } });
        await hand(event, outgoing, [CommandIntegrity, object, failed], evidence);
      },
    },
  };
}
