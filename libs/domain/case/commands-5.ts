import type { Id } from '@srd/kernel';
import type { CalendarDays } from '../calendar';
import type { TeamBar } from './vocabulary-3';
import type { RevisitPlan } from './vocabulary-5';

type On = { readonly disposition: Id; readonly finding: Id };
/** `bars`: what keeps whom from this object on that day; rotation isn't among them, a revisit belongs to its inspection (R22, R61). */
type Planned = On & RevisitPlan & { readonly calendar: CalendarDays; readonly bars: readonly TeamBar[] };

/** What may be asked of a case under `case/5` beside the rest. */
export type FifthCommands = {
  ArrangeRevisit: Planned;
  ChangeRevisit: Planned & { readonly reason: string };
  CancelRevisit: On & { readonly reason: string };
};
