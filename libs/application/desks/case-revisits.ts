import type { Attendance } from '@srd/domain/case';
import type { Day, Id } from '@srd/kernel';
import { opened, type CaseFacts, type Step } from './case-steps';
import { teamBars } from './case-team';
import { memberFor } from './inspector-pool';

/** Who is to go to a revisit, or was there, as the registers have them for the day. A revisit belongs to its inspection: rotation doesn't bar. */
async function going(facts: CaseFacts, people: readonly Id[], day: Day) {
  const members = [];
  for (const person of people) members.push(await memberFor(facts.evidence, facts.stores, opened(facts), person, day));
  const bars = (await teamBars(facts, people, day)).filter(({ bar }) => bar !== 'rotation');
  return { members, bars };
}

/** The people of an appointment by their ids (R22, R60, R61). */
export const withGoing: Step = async (data, facts) => {
  const { inspectors, on } = data as { inspectors: readonly Id[]; on: Day };
  const { members, bars } = await going(facts, inspectors, on);
  return { ...data, inspectors: members, bars };
};

/** Who was at the revisit, where it is told. */
export const withPresent: Step = async (data, facts) => {
  const { present = [], occurredOn } = data as { present?: readonly Id[]; occurredOn: Day };
  const { members, bars } = await going(facts, present, occurredOn);
  const there = members.map(({ inspector, certificateValidUntil, loan }): Attendance => ({
    inspector,
    certificateValidUntil,
    ...(loan && { loan }),
  }));
  return { ...data, present: there, bars };
};
