import { EventStoreDouble } from './double';
import { withNamespace } from './namespace';

/** The server that whoever started the tests named in TEST_ESDB_URL; undefined where they run on doubles. */
export const named = process.env['TEST_ESDB_DOUBLE'] === undefined ? process.env['TEST_ESDB_URL'] : undefined;

/** A place for one test's events, on the server that was named or on a double of the test's own. */
export interface ServerUnderTest {
  readonly url: string;
  dispose(): Promise<void>;
}

export async function aServer(): Promise<ServerUnderTest> {
  if (named !== undefined) return { url: withNamespace(named), dispose: async () => undefined };
  const double = new EventStoreDouble();
  await double.start();
  return { url: double.url, dispose: () => double.stop() };
}
