import type { Line } from '../../shared/follow-up';

const BREACH = ['责令改正', '整改', '回访', '销号'];
const RISK = ['提醒约谈', '回访', '销号'];

/** Which step each open state is on. An outcome that failed is still at the revisit: what follows it is a new round, or another course. */
const places: Readonly<Record<string, readonly [readonly string[], number]>> = {
  rectifying: [BREACH, 1],
  revisiting: [BREACH, 2],
  uncorrected: [BREACH, 2],
  correctedOnSpot: [['当场纠正', '复核', '销号'], 1],
  reminded: [RISK, 1],
  unheeded: [RISK, 1],
};

/** The steps of a measure's ladder and where it stands; undefined where it takes another course (investigation, listing, transfer). */
export function progressOf({ state }: Pick<Line, 'state'>) {
  const place = places[state];
  return place && { steps: place[0], at: place[1] };
}
