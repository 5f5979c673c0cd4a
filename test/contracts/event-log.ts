import { appendCases } from './event-log.append';
import { formCases } from './event-log.form';
import { raceCases } from './event-log.races';
import { readCases } from './event-log.read';
import { subscribeCases } from './event-log.subscribe';
import type { LogUnderTest, UnderTest } from './log-under-test';

/** The contract of `EventLog` (libs/runtime/event-log.ts): every adapter passes it as it stands. */
export function eventLogContract(name: string, open: () => Promise<LogUnderTest>): void {
  describe(`${name} keeps the contract of the event log`, () => {
    let current: LogUnderTest;
    beforeEach(async () => {
      current = await open();
    });
    afterEach(() => current.dispose());
    const on: UnderTest = {
      get log() {
        return current.log;
      },
      elsewhere: () => current.elsewhere(),
    };
    describe('appending', () => appendCases(on));
    describe('racing and closing', () => raceCases(on));
    describe('the form of an event', () => formCases(on));
    describe('reading', () => readCases(on));
    describe('subscribing', () => subscribeCases(on));
  });
}
