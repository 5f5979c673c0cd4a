// Lists for every requirement of the procedure (R, C and trap numbers) the tests that carry its number. `npm run requirements`
// Ends with 1 for a number that has neither a test nor a reason, and for one that has both. With --holes only those are listed.
// A number without a test stands in requirements/not-ours.json with the reason.
// With --prove [numbers] it switches the rules off one by one: see requirements/prove.mjs.
import notOurs from './requirements/not-ours.json' with { type: 'json' };
import { prove } from './requirements/prove.mjs';
import { numbers, testsByNumber } from './requirements/tests.mjs';

const options = process.argv.slice(2);
const tests = testsByNumber();
const tested = (number) => tests.get(number).length > 0;

const said = Object.keys(notOurs);
const holes = numbers.filter((number) => !tested(number) && !said.includes(number));
const wrong = said.filter((number) => !numbers.includes(number) || tested(number));

if (options.length === 0) {
  for (const number of numbers) {
    for (const { file, name } of tests.get(number)) console.log(`${number.padEnd(8)} ${file} › ${name}`);
    if (notOurs[number]) console.log(`${number.padEnd(8)} 非软件事项 · not the software's: ${notOurs[number]}`);
  }
}
console.log(`有测试 ${numbers.filter(tested).length} / ${numbers.length} · with a test`);
console.log(`非软件事项 · not the software's: ${Object.keys(notOurs).join(', ')}`);
if (holes.length > 0) console.log(`尚无测试 · without a test: ${holes.join(', ')}`);
if (wrong.length > 0) console.log(`列为无测试，实有测试 · listed as untested, but tests name it: ${wrong.join(', ')}`);
if (holes.length + wrong.length > 0) process.exitCode = 1;

if (options.includes('--prove')) {
  const wanted = options.filter((option) => !option.startsWith('--'));
  if (!(await prove(tests, wanted))) process.exitCode = 1;
}
