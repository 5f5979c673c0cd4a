import type { CaseContext, Disposition } from './context';
import { lives } from './disposition';
import type { ArrangedRevisit } from './vocabulary-5';

/** A measure to which a revisit belongs: the order runs, or the revisit is what it waits for (R84). */
export function isToRevisit({ state }: Pick<Disposition, 'state'>): boolean {
  const tags = lives[state]?.tags;
  return tags !== undefined && (tags.has('rectifying') || tags.has('awaiting-revisit'));
}

/** The appointment that stands for a measure's present round; null where there is none, it was cancelled, or the revisit has been made. */
export function arrangedFor(
  { revisits }: Pick<CaseContext, 'revisits'>,
  one: Pick<Disposition, 'disposition' | 'state' | 'round'>,
): ArrangedRevisit | null {
  if (!isToRevisit(one)) return null;
  const last = revisits.findLast(({ disposition }) => disposition === one.disposition);
  return last && last.round === one.round && last.cancelled === null ? last : null;
}
