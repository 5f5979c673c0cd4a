/** What the log records about itself: self-checks and changes of its key (stream `log`). Checkpoints are kept apart and aren't events. */
import { checked, type Context, type Decider, type DomainCommand, type Fact, type Instant } from '@srd/kernel';
import type { LogEvent, KeyRotated, SelfCheckMade } from './events';
import { refuse } from './refusals';

export { logRefusals } from './refusals';
export type { LogEvent, KeyRotated, SelfCheckFinding, SelfCheckMade } from './events';

export type LogCommand =
  DomainCommand<'RecordSelfCheck', SelfCheckMade['data']> | DomainCommand<'AnnounceLogKey', KeyRotated['data']>;

/** A self-check as it stands on record. */
export type SelfCheck = SelfCheckMade['data'] & { readonly at: Instant };

export type LogState = {
  /** The newest last; a year of daily ones. */
  readonly checks: readonly SelfCheck[];
  /** Verifier keys that were announced, the newest last. */
  readonly keys: readonly string[];
};

const KEPT = 400;

function evolve(state: LogState, fact: Fact<LogEvent>): LogState {
  switch (fact.type) {
    case 'SelfCheckMade':
      return { ...state, checks: [...state.checks, { ...fact.data, at: fact.at }].slice(-KEPT) };
    case 'KeyRotated':
      return { ...state, keys: [...state.keys, fact.data.to] };
    default:
      return refuse('OUT_OF_TURN');
  }
}

function decide(command: LogCommand, state: LogState, _context: Context): readonly LogEvent[] {
  if (command.type === 'RecordSelfCheck') return [{ type: 'SelfCheckMade', data: command.data }];
  const { from, to } = command.data;
  if (from === to) refuse('LOG_KEY_UNCHANGED');
  return state.keys.at(-1) === to ? [] : [{ type: 'KeyRotated', data: command.data }];
}

/** What the log says about itself. */
export const logItself: Decider<LogState, LogCommand, LogEvent> = checked({
  initial: { checks: [], keys: [] },
  evolve,
  decide,
});
