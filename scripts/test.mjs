// Every check of the project, in order, all of them even when one fails. `npm test`
// The last line is `N passed, N failed`: a check counts as one test, jest's own tests one by one.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { node24, root, withNode24 } from './node24.mjs';
import { installed } from './ready.mjs';

const minute = 60_000;
const inModules = (...path) => join(root, 'node_modules', ...path);
const script = (name, ...args) => [join(root, 'scripts', name), ...args];

/** Name, and the arguments for Node. */
const checks = [
  ['lock file', script('lock-file.mjs')],
  ['system tools', script('system-tools.mjs')],
  ['format', [inModules('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level=warn', '.']],
  ['build', script('ready.mjs')],
  ['types', [inModules('@typescript', 'native', 'bin', 'tsc'), '-p', 'tsconfig.json', '--noEmit']],
  [
    'types of the verifier page',
    [inModules('@typescript', 'native', 'bin', 'tsc'), '-p', 'apps/verifier/tsconfig.json', '--noEmit'],
  ],
  ['types of the pages', [inModules('@typescript', 'native', 'bin', 'tsc'), '-p', join('apps', 'web')]],
  ['lint', [inModules('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings']],
  ['boundaries', [inModules('dependency-cruiser', 'bin', 'dependency-cruise.mjs'), 'apps', 'libs', 'test', '--config']],
  ['openapi', script('openapi.mjs', '--check')],
  ['procedure', script('procedure.mjs', '--check')],
  ['requirements', script('requirements.mjs', '--holes')],
];

const count = { passed: 0, failed: 0 };
try {
  await installed();
  for (const [name, args] of checks) await check(name, args);
  await jest();
} catch (error) {
  count.failed += 1;
  console.log(`✗ ${error.message}`);
}
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed === 0 ? 0 : 1;

async function check(name, args) {
  const { code, output, seconds } = await node(args, 5 * minute);
  count[code === 0 ? 'passed' : 'failed'] += 1;
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (code !== 0 || name === 'requirements') console.log(indented(output));
}

/** All *.spec.ts. A skipped test counts as failed: what wasn't run isn't shown. */
async function jest() {
  const folder = mkdtempSync(join(tmpdir(), 'srd-jest-'));
  const report = join(folder, 'report.json');
  const args = [inModules('jest', 'bin', 'jest.js'), '--json', `--outputFile=${report}`];
  const { code, output, seconds } = await node(args, 30 * minute);
  const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
  rmSync(folder, { recursive: true });
  if (!result) {
    count.failed += 1;
    console.log(`✗ jest (${seconds} s)\n${indented(output)}`);
    return;
  }
  const skipped = result.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => !['passed', 'failed'].includes(status))
      .map(({ fullName }) => `skipped: ${relative(root, name)} › ${fullName}`),
  );
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites + skipped.length;
  // Jest can also fail as a whole, for instance when it couldn't stop.
  const whole = code !== 0 && failed === 0 ? 1 : 0;
  count.passed += result.numPassedTests;
  count.failed += failed + whole;
  console.log(
    `${failed + whole === 0 ? '✓' : '✗'} jest: ${result.numPassedTests} passed, ${failed + whole} failed (${seconds} s)`,
  );
  for (const { message, name } of result.testResults)
    if (message) console.log(indented(`${relative(root, name)}\n${message}`));
  for (const line of skipped) console.log(indented(line));
  if (whole) console.log(indented(output));
}

function node(args, timeout) {
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(node24(), args, { cwd: root, env: withNode24(), stdio: ['ignore', 'pipe', 'pipe'], timeout });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (code, signal) => {
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      resolve({ code, output: signal ? `${output}\nended by ${signal} after ${seconds} s` : output, seconds });
    });
  });
}

function indented(text) {
  return stripVTControlCharacters(text).trimEnd().replace(/^/gm, '    ');
}
