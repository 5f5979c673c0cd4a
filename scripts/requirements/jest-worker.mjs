// Runs spec files of the copied tree over and over in one process, each time with another switch turned. Started by prove.mjs.
// Asked { off, files, only }, it answers for each file { file, seconds, broken, tests: [{ name, failed }] }; `only` is a pattern of whole names.
import { createRequire } from 'node:module';
import { relative } from 'node:path';

const copy = process.argv[2];
const { runCLI } = createRequire(new URL(import.meta.url))('@jest/core');

process.on('message', (question) => void answer(question));

async function answer({ off, files, only }) {
  process.env.RULE_OFF = String(off);
  const options = { runInBand: true, silent: true, reporters: [], runTestsByPath: true, watchman: false };
  if (only !== undefined) options.testNamePattern = only;
  const { results } = await runCLI({ $0: '', _: files, config: 'jest.rules.cjs', ...options }, [copy]);
  process.send(
    results.testResults.map(({ testFilePath, testExecError, failureMessage, testResults }) => ({
      file: relative(copy, testFilePath),
      seconds: testResults.reduce((sum, { duration }) => sum + (duration ?? 0), 0) / 1000,
      /** The file couldn't even be loaded: none of its tests ran. */
      broken: testExecError !== undefined || (testResults.length === 0 && failureMessage !== null),
      tests: testResults.map(({ fullName, status }) => ({ name: fullName, failed: status === 'failed' })),
    })),
  );
}
