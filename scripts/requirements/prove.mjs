// Takes the rules away one by one and sees whether the tests that name the requirement notice. `npm run requirements -- --prove [R60 C7 libs/domain/plan …]`
//
// What is proven, for each number that isn't listed as untested:
//   1. some rule in libs/domain, proof, views or verifier names it in a comment (rules.mjs says what a rule's place is); a trap, which is
//      a story over many rules, needn't have one;
//   2. every change in a place is noticed by a test whose name carries one of the numbers of that place;
//   3. every number of a place notices at least one change there.
// Tests are those beside the code (libs/**/*.spec.ts); journeys speak to another process and come on top.
// All changes are built into a copy of the tree, asleep, and woken one at a time: nothing is written into the checkout.
import { fork } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { node24, root, withNode24 } from '../node24.mjs';
import { ruleFiles, withChanges } from './rules.mjs';
import { numbers, numbersIn } from './tests.mjs';

const workers = 2;
/** A change may let a loop run for ever: then its tests are taken as failed. */
const patience = 60_000;
const perProcess = 80;

/** @returns {Promise<boolean>} whether what is wanted (numbers, files, folders; without them everything) is proven */
export async function prove(tests, wanted) {
  const started = Date.now();
  const copy = mkdtempSync(join(tmpdir(), 'srd-rules-'));
  try {
    const places = copyWithChanges(copy);
    const tested = numbers.filter((number) => tests.get(number).length > 0);
    const named = wanted.length === 0 ? tested : wanted.filter((each) => tested.includes(each));
    const folders = wanted.filter((each) => existsSync(join(root, each)));
    const unknown = wanted.filter((each) => !named.includes(each) && !folders.includes(each));
    if (unknown.length > 0) throw new Error(`没有测试 · no test carries: ${unknown.join(', ')}`);
    const concerned = places.filter(
      ({ file, numbers: cited }) =>
        cited.some((number) => named.includes(number)) || folders.some((folder) => file.startsWith(folder)),
    );
    const asked = tested.filter(
      (number) =>
        named.includes(number) || (folders.length > 0 && concerned.some((place) => place.numbers.includes(number))),
    );
    const unproven = await judge(copy, tests, concerned);
    return report(asked, concerned, unproven, Math.round((Date.now() - started) / 1000));
  } finally {
    rmSync(copy, { recursive: true });
  }
}

