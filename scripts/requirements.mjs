// Lists for every requirement of the procedure (R, C and trap numbers) the tests that carry its number, and the numbers without one.
// `npm run requirements`; with --strict a number without a test ends it with 1; with --holes only those are listed.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './node24.mjs';

const ts = createRequire(import.meta.url)('typescript');

const numbers = [...series('R', 104), ...series('C', 28), ...series('trap ', 15)];
const tests = new Map(numbers.map((number) => [number, []]));
for (const file of [...files('libs'), ...files('apps'), ...files('test')]) {
  for (const name of testNames(file)) {
    for (const number of named(name)) tests.get(number)?.push(`${file} › ${name}`);
  }
}

const holes = numbers.filter((number) => tests.get(number).length === 0);
if (!process.argv.includes('--holes')) {
  for (const number of numbers) for (const test of tests.get(number)) console.log(`${number.padEnd(8)} ${test}`);
}
console.log(`有测试 ${numbers.length - holes.length} / ${numbers.length} · with a test`);
if (holes.length > 0) console.log(`尚无测试 · without: ${holes.join(', ')}`);
if (holes.length > 0 && process.argv.includes('--strict')) process.exitCode = 1;

function series(prefix, last) {
  return Array.from({ length: last }, (_, index) => `${prefix}${index + 1}`);
}

/** Spec files, and everything under test/: the contract suites define their tests in plain modules. */
function* files(folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory() && entry.name !== 'node_modules') yield* files(path);
    else if (/\.spec\.[cm]?tsx?$/.test(path) || (folder.startsWith('test') && /\.[cm]?ts$/.test(path))) yield path;
  }
}

/** Names of the tests in a file, each with those of its `describe` in front. */
function testNames(file) {
  const names = [];
  const walk = (node, around) => {
    let inside = around;
    if (ts.isCallExpression(node)) {
      const kind = calleeOf(node.expression);
      const text = ['it', 'test', 'describe'].includes(kind) ? literal(node.arguments[0]) : undefined;
      if (text !== undefined && kind === 'describe') inside = [...around, text];
      else if (text !== undefined) names.push([...around, text].join(' › '));
    }
    ts.forEachChild(node, (child) => walk(child, inside));
  };
  walk(ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest), []);
  return names;
}

/** `it` of `it(…)`, `it.each(table)(…)` and `it.only(…)`. */
function calleeOf(expression) {
  if (ts.isIdentifier(expression)) return expression.text;
  if (ts.isPropertyAccessExpression(expression) || ts.isCallExpression(expression))
    return calleeOf(expression.expression);
  if (ts.isTaggedTemplateExpression(expression)) return calleeOf(expression.tag);
  return undefined;
}

function literal(node) {
  if (node === undefined) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return [node.head, ...node.templateSpans.map((span) => span.literal)].map(({ text }) => text).join('…');
  if (ts.isBinaryExpression(node)) return `${literal(node.left) ?? '…'}${literal(node.right) ?? '…'}`;
  return undefined;
}

/** The numbers in a test's name: `R60`, `C8`, `trap 9`, and spans such as `R36–R41`. */
function named(name) {
  const found = new Set();
  for (const [, kind, first, last] of name.matchAll(/\b(R|C|trap )(\d{1,3})\b(?:\s*[–-]\s*\1?(\d{1,3})\b)?/g)) {
    for (let number = Number(first); number <= Number(last ?? first); number += 1) found.add(`${kind}${number}`);
  }
  return found;
}
