import { base, notedIf } from './chart';
import { alongTheWay, states4 } from './procedure-4';

const { approved } = states4;

/** The appointment for a revisit (B三(三); R84). */
const appointments = {
  RevisitArranged: notedIf('isRevisitToArrange'),
  RevisitChanged: notedIf('isRevisitArranged'),
  RevisitCancelled: notedIf('isRevisitArranged'),
} as const;

/** The case as `case/4` has it, and the revisit is arranged on the record. */
export const procedure5 = base.createMachine({
  id: 'case',
  context: ({ input }) => input,
  initial: 'planned',
  on: alongTheWay,
  states: { ...states4, approved: { ...approved, on: { ...approved.on, ...appointments } } },
});
