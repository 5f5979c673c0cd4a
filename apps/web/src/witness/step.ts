import type { ContributorView } from './link';
import type { Opening } from './opening';

/** Where the holder of a link stands, and with it what the page shows. */
export type Step =
  | 'enter'
  | 'resend'
  | 'sealed'
  | 'open'
  | 'opened'
  | 'elsewhere'
  | 'too-late'
  | 'absent'
  | 'voided'
  | 'lost'
  | 'revealed';

const SEALING = ['frozen', 'voidProposed'];

/** The step that follows from what the server says and what this device holds. */
export function stepOf(view: ContributorView, mine: Opening | undefined): Step {
  if (view.state === 'voided' || view.state === 'lost' || view.state === 'revealed') return view.state;
  const ours = mine !== undefined && view.seal === mine.seal;
  if (view.absent) return 'absent';
  if (view.seal === null) {
    if (!SEALING.includes(view.state)) return 'too-late';
    return mine === undefined ? 'enter' : 'resend';
  }
  if (view.opened) return 'opened';
  if (!ours) return 'elsewhere';
  return SEALING.includes(view.state) ? 'sealed' : 'open';
}
