// Which tests name which requirement, read from the spec files without running them.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../node24.mjs';

const ts = createRequire(import.meta.url)('typescript');

/** R1–R104 and C1–C28 of the two documents, traps 1–15. */
export const numbers = [...series('R', 104), ...series('C', 28), ...series('trap ', 15)];

/** Map from number to the tests that carry it, each as `{ file, name }`, name with those of its `describe` in front. */
export function testsByNumber() {
  const tests = new Map(numbers.map((number) => [number, []]));
  for (const file of [...specs('libs'), ...specs('apps'), ...specs('test')]) {
    for (const { name, rows } of testNames(file)) {
      for (const number of numbersIn([name, ...rows].join('\n'))) tests.get(number)?.push({ file, name });
    }
  }
  return tests;
}

/** The numbers in a text: `R60`, `C8`, `trap 9`, `traps 6, 11 and 12`, and spans such as `R36–R41`. */
export function numbersIn(given) {
  const found = new Set();
  const text = given.replaceAll(/\btraps (\d[\d, –and]*)/g, (_, list) => list.replaceAll(/\d+(?:–\d+)?/g, 'trap $&'));
  for (const [, kind, first, last] of text.matchAll(/\b(R|C|trap )(\d{1,3})\b(?:\s*[–-]\s*\1(\d{1,3})\b)?/g)) {
    for (let number = Number(first); number <= Number(last ?? first); number += 1) found.add(`${kind}${number}`);
  }
  return found;
}

function series(prefix, last) {
  return Array.from({ length: last }, (_, index) => `${prefix}${index + 1}`);
}

/** Spec files, and everything under test/: the contract suites define their tests in plain modules. */
function* specs(folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory() && entry.name !== 'node_modules') yield* specs(path);
    else if (/\.spec\.[cm]?tsx?$/.test(path) || (folder.startsWith('test') && /\.[cm]?ts$/.test(path))) yield path;
  }
}

/** Names of the tests in a file; `rows` are the texts of an `it.each` table, which a `%s` puts into the name. */
function testNames(file) {
  const names = [];
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest);
  const walk = (node, around) => {
    let inside = around;
    if (ts.isCallExpression(node)) {
      const kind = calleeOf(node.expression);
      const text = ['it', 'test', 'describe'].includes(kind) ? literal(node.arguments[0]) : undefined;
      if (text !== undefined) {
        const { names: titles, rows } = around;
        inside = { names: [...titles, text], rows: [...rows, ...rowsOf(node.expression, text, source)] };
        if (kind !== 'describe') names.push({ name: inside.names.join(' › '), rows: inside.rows });
      }
    }
    ts.forEachChild(node, (child) => walk(child, inside));
  };
  walk(source, { names: [], rows: [] });
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

/** Texts in the table of `it.each(table)(title)`, where the title has a place for them. The table may be a constant of the file. */
function rowsOf(expression, title, source) {
  if (!ts.isCallExpression(expression) || !/%[spj]|\$\w/.test(title)) return [];
  let [table] = expression.arguments;
  while (table && (ts.isAsExpression(table) || ts.isSatisfiesExpression(table))) table = table.expression;
  if (table && ts.isIdentifier(table)) table = constants(source).get(table.text);
  const texts = [];
  const collect = (node) => {
    if (ts.isStringLiteralLike(node)) texts.push(node.text);
    ts.forEachChild(node, collect);
  };
  if (table) collect(table);
  return texts;
}

function constants(source) {
  const found = new Map();
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (ts.isIdentifier(name) && initializer) found.set(name.text, initializer);
    }
  }
  return found;
}

function literal(node) {
  if (node === undefined) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return [node.head, ...node.templateSpans.map((span) => span.literal)].map(({ text }) => text).join('…');
  if (ts.isBinaryExpression(node)) return `${literal(node.left) ?? '…'}${literal(node.right) ?? '…'}`;
  return undefined;
}
