import { plainLine } from '@srd/domain/organ';
import type { Context, DomainCommand } from '@srd/kernel';
import type { AccessEvent, BundleIssued, ReadingOpened } from './events';
import { refuse } from './refusals';
import { hasOpened, type AccessState } from './state';

/** Open a file for reading; once a day is enough. */
export type OpenReading = DomainCommand<'OpenReading', ReadingOpened['data']>;
/** Hand out a bundle; each one anew. */
export type IssueBundle = DomainCommand<'IssueBundle', BundleIssued['data']>;

export type AccessCommand = OpenReading | IssueBundle;

export function decide(command: AccessCommand, state: AccessState, { actor }: Context): readonly AccessEvent[] {
  const purpose = plainLine(command.data.purpose) ?? refuse('PURPOSE_MISSING');
  if (command.type === 'OpenReading') {
    const { subject, organ } = command.data;
    if (hasOpened(state, actor, subject)) return [];
    return [{ type: 'ReadingOpened', data: { subject, organ, purpose } }];
  }
  const { subject, organ, checkpoint, heads } = command.data;
  if (heads.length === 0) refuse('HEADS_MISSING');
  return [{ type: 'BundleIssued', data: { subject, organ, purpose, checkpoint, heads } }];
}
