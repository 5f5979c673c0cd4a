// Where the rules of a requirement stand, and each way in which one of them can be taken away.
//
// A place is the declaration, statement or property in front of which (or at the end of whose line) a comment names a number. Inside
// another place the nearest comment counts. A change takes one thing away from it:
//   a check (`refuse(…)`, `demand…(…)`, `throw`), a condition or half of one, a side of a choice, a filter or an order, the limit's
//   own value (`<` for `<=`), a calculation, a decided event, an element, a number or a yes/no of a table, an edge of a chart.
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
 * The file with every change built in, each asleep until `RULE_OFF` names its id, and the changes themselves.
 * @param {() => number} nextId ids that are unique over all files
 */
export function withChanges(root, file, nextId) {
  const text = readFileSync(join(root, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const lineOf = (position) => source.getLineAndCharacterOfPosition(position).line + 1;
  const claimed = new Set();
  const places = [];
  const changes = [];
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
    const place = { file, line: lineOf(node.getStart(source)), numbers: [...cited], changes: [] };
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
    for (const { wrap, says } of waysToTakeAway(node, raw)) {
      const id = nextId();
      out = wrap(`$off(${id})`, out);
      const change = { id, file, line: lineOf(node.getStart(source)), says };
      place.changes.push(change);
      changes.push(change);
    }
    return out;
  }

  const body = render(source, undefined);
  return { text: changes.length > 0 ? `${asleep} ${body}\n` : text, places, changes };
}

/** In front of each changed file: notes which changes a test comes by, and tells whether one is to be made. Runs wherever the file runs. */
const asleep =
  'function $off(id: number): boolean { const seen = ((globalThis as any).$rules ??= { off: Number(globalThis.process?.env?.RULE_OFF ?? 0), reached: new Set() }); seen.reached.add(id); return seen.off === id; }';

/** Ways to take something away from this one node, not from what it contains. */
function* waysToTakeAway(node, raw) {
  const instead = (other, says) => ({ wrap: (off, out) => `(${off} ? (${other}) : (${out}))`, says });
  const line = short(raw(node));

  if (isCheck(node)) yield { wrap: (off, out) => `{ if (!${off}) { ${out} } }`, says: `without \`${line}\`` };
  if (isRefusal(node) && !isStatementOf(node)) yield instead('undefined', `without \`${line}\``);
  if (isCondition(node)) {
    yield instead('true', `\`${line}\` always true`);
    yield instead('false', `\`${line}\` always false`);
  }
  const half = halfOf(node);
  if (half) yield instead(half, `\`${line}\` always ${half}`);
  if (ts.isConditionalExpression(node) && !isWording(node)) {
    for (const side of [node.whenTrue, node.whenFalse]) {
      if (!isRefusal(side)) yield instead(raw(side), `always \`${short(raw(side))}\` of \`${line}\``);
    }
  }
  if (ts.isBinaryExpression(node)) {
    const other = others.get(node.operatorToken.kind);
    const settled = comparisons.has(node.operatorToken.kind) ? raw(node.right) === '0' : isText(node);
    if (other && !settled)
      yield instead(`${raw(node.left)} ${other} ${raw(node.right)}`, `\`${other}\` in \`${line}\``);
  }
  if (isInTable(node)) yield* otherValues(node, raw, instead);
  if (ts.isArrayLiteralExpression(node.parent) && (isInTable(node) || isDecision(node.parent))) {
    yield { wrap: (off, out) => `...(${off} ? [] : [${out}])`, says: `without the element \`${line}\`` };
  }
  if (ts.isPropertyAssignment(node) && isEdge(node)) {
    yield { wrap: (off, out) => `...(${off} ? {} : { ${out} })`, says: `without the edge \`${line}\`` };
  }
  if (ts.isCallExpression(node) && !ts.isOptionalChain(node) && ts.isPropertyAccessExpression(node.expression)) {
    const called = raw(node.expression);
    const receiver = raw(node.expression.expression);
    const given = node.arguments.map(raw).join(', ');
    if (/\.(?:filter|sort|toSorted|toReversed)$/.test(called)) yield instead(receiver, `all of \`${line}\``);
    if (called === 'Math.max') yield instead(`Math.min(${given})`, `min in \`${line}\``);
    if (called === 'Math.min') yield instead(`Math.max(${given})`, `max in \`${line}\``);
  }
}

/** A number or a yes/no of a table. */
function* otherValues(node, raw, instead) {
  if (ts.isNumericLiteral(node) && !isNameOf(node)) {
    yield instead(`${node.text} + 1`, `${node.text} + 1 in \`${short(raw(node.parent))}\``);
  }
  if (node.kind === SyntaxKind.TrueKeyword) yield instead('false', `false in \`${short(raw(node.parent))}\``);
  if (node.kind === SyntaxKind.FalseKeyword) yield instead('true', `true in \`${short(raw(node.parent))}\``);
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

/** What makes one half of `a && b` or `a || b` say nothing; of what leads to a refusal only what lets something through. */
function halfOf(node) {
  const { parent } = node;
  if (!ts.isBinaryExpression(parent) || !isYesNo(node) || isAbsence(node)) return undefined;
  if (parent.operatorToken.kind === SyntaxKind.BarBarToken) return 'false';
  if (parent.operatorToken.kind !== SyntaxKind.AmpersandAmpersandToken) return undefined;
  let above = parent;
  while (ts.isBinaryExpression(above.parent) || ts.isParenthesizedExpression(above.parent)) above = above.parent;
  return ts.isIfStatement(above.parent) && isRefusing(above.parent) ? undefined : 'true';
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

function short(text) {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 70 ? `${line.slice(0, 69)}…` : line;
}
