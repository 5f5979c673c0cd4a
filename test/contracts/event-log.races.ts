import { LogUnavailable, RevisionConflict, type Appended } from '@srd/runtime';
import { anEvent, someEvents } from './an-event';
import type { UnderTest } from './log-under-test';

/** Many at once, readers elsewhere, the end. */
export function raceCases(on: UnderTest): void {
  const append = (...given: Parameters<UnderTest['log']['append']>): Promise<Appended> => on.log.append(...given);

  describe('many writers', () => {
    it('all succeed on different streams', async () => {
      const answers = await Promise.all(
        Array.from({ length: 64 }, (_, n) => append(`case-${n}`, 'none', someEvents(1 + (n % 5)))),
      );
      expect(answers.map(({ revision }) => revision)).toEqual(answers.map((_, n) => n % 5));
      expect(new Set(answers.map(({ position }) => position)).size).toBe(64);
    });
    it('exactly one wins each revision of a stream', async () => {
      for (let revision = 0; revision < 5; revision++) {
        const expected = revision === 0 ? 'none' : revision - 1;
        const answers = await Promise.allSettled(
          Array.from({ length: 16 }, () => append('case-1', expected, [anEvent()])),
        );
        expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
        for (const answer of answers)
          if (answer.status === 'rejected')
            expect(answer.reason).toMatchObject({ name: 'RevisionConflict', actual: revision });
      }
    });
    it('one that is refused disturbs nobody who arrived with it', async () => {
      const taken = anEvent();
      await append('case-0', 'none', [taken]);
      const answers = await Promise.allSettled([
        append('case-1', 'none', someEvents(2)),
        append('case-1', 7, [anEvent()]),
        append('case-2', 'none', [anEvent(), taken]),
        append('case-1', 1, [anEvent()]),
        append('case-3', 'none', [anEvent({ version: 0 })]),
        append('case-3', 'none', [anEvent()]),
      ]);
      expect(answers.map(({ status }) => status === 'fulfilled')).toEqual([true, false, false, true, false, true]);
      expect((await on.log.readAll()).map(({ event }) => `${event.stream}@${event.revision}`).sort()).toEqual([
        'case-0@0',
        'case-1@0',
        'case-1@1',
        'case-1@2',
        'case-3@0',
      ]);
    });
    it('a stream that many fight over has each revision once and nothing lost', async () => {
      const writer = async (): Promise<number> => {
        let wins = 0;
        while (wins < 10) {
          const [last] = await on.log.read('case-1', { direction: 'backwards', limit: 1 });
          wins += await append('case-1', last?.revision ?? 'none', [anEvent()]).then(
            () => 1,
            (error: unknown) => {
              if (error instanceof RevisionConflict) return 0;
              throw error;
            },
          );
        }
        return wins;
      };
      await Promise.all(Array.from({ length: 8 }, writer));
      const read = await on.log.read('case-1');
      expect(read.map(({ revision }) => revision)).toEqual(Array.from({ length: 80 }, (_, n) => n));
    });
    it('who was acknowledged before another began comes first', async () => {
      const positions: number[] = [];
      for (let n = 0; n < 20; n++) positions.push((await append(`case-${n}`, 'none', [anEvent()])).position);
      expect(positions).toEqual([...positions].sort((a, b) => a - b));
    });
  });

  describe('durable and seen', () => {
    it('another reader sees what was acknowledged', async () => {
      const elsewhere = await on.elsewhere();
      for (let n = 0; n < 10; n++) {
        const { position } = await append(`case-${n}`, 'none', [anEvent({ data: { n } })]);
        expect(await elsewhere.head()).toBe(position);
        expect((await elsewhere.read(`case-${n}`))[0]?.data).toEqual({ n });
      }
      await elsewhere.close();
    });
    it('a reader never sees part of a batch', async () => {
      const elsewhere = await on.elsewhere();
      const pending = Array.from({ length: 10 }, (_, n) => append(`case-${n}`, 'none', someEvents(7)));
      for (let turn = 0; turn < 20; turn++) {
        await new Promise((resolve) => setImmediate(resolve));
        expect((await elsewhere.readAll()).length % 7).toBe(0);
      }
      await Promise.all(pending);
      await elsewhere.close();
    });
  });

  describe('closing', () => {
    it('waits for what is under way', async () => {
      const pending = Array.from({ length: 5 }, (_, n) => append(`case-${n}`, 'none', [anEvent()]));
      await on.log.close();
      expect((await Promise.all(pending)).map(({ revision }) => revision)).toEqual([0, 0, 0, 0, 0]);
    });
    it('refuses everything afterwards', async () => {
      await on.log.close();
      await expect(append('case-1', 'none', [anEvent()])).rejects.toThrow(LogUnavailable);
      await expect(on.log.read('case-1')).rejects.toThrow(LogUnavailable);
      await expect(on.log.readAll()).rejects.toThrow(LogUnavailable);
      await expect(on.log.head()).rejects.toThrow(LogUnavailable);
      expect(() => on.log.subscribe({}, () => undefined)).toThrow(LogUnavailable);
    });
    it('may be asked for twice', async () => {
      await Promise.all([on.log.close(), on.log.close()]);
      await on.log.close();
    });
    it('ends subscriptions, and no handler runs after it', async () => {
      let handled = 0;
      const subscription = on.log.subscribe({}, () => void handled++);
      await subscription.caughtUp;
      await append('case-1', 'none', [anEvent()]);
      await on.log.close();
      const before = handled;
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(handled).toBe(before);
      await subscription.ended;
    });
  });
}
