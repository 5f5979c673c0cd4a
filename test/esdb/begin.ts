import { serverAt } from '../../libs/adapters/eventstoredb/server';
import { asApplication } from './account';
import { EventStoreDouble } from './double';

declare global {
  var double: EventStoreDouble | undefined;
  var eventLog: string | undefined;
}

/** Says which server the tests run against, and starts the double where none was named. */
async function begin(): Promise<void> {
  const url = process.env['TEST_ESDB_URL'];
  if (url === undefined) {
    globalThis.double = new EventStoreDouble();
    await globalThis.double.start();
    process.env['TEST_ESDB_URL'] = globalThis.double.url;
    process.env['TEST_ESDB_DOUBLE'] = 'yes';
  } else process.env['TEST_ESDB_URL'] = await asApplication(url);
  globalThis.eventLog =
    url === undefined
      ? 'the double of a server (name one in TEST_ESDB_URL to test against it)'
      : `${await describe(url)}; where servers must fail in ways of their own, the double of one`;
  process.stdout.write(`\nevent log: ${globalThis.eventLog}\n`);
}

/** The server's own name, and the version that it tells. @throws Error where it doesn't answer */
async function describe(url: string): Promise<string> {
  const { client, hangUp } = serverAt(url);
  const where = url.replace(/\/\/.*@/, '//');
  try {
    const { serverVersion } = await (client as unknown as { capabilities: Promise<{ serverVersion: string }> })
      .capabilities;
    return `EventStoreDB ${serverVersion} at ${where}`;
  } catch (error) {
    throw new Error(`no event log at ${where}: ${(error as Error).message}`, { cause: error });
  } finally {
    await hangUp();
  }
}

export = begin;
