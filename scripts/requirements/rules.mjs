// Where the rules of a requirement stand, and how one of them is switched off.
//
// A place is the declaration, statement or property in front of which (or at the end of whose line) a comment names a number. Inside
// another place the nearest comment counts. It is switched off as a whole, one kind of what it does at a time: all its checks
// (`refuse(…)`, `demand…(…)`, `throw`), edges of a chart, decided events and entries of a table, filters and orders, conditions,
// what its checks leave be, sides of its choices, limits and values (`<` for `<=`, another number).
// Not the question whether something is there at all, or is a day, an id, a number; nor an alarm over a fault in the code.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { numbersIn } from './tests.mjs';

const ts = createRequire(import.meta.url)('typescript');
const { SyntaxKind } = ts;

/** Rooms in which rules stand (CONTRIBUTING.md, points 1 to 3). */
const rooms = ['libs/domain', 'libs/proof', 'libs/views', 'libs/verifier'];
/** Words only: what a refusal or a label says isn't a rule. */
const words = /(?:refusals|labels|-text)\.ts$|\.spec\.ts$|\.fixture\.ts$/;

/** Source files that may hold rules, relative to `root`. */
export function ruleFiles(root) {
  return rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .map((path) => `${room}/${path}`)
      .filter((path) => path.endsWith('.ts') && !words.test(path)),
  );
}

/**
 * The file with every switch built in, each asleep until `RULE_OFF` names its id, and its places: `{ file, line, numbers, switches }`, a
 * switch being `{ id, says }`. A comment at which nothing can be switched off is a mention and no place.
 * @param {() => number} nextId ids that are unique over all files
 */
