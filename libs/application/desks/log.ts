import { access, type AccessCommand, type AccessEvent, type AccessState } from '@srd/domain/access';
import { logItself, type LogCommand, type LogEvent, type LogState } from '@srd/domain/log';
import { LOG_STREAM } from '@srd/proof/log';
import type { Day } from '@srd/kernel';
import { EVERY_ORGAN, type Entry } from '../desk';

/** Stream of a day's readings. */
export function accessStream(day: Day): string {
  return `access-${day}`;
}

/** Who looks, day by day. Whether somebody may look at all is asked where the subject is known. */
export const accessDesk: Entry<AccessState, AccessCommand, AccessEvent> = {
  decider: access,
  stream: (day) => accessStream(day as Day),
  target: () => ({ organ: EVERY_ORGAN }),
};

/** What the log records about itself. */
export const logDesk: Entry<LogState, LogCommand, LogEvent> = {
  decider: logItself,
  stream: () => LOG_STREAM,
  target: () => ({ organ: EVERY_ORGAN }),
};
