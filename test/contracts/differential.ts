import fc from 'fast-check';
import { canonicalize, type JsonObject } from '@srd/kernel';
import type { EventLog, NewEvent, Position } from '@srd/runtime';
import { anEvent, leafOf } from './an-event';

type Step =
  | {
      readonly do: 'append';
      readonly stream: string;
      readonly expected: number | 'none' | 'head';
      readonly events: NewEvent[];
    }
  | {
      readonly do: 'read';
      readonly stream: string;
      readonly backwards: boolean;
      readonly from?: number;
      readonly limit?: number;
    }
  | { readonly do: 'readAll'; readonly after?: number; readonly types?: string[]; readonly limit?: number };

/** Few ids and few streams, so that races, repetitions and taken ids come up all the time. */
const ids = fc.integer({ min: 0, max: 15 }).map((n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
const streams = fc.constantFrom('case-1', 'case-2', 'plan-o-2024');
const types = fc.constantFrom('A', 'B', 'C', '');
const texts = fc.string({ unit: 'binary', maxLength: 6 });
const values = fc.oneof(texts, fc.maxSafeInteger(), fc.constant(null), fc.boolean(), fc.array(texts, { maxLength: 2 }));
const data = fc.oneof(
  { weight: 3, arbitrary: fc.constant<JsonObject>({}) },
  { weight: 3, arbitrary: fc.dictionary(texts, values, { maxKeys: 3 }) as fc.Arbitrary<JsonObject> },
  { weight: 1, arbitrary: fc.constantFrom<JsonObject>({ n: 0.5 }, { s: '\ud800' }, { n: -0 }) },
);
const events = fc
  .record({ id: ids, type: types, data, version: fc.constantFrom(1, 1, 2) })
  .map((over) => anEvent(over));
const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });
const small = fc.integer({ min: -1, max: 12 });
const steps = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('append' as const),
      stream: streams,
      expected: fc.oneof(
        fc.constant('none' as const),
        fc.constant('head' as const),
        fc.constant('head' as const),
        small,
      ),
      events: fc.array(events, { maxLength: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('read' as const),
      stream: streams,
      backwards: fc.boolean(),
      from: optional(small),
      limit: optional(small),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('readAll' as const),
      after: optional(small),
      types: optional(fc.array(types, { maxLength: 2 })),
      limit: optional(small),
    }),
  },
) as fc.Arbitrary<Step>;

function given<T extends object>(options: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never;
}

async function perform(log: EventLog, step: Step): Promise<unknown> {
  if (step.do === 'append') {
    const [last] = await log.read(step.stream, { direction: 'backwards', limit: 1 });
    const expected = step.expected === 'head' ? (last?.revision ?? 'none') : step.expected;
    return log.append(step.stream, expected, step.events);
  }
  if (step.do === 'read') {
    const { stream, backwards, from, limit } = step;
    return log.read(stream, { ...(backwards && { direction: 'backwards' as const }), ...given({ from, limit }) });
  }
  const { types: only, limit } = step;
  const after = step.after === undefined || step.after < 0 ? undefined : (step.after as Position);
  return log.readAll(given({ after, types: only, limit }));
}

/** What came of a step, as text: a result in canonical bytes, or the error with all it says. */
async function outcome(log: EventLog, step: Step): Promise<string> {
  try {
    return canonicalize(await perform(log, step));
  } catch (error) {
    const { name, message, ...rest } = error as Error;
    return `${name} ${message} ${JSON.stringify(rest)}`;
  }
}

/** Scripts of commands, with races, repetitions and bad input among them. */
export const scripts = fc.array(steps, { maxLength: 30 });

/** The leaf of every event in order: what the record is proved by. */
async function leavesOf(log: EventLog): Promise<string[]> {
  return (await log.readAll()).map(({ event }) => leafOf(event));
}

/** Runs a script on two logs, and expects the same of both at every step and in the end. */
export async function expectAlike(script: readonly Step[], one: EventLog, other: EventLog): Promise<void> {
  for (const step of script) expect(await outcome(one, step)).toBe(await outcome(other, step));
  expect(await leavesOf(one)).toEqual(await leavesOf(other));
}
