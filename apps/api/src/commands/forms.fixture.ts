import type { Type } from '@nestjs/common';
import { canonicalize, type JsonObject, type JsonValue } from '@srd/kernel';
import { plainOf, type CommandRoute } from '../edge/command-controller';
import { HasFaults, validation } from '../edge/validation';

/** A body that the form takes, and values that it doesn't, by the pointer where each is put (undefined: left out). */
export interface Example {
  readonly good: JsonObject;
  readonly bad?: readonly (readonly [pointer: string, value: unknown])[];
}

/** The body after the form, as it reaches the door. @throws HasFaults */
export async function formed(form: Type<object>, body: unknown): Promise<JsonObject> {
  return plainOf((await validation.transform(body, { type: 'body', metatype: form })) as object);
}

/** Pointers of the faults that a form finds; empty when it takes the body. */
export async function faultsOf(form: Type<object>, body: unknown): Promise<readonly string[]> {
  try {
    await formed(form, body);
    return [];
  } catch (error) {
    if (error instanceof HasFaults) return error.faults.map(({ pointer }) => pointer);
    throw error;
  }
}

/** A copy of the body with another value at the pointer. */
export function withValue(body: JsonValue, pointer: string, value: unknown): unknown {
  const [first, ...rest] = pointer.split('/').slice(1);
  if (first === undefined) return value;
  const copy = structuredClone(body) as Record<string, JsonValue>;
  const inner = rest.length === 0 ? value : withValue(copy[first] as JsonValue, `/${rest.join('/')}`, value);
  if (inner === undefined) delete copy[first];
  else copy[first] = inner as JsonValue;
  return copy;
}

/** All values inside a body with their pointers, the body itself first. */
function* inside(value: JsonValue, pointer = ''): Generator<readonly [string, JsonValue]> {
  yield [pointer, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) yield* inside(member as JsonValue, `${pointer}/${name}`);
}

/** What no form may take in the place of a value, whatever the form is. */
function unfit(pointer: string, value: JsonValue): readonly (readonly [string, unknown])[] {
  if (typeof value === 'string')
    return [
      [pointer, 'x'.repeat(100_000)],
      [pointer, {}],
      [pointer, 1.5],
    ];
  if (typeof value === 'number')
    return [
      [pointer, 1.5],
      [pointer, 1e300],
      [pointer, {}],
    ];
  if (typeof value === 'boolean')
    return [
      [pointer, 'true'],
      [pointer, 1],
    ];
  if (Array.isArray(value)) {
    const many = Array<JsonValue>(2_000).fill((value as readonly JsonValue[])[0] ?? 'x');
    return [
      [pointer, many],
      [pointer, 'x'],
      [pointer, [[...(value as readonly JsonValue[]), 'x']]],
    ];
  }
  if (value === null) return [[pointer, {}]];
  const stray: readonly [string, unknown] = [`${pointer}/surprise`, { nested: [] }];
  return pointer === '' ? [stray] : [stray, [pointer, [value]], [pointer, 'x']];
}

/** The table of an aggregate's forms: one test for each command. */
export function describeForms(
  name: string,
  routes: Readonly<Record<string, CommandRoute>>,
  examples: Readonly<Record<string, Example>>,
): void {
  describe(name, () => {
    it('has an example of each command', () => {
      expect(Object.keys(examples).sort()).toEqual(Object.keys(routes).sort());
    });

    it.each(Object.entries(examples))('%s takes its form and nothing else', async (command, { good, bad = [] }) => {
      const { form } = routes[command]!;
      const plain = await formed(form, good);
      expect(plain).toMatchObject(good);
      expect(() => canonicalize(plain)).not.toThrow();
      const wrong = [...[...inside(good)].flatMap(([pointer, value]) => unfit(pointer, value)), ...bad];
      for (const [pointer, value] of wrong) {
        const faults = await faultsOf(form, withValue(good, pointer, value));
        // A list's fault may be told at the list or at one of its items.
        const told = faults.some((fault) => pointer.startsWith(fault) || fault.startsWith(`${pointer}/`));
        const put = JSON.stringify(value)?.slice(0, 60);
        expect({ pointer, put, told }).toEqual({ pointer, put, told: true });
      }
    });
  });
}
