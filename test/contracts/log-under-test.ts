import type { EventLog } from '@srd/runtime';

/** One log for one test. */
export interface LogUnderTest {
  readonly log: EventLog;
  /** A view of the same log from elsewhere: another connection where the adapter has connections. */
  elsewhere(): Promise<Pick<EventLog, 'read' | 'readAll' | 'head' | 'close'>>;
  dispose(): Promise<void>;
}

/** What each test gets. */
export type UnderTest = Pick<LogUnderTest, 'log' | 'elsewhere'>;
