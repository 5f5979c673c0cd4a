/**
 * `npm run test:esdb`: contract, differential, client's facts, failures, endurance and journeys with the event log on the server in TEST_ESDB_URL,
 * or on the double of one.
 */
const base = require('./jest.config.cjs');

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  globalSetup: '<rootDir>/test/esdb/begin.ts',
  globalTeardown: '<rootDir>/test/esdb/end.ts',
  testSequencer: '<rootDir>/test/esdb/small-first.cjs',
  testRegex: [
    'test/contracts/event-log\\.esdb\\.spec\\.ts$',
    'test/contracts/differential\\.spec\\.ts$',
    'test/esdb/.*\\.spec\\.ts$',
    'test/journeys/.*\\.spec\\.ts$',
  ],
};
