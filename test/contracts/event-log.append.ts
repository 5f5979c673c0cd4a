import type { Instant } from '@srd/kernel';
import { EventIdTaken, RevisionConflict, type Appended } from '@srd/runtime';
import { anEvent, someEvents } from './an-event';
import type { UnderTest } from './log-under-test';

/** Revisions, atomicity, ids. */
export function appendCases(on: UnderTest): void {
  const append = (...given: Parameters<UnderTest['log']['append']>): Promise<Appended> => on.log.append(...given);
  const actual = async (attempt: Promise<unknown>): Promise<unknown> => {
    const error: unknown = await attempt.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(RevisionConflict);
    return (error as RevisionConflict).actual;
  };

  it('begins a stream that must not exist', async () => {
    expect(await append('case-1', 'none', [anEvent()])).toEqual({ revision: 0, position: 0, repeated: false });
  });
  it('goes on at the exact revision', async () => {
    await append('case-1', 'none', someEvents(2));
    expect(await append('case-1', 1, someEvents(3))).toEqual({ revision: 4, position: 4, repeated: false });
  });
  it('refuses to begin a stream that exists, and says where it is', async () => {
    await append('case-1', 'none', someEvents(3));
    expect(await actual(append('case-1', 'none', [anEvent()]))).toBe(2);
  });
  it('refuses a revision that was passed, and says where the stream is', async () => {
    await append('case-1', 'none', someEvents(3));
    expect(await actual(append('case-1', 1, [anEvent()]))).toBe(2);
  });
  it('refuses a revision that is still to come', async () => {
    await append('case-1', 'none', [anEvent()]);
    expect(await actual(append('case-1', 7, [anEvent()]))).toBe(0);
  });
  it('refuses a revision of a stream that does not exist', async () => {
    expect(await actual(append('case-1', 0, [anEvent()]))).toBe('none');
  });
  it('says stream and expected revision in a conflict', async () => {
    await expect(append('case-1', 4, [anEvent()])).rejects.toMatchObject({
      stream: 'case-1',
      expected: 4,
      actual: 'none',
    });
  });
  it.each([-1, 0.5, Number.NaN, 2 ** 53])('refuses %p as a revision', async (revision) => {
    await expect(append('case-1', revision, [anEvent()])).rejects.toThrow(RangeError);
  });
  it('refuses an append without events', async () => {
    await expect(append('case-1', 'none', [])).rejects.toThrow(RangeError);
    expect(await on.log.head()).toBeUndefined();
  });
  it('appends a thousand events at once', async () => {
    expect(await append('case-1', 'none', someEvents(1000))).toEqual({ revision: 999, position: 999, repeated: false });
    const read = await on.log.read('case-1');
    expect(read.map(({ data }) => data['n'])).toEqual(Array.from({ length: 1000 }, (_, n) => n));
  });
  it('appends all or none when the last of a thousand cannot be recorded', async () => {
    const events = [...someEvents(999), anEvent({ data: { n: 0.5 } })];
    await expect(append('case-1', 'none', events)).rejects.toThrow();
    expect(await on.log.read('case-1')).toEqual([]);
    expect(await on.log.head()).toBeUndefined();
  });
  it('appends all or none when the last of a batch has an id that is taken', async () => {
    const taken = anEvent();
    await append('case-1', 'none', [taken]);
    await expect(append('case-2', 'none', [...someEvents(4), taken])).rejects.toThrow(EventIdTaken);
    expect(await on.log.read('case-2')).toEqual([]);
    expect(await on.log.head()).toBe(0);
  });
  it('leaves no hole in revisions or positions after refusals', async () => {
    await append('case-1', 'none', [anEvent()]);
    await actual(append('case-1', 'none', someEvents(5)));
    await expect(append('case-1', 0, [anEvent({ type: '' })])).rejects.toThrow();
    expect(await append('case-1', 0, [anEvent()])).toEqual({ revision: 1, position: 1, repeated: false });
  });
  it('keeps what was handed in, whatever the caller does to it afterwards', async () => {
    const data: { note: string } = { note: 'before' };
    const pending = append('case-1', 'none', [anEvent({ data })]);
    data.note = 'after';
    await pending;
    expect((await on.log.read('case-1'))[0]?.data).toEqual({ note: 'before' });
  });
  it('takes no notice of clocks: order is the order of appending', async () => {
    const at = (day: string): Instant => `${day}T00:00:00.000Z` as Instant;
    await append('case-1', 'none', [anEvent({ at: at('2030-01-01') })]);
    await append('case-2', 'none', [anEvent({ at: at('2020-01-01') })]);
    expect((await on.log.readAll()).map(({ event }) => event.stream)).toEqual(['case-1', 'case-2']);
  });

  describe('event ids', () => {
    it('refuses one id twice in a batch', async () => {
      const event = anEvent();
      await expect(append('case-1', 'none', [event, event])).rejects.toMatchObject({
        name: 'EventIdTaken',
        id: event.id,
      });
      expect(await on.log.head()).toBeUndefined();
    });
    it('acknowledges the same batch at the same place again', async () => {
      const events = someEvents(3);
      await append('case-1', 'none', events);
      expect(await append('case-1', 'none', events)).toEqual({ revision: 2, position: 2, repeated: true });
      expect(await on.log.head()).toBe(2);
    });
    it('acknowledges it again when the stream has gone on', async () => {
      const events = someEvents(2);
      await append('case-1', 'none', events);
      await append('case-1', 1, someEvents(2));
      expect(await append('case-1', 'none', events)).toEqual({ revision: 1, position: 1, repeated: true });
    });
    it('acknowledges the first part of a batch that stands', async () => {
      const [first, second] = someEvents(2);
      await append('case-1', 'none', [first!, second!]);
      expect(await append('case-1', 'none', [first!])).toEqual({ revision: 0, position: 0, repeated: true });
    });
    it('refuses a batch that stands only in part, as a lost race', async () => {
      const [first, second] = someEvents(2);
      await append('case-1', 'none', [first!]);
      expect(await actual(append('case-1', 'none', [first!, second!]))).toBe(0);
    });
    it('refuses the id at another revision of the stream', async () => {
      const event = anEvent();
      await append('case-1', 'none', [event]);
      await expect(append('case-1', 0, [event])).rejects.toThrow(EventIdTaken);
    });
    it('refuses the id in another stream', async () => {
      const event = anEvent();
      await append('case-1', 'none', [event]);
      await expect(append('case-2', 'none', [event])).rejects.toThrow(EventIdTaken);
    });
    it.each([
      ['data', { data: { note: '另一内容' } }],
      ['type', { type: 'FindingsApproved' }],
      ['version', { version: 2 }],
      ['actor', { actor: 'officer-2' }],
      ['at', { at: '2024-06-03T01:00:00.001Z' as Instant }],
      ['salt', { salt: 'ffffffffffffffffffffffffffffffff' }],
      ['meta', { meta: { correlation: 'c-2', causation: null, basedOn: [] } }],
    ])('refuses the id with other %s at the same place', async (_, other) => {
      const event = anEvent();
      await append('case-1', 'none', [event]);
      await expect(append('case-1', 'none', [{ ...event, ...other }])).rejects.toThrow(EventIdTaken);
    });
    it('takes members in another order for the same content', async () => {
      const event = anEvent({ data: { a: 1, b: 2 } });
      await append('case-1', 'none', [event]);
      expect(await append('case-1', 'none', [{ ...event, data: { b: 2, a: 1 } }])).toMatchObject({ repeated: true });
    });
    it('makes one append of ten retries at once', async () => {
      const events = someEvents(2);
      const answers = await Promise.all(Array.from({ length: 10 }, () => append('case-1', 'none', events)));
      expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
      expect(new Set(answers.map(({ position }) => position))).toEqual(new Set([1]));
      expect(await on.log.head()).toBe(1);
    });
    it('answers a retry after an unknown outcome as if it had been the first', async () => {
      const events = someEvents(2);
      append('case-1', 'none', events).catch(() => undefined);
      expect(await append('case-1', 'none', events)).toMatchObject({ revision: 1, position: 1 });
      expect(await on.log.read('case-1')).toHaveLength(2);
    });
  });
}
