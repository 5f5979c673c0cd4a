import { type CaseEvent, publicFields } from '@srd/domain/case';
import { ChannelUnavailable, type Reaction } from '@srd/runtime';
import { publicationId } from '../receipts';
import type { Cause, Follow } from './follow';

/** What was posted is handed to its channel; one that can't take it has failed there, and may be posted again (R74, trap 10). */
export function publishing(follow: Follow): Reaction {
  return {
    name: 'publication-channels',
    on: {
      PublicationPosted: async (event) => {
        if (!event.stream.startsWith('case-')) return;
        const { data } = event as unknown as Cause<CaseEvent, 'PublicationPosted'>;
        const id = event.stream.slice('case-'.length);
        const { debt, channel, content, statement, replaces, further } = data;
        try {
          await follow.stores.channels.send({
            id: publicationId(id, debt),
            channel,
            replaces: replaces === null ? null : publicationId(id, replaces),
            notice: statement,
            fields: publicFields(content, further),
          });
        } catch (error) {
          if (!(error instanceof ChannelUnavailable)) throw error;
          const failed = { type: 'FailPublication', data: { debt, channel, reason: error.message } } as const;
          await follow.giveCase(event, 'channels', id, failed, follow.evidence(event));
        }
      },
    },
  };
}
