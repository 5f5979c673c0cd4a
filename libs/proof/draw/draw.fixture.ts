import { parseStrictJson, sha256 as hash, type JsonObject, type JsonValue } from '@srd/kernel';
import {
  requestHash,
  revealObjects,
  revealTeam,
  sealOf,
  type Contribution,
  type DrawRequest,
  type Entry,
  type ObjectRequest,
  type ObjectTranscript,
  type TeamRequest,
  type TeamTranscript,
} from '.';

/** What the server would have drawn from the operating system. */
export const secret = '5e'.repeat(32);

/**
 * The document with the value at a pointer replaced. `undefined` takes the member out; a function makes a new list of the old one.
 */
export function changed(
  document: unknown,
  pointer: string,
  value: JsonValue | undefined | ((list: readonly JsonValue[]) => readonly JsonValue[]),
): JsonObject {
  const copy = parseStrictJson(JSON.stringify(document)) as JsonObject;
  const steps = pointer.split('/').slice(1);
  const last = steps.pop() ?? '';
  const owner = steps.reduce<JsonObject>((at, step) => at[step] as JsonObject, copy) as Record<string, JsonValue>;
  if (value === undefined) delete owner[last];
  else owner[last] = typeof value === 'function' ? value(owner[last] as readonly JsonValue[]) : value;
  return copy;
}

const head = {
  draw: 'draw-1',
  attempt: 1,
  organ: 'sfj',
  plan: 'plan-2024',
  frozenAt: '2024-06-03T01:00:00.000Z',
  revealBy: '2024-06-04T01:00:00.000Z',
  contributors: [
    { by: '见证人 1', role: '行业协会代表' },
    { by: '见证人 2', role: '律师代表' },
  ],
  beacon: { source: '双色球', expectedAt: '2024-06-03T13:15:00.000Z' },
};

/** Two strata, one exclusion, two witnesses and a beacon. */
export const objects = {
  ...head,
  protocol: 'srd-draw/1',
  series: 'task-1',
  candidates: ['a', 'b', 'c', 'd'].map((id, index) => ({
    id,
    name: `律师事务所 ${id}`,
    stratum: index < 3 ? 'law-firm' : 'notary-office',
    weight: index + 1,
  })),
  excluded: [{ id: 'e', name: '凤城公证处', reason: '本周期内已检查' }],
  quotas: [
    { stratum: 'law-firm', basisPoints: 5000, rounding: 'ceil', atLeast: 1, of: 3, size: 2 },
    { stratum: 'notary-office', basisPoints: 0, rounding: 'floor', atLeast: 1, of: 1, size: 1 },
  ],
} as unknown as ObjectRequest;

/** Two cases in draw order for three inspectors, one of whom is recused from one. */
export const teams = {
  ...head,
  protocol: 'srd-assign/1',
  series: 'task-1:team',
  from: null,
  inspectors: ['p1', 'p2', 'p3'].map((id) => ({ id, name: `检查员 ${id}`, organ: 'sfj', capacity: 2 })),
  cases: ['k2', 'k1'].map((id) => ({ id, object: `of-${id}`, seats: [{ organs: ['sfj'], count: 2 }] })),
  barred: [{ case: 'k1', inspector: 'p1', reason: 'recusal' }],
  cap: 2,
} as unknown as TeamRequest;

/** What the request's witness of this index sealed and opened. */
export function sealed(request: DrawRequest, index: number, value: string): Contribution {
  const entry: Entry = { ...request.contributors[index]!, value, nonce: `${index}`.repeat(32) };
  return { ...entry, seal: sealOf(request.protocol, requestHash(request, hash), entry, hash) };
}

/** The revealed draw of `objects`, or of a request like it. */
export function objectTranscript(change: Partial<ObjectRequest> = {}): ObjectTranscript {
  const request = { ...objects, ...change };
  const contributions = request.contributors.map((_, index) => sealed(request, index, `${index} 4 2`));
  return revealObjects(request, secret, contributions, request.beacon && { value: '03 09' }, hash);
}

/** The revealed draw of `teams`, with one of the two witnesses. */
export function teamTranscript(): TeamTranscript {
  const contributions = [sealed(teams, 1, '骰子')];
  return revealTeam(teams, secret, contributions, { value: '7' }, hash);
}
