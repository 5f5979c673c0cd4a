// Switches the rules off one by one and sees whether the tests that name the requirement notice. `npm run requirements -- --prove [R60 C7 libs/domain/plan …]`
//
// What is proven, for each of R1–R104 and C1–C28 that isn't listed as untested:
//   1. some rule in libs/domain, proof, views or verifier names it in a comment (rules.mjs says what a rule's place is);
//   2. whichever of these places is switched off, a test that carries the number turns red.
// Tests are those beside the code (libs/**/*.spec.ts); journeys speak to another process and come on top.
// All switches are built into a copy of the tree, asleep, and turned one at a time: nothing is written into the checkout.
import { fork } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { node24, root, withNode24 } from '../node24.mjs';
import { ruleFiles, withSwitches } from './rules.mjs';
import { numbers, numbersIn } from './tests.mjs';

const workers = 2;
/** A rule that is off may let a loop run for ever: then its tests are taken as failed. */
const patience = 60_000;
/** Spec files run at once, those beside the place and the quick ones first. */
const atOnce = 6;
const perProcess = 80;

/** @returns {Promise<boolean>} whether what is wanted (numbers, files, folders; without them everything) is proven */
export async function prove(tests, wanted) {
  const started = Date.now();
  const copy = mkdtempSync(join(tmpdir(), 'srd-rules-'));
  try {
    const places = copyWithSwitches(copy);
    const tested = numbers.filter((number) => !number.startsWith('trap') && tests.get(number).length > 0);
    const named = wanted.length === 0 ? tested : wanted.filter((each) => tested.includes(each));
    const folders = wanted.filter((each) => existsSync(join(root, each)));
    const unknown = wanted.filter((each) => !named.includes(each) && !folders.includes(each));
    if (unknown.length > 0) throw new Error(`没有测试 · no test carries: ${unknown.join(', ')}`);
    const within = ({ file }) => folders.some((folder) => file.startsWith(folder));
    const concerned = places
      .map((place) => ({ ...place, numbers: place.numbers.filter((each) => named.includes(each) || within(place)) }))
      .map((place) => ({ ...place, numbers: place.numbers.filter((each) => tested.includes(each)) }))
      .filter(({ numbers: cited }) => cited.length > 0);
    const asked = tested.filter(
      (number) => named.includes(number) || concerned.some((place) => place.numbers.includes(number)),
    );
    const unproven = await judge(copy, tests, concerned);
    return report(asked, concerned, unproven, Math.round((Date.now() - started) / 1000));
  } finally {
    rmSync(copy, { recursive: true });
  }
}

function copyWithSwitches(copy) {
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
    const { text, places } = withSwitches(root, file, () => (id += 1));
    writeFileSync(join(copy, file), text);
    return places;
  });
}

/** The numbers with a fault; each fault is said as soon as its place is through. */
async function judge(copy, tests, places) {
  const specs = await firstRound(copy, specsFor(tests, places));
  const unproven = new Set();
  const next = places[Symbol.iterator]();
  let done = 0;
  const work = async () => {
    const runner = new Runner(copy);
    for (const place of next) {
      for (const number of await blindTo(runner, specs, place)) {
        unproven.add(number);
        console.log(
          `${number}: ${place.file}:${place.line} — 规则停用而测试仍通过 · tests stay green without this rule`,
        );
      }
      if ((done += 1) % 25 === 0 || done === places.length) console.error(`${done} / ${places.length}`);
    }
    runner.end();
  };
  await Promise.all(Array.from({ length: workers }, work));
  return unproven;
}

/** Those beside the code that name a number of the places. */
function specsFor(tests, places) {
  const named = places.flatMap(({ numbers: cited }) => cited.flatMap((number) => tests.get(number)));
  const files = new Set(named.map(({ file }) => file));
  return [...files].filter((file) => file.startsWith('libs/') && file.endsWith('.spec.ts'));
}

/** The spec files with nothing switched off: `{ file, seconds, reached, tests: [{ name, numbers }] }`, the quickest first. */
async function firstRound(copy, files) {
  const folder = join(copy, '.reached');
  mkdirSync(folder);
  const runner = new Runner(copy, { RULES_REACHED: folder });
  const untouched = (await runner.run({ off: 0, files }, 20 * patience)) ?? [];
  runner.end();
  const failing = untouched.filter(({ broken, tests }) => broken || tests.some(({ failed }) => failed));
  if (failing.length > 0 || untouched.length === 0) {
    throw new Error(`停用之前即未通过 · fails with every rule on: ${failing.map(({ file }) => file).join(', ')}`);
  }
  return untouched
    .map(({ file, seconds, tests }) => {
      const written = join(folder, encodeURIComponent(join(copy, file)));
      const reached = new Set(existsSync(written) ? JSON.parse(readFileSync(written, 'utf8')) : []);
      return { file, seconds, reached, tests: tests.map(({ name }) => ({ name, numbers: numbersIn(name) })) };
    })
    .toSorted((one, other) => one.seconds - other.seconds);
}

/** The numbers of the place whose tests stay green, whichever kind of what it does is switched off. */
async function blindTo(runner, specs, { file, numbers: cited, switches }) {
  const blind = new Set(cited);
  const near = (spec) => (dirname(spec.file) === dirname(file) ? 0 : 1);
  for (const { id } of switches) {
    const reaching = specs.filter(({ reached }) => reached.has(id)).toSorted((one, other) => near(one) - near(other));
    for (let begin = 0; begin < reaching.length && blind.size > 0;) {
      const some = [];
      const names = new Set();
      for (; begin < reaching.length && some.length < atOnce; begin += 1) {
        const fitting = reaching[begin].tests.filter(({ numbers: carried }) =>
          [...blind].some((each) => carried.has(each)),
        );
        if (fitting.length > 0) some.push(reaching[begin].file);
        for (const { name } of fitting) names.add(name);
      }
      if (some.length === 0) break;
      for (const name of await red(runner, id, some, [...names])) {
        for (const number of numbersIn(name)) blind.delete(number);
      }
    }
    if (blind.size === 0) break;
  }
  return blind;
}

/** Names of the tests that fail. A file that can't even be loaded shows nothing: none of its tests ran. */
async function red(runner, off, files, names) {
  const only = `^(?:${names.map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|')})$`;
  const answer = await runner.run({ off, files, only });
  if (answer === undefined) return names;
  return answer.flatMap(({ tests }) => tests.filter(({ failed }) => failed).map(({ name }) => name));
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
  async run(question, within = patience) {
    if (this.runs++ === perProcess) {
      this.end();
      this.begin();
    }
    const answer = await this.ask(question, within);
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

function report(asked, places, unproven, seconds) {
  const without = asked.filter((number) => !places.some((place) => place.numbers.includes(number)));
  if (without.length > 0) console.log(`没有规则注明此编号 · no rule names: ${without.join(', ')}`);
  const open = asked.filter((number) => unproven.has(number) || without.includes(number));
  console.log(
    `已证 ${asked.length - open.length} / ${asked.length} · proven; ${places.length} 处规则 · rules switched off; 未证 ${open.length} · faults; ${seconds} s`,
  );
  if (open.length > 0) console.log(`未证 · not proven: ${open.join(', ')}`);
  return open.length === 0;
}
