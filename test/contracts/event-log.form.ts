import { canonicalize, type Instant } from '@srd/kernel';
import { MAX_EVENT_BYTES, Unrecordable, type NewEvent } from '@srd/runtime';
import { anEvent, dataOfEventSize } from './an-event';
import type { UnderTest } from './log-under-test';

/** What may be recorded, and that it comes back as it was (srd-log/1, "Event and leaf"). */
export function formCases(on: UnderTest): void {
  const roundTrip = async (event: NewEvent): Promise<void> => {
    await on.log.append('case-1', 'none', [event]);
    const [read] = await on.log.read('case-1');
    expect(canonicalize(read)).toBe(canonicalize({ ...event, stream: 'case-1', revision: 0 }));
  };
  const refused = async (event: unknown, pointer: string): Promise<void> => {
    const error: unknown = await on.log
      .append('case-1', 'none', [event as NewEvent])
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Unrecordable);
    expect((error as Unrecordable).pointer).toBe(pointer);
    expect(await on.log.head()).toBeUndefined();
  };

  it('gives an event back with exactly the members of the protocol', async () => {
    await on.log.append('case-1', 'none', [anEvent()]);
    const [read] = await on.log.read('case-1');
    expect(Object.keys(read!).sort()).toEqual([
      'actor',
      'at',
      'data',
      'id',
      'meta',
      'revision',
      'salt',
      'stream',
      'type',
      'version',
    ]);
  });
  it('gives meta back to the byte, with members of its own', () =>
    roundTrip(
      anEvent({
        meta: {
          correlation: '请求-7 «ß»',
          causation: '7f0e1f8e-1c7d-4c38-9d8d-000000000001',
          basedOn: [
            { stream: 'plan-o-2024', revision: 3 },
            { stream: 'calendar', revision: 0 },
          ],
          command: 'RecordFindings',
          z: { nested: [1, null, true, 'x'] },
        },
      }),
    ));
  it.each([
    ['text in NFC and NFD, kept apart', { nfc: '\u00e9', nfd: 'e\u0301' }],
    ['characters beyond the basic plane', { name: '𠮷野家 😀', '𠮷': '\u{10ffff}' }],
    ['NUL and other controls', { text: 'a\u0000b\u0001\u001f\u007f\u2028\u2029', 'n\u0000': 1 }],
    ['quotes, backslashes and slashes', { text: '"\\/\b\f\n\r\t', "'": ';--' }],
    ['bidirectional marks and the byte-order mark', { text: '\u202etxt\ufeff' }],
    ['the greatest whole numbers', { most: 2 ** 53 - 1, least: -(2 ** 53 - 1), zero: 0 }],
    ['greater numbers as strings', { above: '9007199254740993', below: '-9007199254740993' }],
    ['nothing at all', {}],
    ['empty names, lists and objects', { '': '', list: [], object: {}, none: null, no: false }],
    [
      'names that mean something to JavaScript',
      JSON.parse('{"__proto__":{"x":1},"constructor":1,"toString":"t"}') as object,
    ],
    ['a list in a list', { list: [[1, [2, [3, []]]], { a: [{ b: [] }] }] }],
  ])('keeps %s', (_, data) => roundTrip(anEvent({ data: data as NewEvent['data'] })));
  it('keeps texts in NFC and NFD as two ids of an actor would be', async () => {
    await on.log.append('case-1', 'none', [anEvent({ actor: '\u00e9' }), anEvent({ actor: 'e\u0301' })]);
    expect((await on.log.read('case-1')).map(({ actor }) => actor)).toEqual(['\u00e9', 'e\u0301']);
  });
  it('writes minus zero as zero', async () => {
    await on.log.append('case-1', 'none', [anEvent({ data: { n: -0 } })]);
    expect(Object.is((await on.log.read('case-1'))[0]?.data['n'], 0)).toBe(true);
  });

  it.each([MAX_EVENT_BYTES - 1, MAX_EVENT_BYTES])('takes an event of %d bytes', (bytes) =>
    roundTrip(anEvent({ data: dataOfEventSize(bytes) })),
  );
  it('refuses an event of a byte more than 1 MiB', () =>
    refused(anEvent({ data: dataOfEventSize(MAX_EVENT_BYTES + 1) }), ''));
  it('counts bytes, not characters', () => refused(anEvent({ data: { text: '查'.repeat(360_000) } }), ''));

  const { id: _id, ...withoutId } = anEvent();
  it.each<[string, unknown, string]>([
    ['no object', null, ''],
    ['a member missing', withoutId, '/id'],
    ['a member too many', { ...anEvent(), stream: 'case-1' }, '/stream'],
    ['an id that is no UUID', anEvent({ id: 'x' }), '/id'],
    ['a UUID in capitals', anEvent({ id: anEvent().id.toUpperCase().replace(/^./, 'A') }), '/id'],
    ['an empty type', anEvent({ type: '' }), '/type'],
    ['version 0', anEvent({ version: 0 }), '/version'],
    ['version 1.5', anEvent({ version: 1.5 }), '/version'],
    ['a day for an instant', anEvent({ at: '2024-06-03' as Instant }), '/at'],
    ['a day that does not exist', anEvent({ at: '2024-02-30T00:00:00.000Z' as Instant }), '/at'],
    ['no actor', anEvent({ actor: '' }), '/actor'],
    ['an actor with a control character', anEvent({ actor: 'a\u0000' }), '/actor'],
    ['a short salt', anEvent({ salt: '00' }), '/salt'],
    ['a salt in capitals', anEvent({ salt: 'A'.repeat(32) }), '/salt'],
    ['data that is a list', anEvent({ data: [] as unknown as NewEvent['data'] }), '/data'],
    ['data that is undefined', anEvent({ data: undefined as unknown as NewEvent['data'] }), '/data'],
    ['an undefined member', anEvent({ data: { a: { b: undefined } } as unknown as NewEvent['data'] }), '/data/a/b'],
    ['a fraction', anEvent({ data: { list: [1, 0.1] } }), '/data/list/1'],
    ['2^53', anEvent({ data: { n: 2 ** 53 } }), '/data/n'],
    ['−2^53', anEvent({ data: { n: -(2 ** 53) } }), '/data/n'],
    ['NaN', anEvent({ data: { n: Number.NaN } }), '/data/n'],
    ['a lone surrogate', anEvent({ data: { 'a/b': '\ud800' } }), '/data/a~1b'],
    ['a name with a lone surrogate', anEvent({ data: { ['\udc00']: 1 } }), '/data/\udc00'],
    ['a date', anEvent({ data: { d: new Date(0) } as unknown as NewEvent['data'] }), '/data/d'],
    ['a big integer', anEvent({ data: { n: 1n } as unknown as NewEvent['data'] }), '/data/n'],
    ['a hole in a list', anEvent({ data: { list: new Array<number>(1) } }), '/data/list/0'],
    ['meta without correlation', anEvent({ meta: { causation: null, basedOn: [] } as never }), '/meta/correlation'],
    ['meta without causation', anEvent({ meta: { correlation: 'c', basedOn: [] } as never }), '/meta/causation'],
    ['meta without basedOn', anEvent({ meta: { correlation: 'c', causation: null } as never }), '/meta/basedOn'],
    [
      'a basis with more than stream and revision',
      anEvent({ meta: { correlation: 'c', causation: null, basedOn: [{ stream: 's', revision: 0, x: 1 } as never] } }),
      '/meta/basedOn/0',
    ],
    [
      'a basis without a revision',
      anEvent({ meta: { correlation: 'c', causation: null, basedOn: [{ stream: 's', revision: -1 }] } }),
      '/meta/basedOn/0/revision',
    ],
    ['a fraction in meta', anEvent({ meta: { correlation: 'c', causation: null, basedOn: [], x: 0.5 } }), '/meta/x'],
  ])('refuses %s', (_, event, pointer) => refused(event, pointer));
  it('refuses nesting without end', async () => {
    const ring: Record<string, unknown> = {};
    ring['self'] = ring;
    await expect(on.log.append('case-1', 'none', [anEvent({ data: ring as NewEvent['data'] })])).rejects.toThrow(
      Unrecordable,
    );
  });
  it.each(['', 'a b', 'case\u0000', '-x', 'x'.repeat(257)])('refuses %j as the name of a stream', async (stream) => {
    await expect(on.log.append(stream, 'none', [anEvent()])).rejects.toMatchObject({ pointer: '/stream' });
  });
}