function copyWithChanges(copy) {
  for (const name of [
    'libs',
    'test',
    'apps',
    'jest.config.cjs',
    'package.json',
    'tsconfig.json',
    'tsconfig.base.json',
  ]) {
    cpSync(join(root, name), join(copy, name), { recursive: true, filter: (path) => !path.includes('node_modules') });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  const config = `module.exports = { ...require('./jest.config.cjs'), roots: ['<rootDir>/libs'], setupFilesAfterEnv: [${JSON.stringify(join(root, 'scripts/requirements/jest-reached.cjs'))}], cacheDirectory: '<rootDir>/.cache' };\n`;
  writeFileSync(join(copy, 'jest.rules.cjs'), config);
  let id = 0;
  return ruleFiles(root).flatMap((file) => {
    const { text, places } = withChanges(root, file, () => (id += 1));
    writeFileSync(join(copy, file), text);
    return places;
  });
}

/** The numbers with a fault; each fault is said as soon as its place is through. */
async function judge(copy, tests, places) {
  const specs = await firstRound(copy, specsFor(tests, places));
  const noticed = new Map();
  const unproven = new Set();
  const total = places.reduce((sum, { changes }) => sum + changes.length, 0);
  const next = places[Symbol.iterator]();
  const work = async () => {
    const runner = new Runner(copy);
    for (const place of next) {
      const blind = new Set(place.numbers);
      for (const change of place.changes) {
        noticed.set(change.id, await noticing(runner, specs, change, place.numbers, blind));
        for (const number of noticed.get(change.id).numbers) blind.delete(number);
        if (noticed.size % 50 === 0 || noticed.size === total)
          console.error(`${noticed.size} / ${total}  ${change.file}:${change.line}`);
      }
      const { lines, unproven: open } = faults(place, noticed);
      for (const text of lines) console.log(text);
      for (const number of open) unproven.add(number);
    }
    runner.end();
  };
  await Promise.all(Array.from({ length: workers }, work));
  return unproven;
}

/** Those beside the code that name a number of the places, and those beside the places. */
function specsFor(tests, places) {
  const named = places.flatMap(({ numbers: cited }) => cited.flatMap((number) => tests.get(number) ?? []));
  const beside = [...tests.values()]
    .flat()
    .filter(({ file }) => places.some((place) => dirname(place.file) === dirname(file)));
  const files = new Set([...named, ...beside].map(({ file }) => file));
  return [...files].filter((file) => file.startsWith('libs/') && file.endsWith('.spec.ts'));
}

/** The spec files with nothing changed: `{ file, seconds, numbers, reached }`, the quickest first. */
async function firstRound(copy, files) {
  const folder = join(copy, '.reached');
  mkdirSync(folder);
  const runner = new Runner(copy, { RULES_REACHED: folder });
  const untouched = (await runner.run(0, files, 20 * patience)) ?? [];
  runner.end();
  const failing = untouched.filter(({ broken, tests }) => broken || tests.some(({ failed }) => failed));
  if (failing.length > 0 || untouched.length === 0) {
    throw new Error(`改动之前即未通过 · fails without any change: ${failing.map(({ file }) => file).join(', ')}`);
  }
  return untouched
    .map(({ file, seconds, tests }) => {
      const written = join(folder, encodeURIComponent(join(copy, file)));
      const reached = new Set(existsSync(written) ? JSON.parse(readFileSync(written, 'utf8')) : []);
      return { file, seconds, reached, numbers: new Set(tests.flatMap(({ name }) => [...numbersIn(name)])) };
    })
    .toSorted((one, other) => one.seconds - other.seconds);
}

/** Runs what reaches the change until one of the numbers notices, and on for those that have noticed nothing in this place yet. */
async function noticing(runner, specs, { id, file: changed }, cited, blind) {
  const found = new Set();
  const reaching = specs.filter(({ reached }) => reached.has(id));
  for (const { file, numbers: named } of reaching) {
    const sought = found.size === 0 ? cited : [...blind].filter((number) => !found.has(number));
    if (!sought.some((number) => named.has(number))) continue;
    for (const { number } of await failures(runner, id, file, named)) if (cited.includes(number)) found.add(number);
  }
  if (found.size > 0) return { numbers: found };
  for (const { file, numbers: named } of reaching.filter((spec) => dirname(spec.file) === dirname(changed))) {
    const [failure] = await failures(runner, id, file, named);
    if (failure) return { numbers: found, hint: `${file} › ${failure.name}` };
  }
  return { numbers: found };
}

/** The failed tests of one spec file, once for each number in their names; a file that can't even be loaded fails with all it names. */
async function failures(runner, id, file, named) {
  const answer = await runner.run(id, [file]);
  if (answer === undefined || answer[0]?.broken) return [...named, undefined].map((number) => ({ name: file, number }));
  return answer.flatMap(({ tests }) =>
    tests
      .filter(({ failed }) => failed)
      .flatMap(({ name }) => [...numbersIn(name), undefined].map((number) => ({ name, number }))),
  );
}

/** A process that runs spec files of the copy, and another one when it hangs or has grown old. */
class Runner {
  runs = 0;

  constructor(copy, more = {}) {
    this.begin = () => {
      this.runs = 0;
      this.process = fork(join(root, 'scripts', 'requirements', 'jest-worker.mjs'), [copy], {
        execPath: node24(),
        cwd: copy,
        env: { ...withNode24(), ...more },
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
    };
    this.begin();
  }

  /** What the worker answers; undefined when it gave no answer in time. */
  async run(off, files, within = patience) {
    if (this.runs++ === perProcess) {
      this.end();
      this.begin();
    }
    const answer = await this.ask({ off, files }, within);
    if (answer === undefined) {
      this.end();
      this.begin();
    }
    return answer;
  }

  ask(question, within) {
    return new Promise((resolve) => {
      const finish = (answer) => {
        clearTimeout(timer);
        this.process.removeAllListeners();
        resolve(answer);
      };
      const timer = setTimeout(finish, within, undefined);
      this.process.once('message', finish);
      this.process.once('exit', () => finish(undefined));
      this.process.send(question);
    });
  }

  end() {
    this.process.kill('SIGKILL');
  }
}

/** What is wrong with a place: rules that can be taken away unnoticed, and numbers that notice nothing. */
function faults({ file, line, numbers: cited, changes }, noticed) {
  const here = `${cited.join(' ')} (${file}:${line})`;
  const lines = [];
  const unproven = new Set();
  for (const change of changes) {
    const { numbers: found, hint } = noticed.get(change.id);
    if (found.size > 0) continue;
    lines.push(`${here}: ${change.file}:${change.line} ${change.says} — 测试仍通过 · tests stay green`);
    if (hint) lines.push(`    没有编号的测试已发现 · noticed by a test without the number: ${hint}`);
    for (const number of cited) unproven.add(number);
  }
  for (const number of changes.length > 0 ? cited : []) {
    if (changes.some(({ id }) => noticed.get(id).numbers.has(number))) continue;
    lines.push(`${here}: ${number} 的测试不涉及此处任何规则 · its tests notice nothing that is taken away here`);
    unproven.add(number);
  }
  return { lines, unproven };
}

function report(asked, places, unproven, seconds) {
  const without = asked.filter(
    (number) =>
      !number.startsWith('trap') && !places.some((place) => place.numbers.includes(number) && place.changes.length > 0),
  );
  if (without.length > 0) console.log(`没有规则注明此编号 · no rule names: ${without.join(', ')}`);
  const open = numbers.filter((number) => unproven.has(number) || without.includes(number));
  const proven = asked.filter((number) => !open.includes(number));
  const total = places.reduce((sum, { changes }) => sum + changes.length, 0);
  console.log(`已证 ${proven.length} / ${asked.length} · proven; ${total} 处改动 · changes; ${seconds} s`);
  if (open.length > 0) console.log(`未证 · not proven: ${open.join(', ')}`);
  return open.length === 0;
}