export function withSwitches(root, file, nextId) {
  const text = readFileSync(join(root, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const lineOf = (position) => source.getLineAndCharacterOfPosition(position).line + 1;
  const claimed = new Set();
  const places = [];
  const raw = (node) => text.slice(node.getStart(source), node.end);

  /** The place that begins with this node, if a comment in front of it or behind it names a number. */
  function placeAt(node, around) {
    const behind = node.end + (/[,;]/.test(text[node.end] ?? '') ? 1 : 0);
    const comments = [
      ...(ts.getLeadingCommentRanges(text, node.pos) ?? []),
      ...(ts.getTrailingCommentRanges(text, behind) ?? []),
    ].filter(({ pos }) => !claimed.has(pos));
    for (const { pos } of comments) claimed.add(pos);
    const cited = numbersIn(comments.map(({ pos, end }) => text.slice(pos, end)).join('\n'));
    if (cited.size === 0) return around;
    const place = { file, line: lineOf(node.getStart(source)), numbers: [...cited], switches: new Map() };
    places.push(place);
    return place;
  }

  function render(node, around) {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return raw(node);
    const place = ts.isSourceFile(node) ? undefined : placeAt(node, around);
    let out = '';
    let at = node.getStart(source);
    ts.forEachChild(node, (child) => {
      if (child.end === child.pos || child.kind === SyntaxKind.EndOfFileToken) return;
      out += text.slice(at, child.getStart(source)) + render(child, place);
      at = child.end;
    });
    out += text.slice(at, node.end);
    if (!place) return out;
    if (isInAlarm(node)) return out;
    for (const { wrap, kind } of waysToTakeAway(node, raw)) {
      if (!place.switches.has(kind)) place.switches.set(kind, nextId());
      out = wrap(`$off(${place.switches.get(kind)})`, out);
    }
    return out;
  }

  const body = render(source, undefined);
  const found = places
    .filter(({ switches }) => switches.size > 0)
    .map((place) => ({
      ...place,
      switches: kinds
        .filter((kind) => place.switches.has(kind))
        .map((kind) => ({ id: place.switches.get(kind), says: kind })),
    }));
  return { text: found.length > 0 ? `${asleep} ${body}\n` : text, places: found };
}

/** What a place does, in the order in which it is switched off. */
const kinds = [
  'without its checks',
  'without its edges',
  'without its events and entries',
  'without its filters and orders',
  'its conditions true',
  'its conditions false',
  'without its exceptions',
  'first side of its choices',
  'second side of its choices',
  'other limits and values',
];

/** In front of each changed file: notes which switches a test comes by, and tells whether one is to be made. Runs wherever the file runs. */
const asleep =
  'function $off(id: number): boolean { const seen = ((globalThis as any).$rules ??= { off: Number(globalThis.process?.env?.RULE_OFF ?? 0), reached: new Set() }); seen.reached.add(id); return seen.off === id; }';

/** Ways to take something away from this one node, not from what it contains. */
function* waysToTakeAway(node, raw) {
  const instead = (other, kind) => ({ wrap: (off, out) => `(${off} ? (${other}) : (${out}))`, kind });

  if (isCheck(node)) yield { wrap: (off, out) => `{ if (!${off}) { ${out} } }`, kind: 'without its checks' };
  if (isRefusal(node) && !isStatementOf(node)) yield instead('undefined', 'without its checks');
  if (isCondition(node)) {
    yield instead('true', 'its conditions true');
    yield instead('false', 'its conditions false');
  }
  const half = halfOf(node);
  if (half)
    yield instead(half, isInRefusing(node) && half === 'true' ? 'without its exceptions' : `its conditions ${half}`);
  if (ts.isConditionalExpression(node) && !isWording(node)) {
    if (!isRefusal(node.whenTrue)) yield instead(raw(node.whenTrue), 'first side of its choices');
    if (!isRefusal(node.whenFalse)) yield instead(raw(node.whenFalse), 'second side of its choices');
  }
  if (ts.isBinaryExpression(node)) {
    const other = others.get(node.operatorToken.kind);
    const settled = comparisons.has(node.operatorToken.kind) ? raw(node.right) === '0' : isText(node);
    if (other && !settled) yield instead(`${raw(node.left)} ${other} ${raw(node.right)}`, 'other limits and values');
  }
  const value = isInTable(node) ? otherValue(node) : undefined;
  if (value !== undefined) yield instead(value, 'other limits and values');
  if (ts.isArrayLiteralExpression(node.parent) && (isInTable(node) || isDecision(node.parent))) {
    yield { wrap: (off, out) => `...(${off} ? [] : [${out}])`, kind: 'without its events and entries' };
  }
  if (ts.isPropertyAssignment(node) && isEdge(node)) {
    yield { wrap: (off, out) => `...(${off} ? {} : { ${out} })`, kind: 'without its edges' };
  }
  if (ts.isCallExpression(node) && !ts.isOptionalChain(node) && ts.isPropertyAccessExpression(node.expression)) {
    const called = raw(node.expression);
    const receiver = raw(node.expression.expression);
    const given = node.arguments.map(raw).join(', ');
    if (/\.(?:filter|sort|toSorted|toReversed)$/.test(called))
      yield instead(receiver, 'without its filters and orders');
    if (called === 'Math.max') yield instead(`Math.min(${given})`, 'other limits and values');
    if (called === 'Math.min') yield instead(`Math.max(${given})`, 'other limits and values');
  }
}

/** Another value for a number, a yes/no or a word of a table. */
function otherValue(node) {
  if (isNameOf(node)) return undefined;
  if (ts.isNumericLiteral(node)) return `${node.text} + 1`;
  if (node.kind === SyntaxKind.TrueKeyword) return 'false';
  if (node.kind === SyntaxKind.FalseKeyword) return 'true';
  return undefined;
}

const others = new Map([
  [SyntaxKind.LessThanToken, '<='],
  [SyntaxKind.LessThanEqualsToken, '<'],
  [SyntaxKind.GreaterThanToken, '>='],
  [SyntaxKind.GreaterThanEqualsToken, '>'],
  [SyntaxKind.PlusToken, '-'],
  [SyntaxKind.MinusToken, '+'],
  [SyntaxKind.AsteriskToken, '/'],
  [SyntaxKind.SlashToken, '*'],
  [SyntaxKind.PercentToken, '*'],
]);
const comparisons = new Set([
  SyntaxKind.EqualsEqualsToken,
  SyntaxKind.ExclamationEqualsToken,
  SyntaxKind.EqualsEqualsEqualsToken,
  SyntaxKind.ExclamationEqualsEqualsToken,
  SyntaxKind.LessThanToken,
  SyntaxKind.LessThanEqualsToken,
  SyntaxKind.GreaterThanToken,
  SyntaxKind.GreaterThanEqualsToken,
  SyntaxKind.InKeyword,
  SyntaxKind.InstanceOfKeyword,
]);

/** A statement that checks or says no. */
function isCheck(node) {
  if (ts.isThrowStatement(node)) return !isAlarm(node);
  if (ts.isReturnStatement(node)) return node.expression !== undefined && isRefusal(node.expression);
  if (!ts.isExpressionStatement(node)) return false;
  const call = bare(node.expression);
  return ts.isCallExpression(call) && /^(?:refuse|demand|check|require|expect)/.test(call.expression.getText());
}

function isRefusal(node) {
  const call = bare(node);
  return ts.isCallExpression(call) && call.expression.getText().startsWith('refuse');
}

function isStatementOf(node) {
  return ts.isExpressionStatement(node.parent) || ts.isReturnStatement(node.parent);
}

/** What no input from outside leads to: a fault in the code. */
function isAlarm(node) {
  return ts.isThrowStatement(node) && /^new (?:RangeError|TypeError|Error)\b/.test(node.expression.getText());
}

/** A part of the question that leads to such an alarm. */
function isInAlarm(node) {
  let above = node;
  while (ts.isExpression(above)) above = above.parent;
  if (!ts.isIfStatement(above)) return false;
  const then = above.thenStatement;
  return isAlarm(ts.isBlock(then) && then.statements.length === 1 ? then.statements[0] : then);
}

/** `if (…) refuse(…)`: taking the refusal away is enough. */
function isRefusing(statement) {
  const then = statement.thenStatement;
  const only = ts.isBlock(then) && then.statements.length === 1 ? then.statements[0] : then;
  return (isCheck(only) || isAlarm(only)) && statement.elseStatement === undefined;
}

/** What an `if` asks, unless it only refuses, and what a yes/no function with a name answers. */
function isCondition(node) {
  const { parent } = node;
  if (ts.isIfStatement(parent)) return parent.expression === node && !isRefusing(parent) && !isAbsence(node);
  if (ts.isReturnStatement(parent)) return isYesNo(node);
  return ts.isArrowFunction(parent) && parent.body === node && !ts.isCallExpression(parent.parent) && isYesNo(node);
}

/** Whether something is there at all, or well-formed: asked for the compiler's sake, or of bad input, which the tests of the edge send. */
function isAbsence(node) {
  if (/^!?(?:isDay|isId|Number\.isSafeInteger)\(|^typeof /.test(node.getText())) return true;
  if (ts.isPrefixUnaryExpression(node)) return ts.isIdentifier(node.operand);
  return ts.isBinaryExpression(node) && ['null', 'undefined'].includes(node.right.getText());
}

/** Part of what a refusal says, or of how one compares when sorting; the sorting itself is taken away as a whole. */
function isWording(node) {
  for (let above = node.parent; ts.isExpression(above) || ts.isTemplateSpan(above); above = above.parent) {
    if (isRefusal(above) || ts.isTemplateSpan(above)) return true;
    if (ts.isCallExpression(above) && /\.(?:sort|toSorted)$/.test(above.expression.getText())) return true;
  }
  return false;
}

/** What makes one half of `a && b` or `a || b` say nothing. Where it leads to a refusal, `a && b` leaves be what isn't both: its exceptions. */
function halfOf(node) {
  const { parent } = node;
  if (!ts.isBinaryExpression(parent) || !isYesNo(node) || isAbsence(node)) return undefined;
  if (parent.operatorToken.kind === SyntaxKind.BarBarToken) return 'false';
  return parent.operatorToken.kind === SyntaxKind.AmpersandAmpersandToken ? 'true' : undefined;
}

/** Part of the question that leads to a refusal. */
function isInRefusing(node) {
  let above = node.parent;
  while (ts.isBinaryExpression(above) || ts.isParenthesizedExpression(above)) above = above.parent;
  return ts.isIfStatement(above) && isRefusing(above);
}

/** A value that is written down in a list or a record and not reckoned: in a constant, or in the record that a function gives. */
function isInTable(node) {
  let above = node.parent;
  while (ts.isObjectLiteralElementLike(above) || ts.isExpression(above) || ts.isVariableDeclaration(above)) {
    if (ts.isFunctionLike(above)) return false;
    above = above.parent;
    if (ts.isReturnStatement(above)) return ts.isObjectLiteralExpression(bare(above.expression));
    if (ts.isSourceFile(above)) return true;
  }
  return ts.isVariableDeclarationList(above) && ts.isSourceFile(above.parent.parent);
}

/** The events in which a rule ends. */
function isDecision(array) {
  return ts.isReturnStatement(array.parent) || (ts.isArrowFunction(array.parent) && array.parent.body === array);
}

function isYesNo(node) {
  const inner = bare(node);
  if (ts.isPrefixUnaryExpression(inner)) return inner.operator === SyntaxKind.ExclamationToken;
  if (ts.isBinaryExpression(inner)) {
    const { kind } = inner.operatorToken;
    if (kind === SyntaxKind.AmpersandAmpersandToken || kind === SyntaxKind.BarBarToken) return isYesNo(inner.right);
    return comparisons.has(kind);
  }
  if (!ts.isCallExpression(inner)) return false;
  const { expression } = inner;
  const name = ts.isPropertyAccessExpression(expression)
    ? expression.name.text
    : ts.isIdentifier(expression)
      ? expression.text
      : '';
  return /^(?:is|has|may|can|needs|some|every|includes|startsWith|endsWith|test)(?![a-z])/.test(name);
}

function isText(node) {
  return [node.left, node.right].some(
    (side) =>
      ts.isStringLiteralLike(side) || ts.isTemplateExpression(side) || (ts.isBinaryExpression(side) && isText(side)),
  );
}

/** `5: …` in an object, `[0]` of a tuple: a name, not a value. */
function isNameOf(node) {
  const { parent } = node;
  return (ts.isPropertyAssignment(parent) && parent.name === node) || ts.isElementAccessExpression(parent);
}

/** `Event: 'state'` below `on` of a chart. */
function isEdge({ parent }) {
  return ts.isPropertyAssignment(parent.parent) && parent.parent.name.getText() === 'on';
}

function bare(node) {
  let inner = node;
  while (ts.isParenthesizedExpression(inner) || ts.isAwaitExpression(inner)) inner = inner.expression;
  return inner;
}
