import { EventStoreDouble } from './double';

declare global {
  var double: EventStoreDouble | undefined;
}

/** Says which server the tests run against, and starts the double where none was named. */
async function begin(): Promise<void> {
  const url = process.env['TEST_ESDB_URL'];
  if (url === undefined) {
    globalThis.double = new EventStoreDouble();
    await globalThis.double.start();
    process.env['TEST_ESDB_URL'] = globalThis.double.url;
  }
  const which = url === undefined ? 'the double of a server' : url.replace(/\/\/.*@/, '//');
  process.stdout.write(`\nevent log: ${which}\n`);
}

export = begin;
