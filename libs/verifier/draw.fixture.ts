import type { Hash, JsonObject } from '@srd/kernel';
import {
  commitmentOf,
  requestHash,
  revealObjects,
  revealTeam,
  sealOf,
  transcriptHash,
  type Contribution,
  type DrawRequest,
  type ObjectRequest,
  type TeamRequest,
} from '@srd/proof/draw';
import { TASK, type Told } from './forge.fixture';

const secret = '5e'.repeat(32);
const witnesses = [
  { by: '见证人 1', role: '行业协会代表' },
  { by: '见证人 2', role: '律师代表' },
];
const head = {
  attempt: 1,
  organ: 'chaozhou',
  plan: 'chaozhou-2023',
  frozenAt: '2023-07-10T01:00:00.000Z',
  revealBy: '2023-07-10T03:00:00.000Z',
  contributors: witnesses,
  beacon: null,
};

/** An object draw among these firms, of whom all are taken or 10%. */
export function objectRequestOf(firms: readonly string[], basisPoints = 1000): ObjectRequest {
  const size = Math.min(firms.length, Math.max(1, Math.ceil((basisPoints * firms.length) / 10_000)));
  return {
    protocol: 'srd-draw/1',
    draw: `${TASK}.1`,
    series: TASK,
    ...head,
    candidates: firms.toSorted().map((id) => ({ id, name: `示例律师事务所 ${id}`, stratum: 'law-firm', weight: 1 })),
    excluded: [],
    quotas: [{ stratum: 'law-firm', basisPoints, rounding: 'ceil', atLeast: 1, of: firms.length, size }],
  } as unknown as ObjectRequest;
}

/** A team draw that seats both inspectors of two in each case. */
export function teamRequestOf(cases: readonly string[]): TeamRequest {
  return {
    protocol: 'srd-assign/1',
    draw: `${TASK}:team.1`,
    series: `${TASK}:team`,
    ...head,
    from: null,
    inspectors: ['d1', 'd2'].map((id) => ({ id, name: `检查员 ${id}`, organ: 'chaozhou', capacity: cases.length })),
    cases: cases.map((id) => ({ id, object: `of-${id}`, seats: [{ organs: ['chaozhou'], count: 2 }] })),
    barred: [],
    cap: cases.length,
  } as unknown as TeamRequest;
}

const plain = (value: unknown): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject;

/** A draw's events from freeze to reveal, the second witness absent, and its transcript. */
export function drawOf(
  request: DrawRequest,
  hash: Hash,
  people: JsonObject = {},
): { told: (Told & { at: string })[]; transcript: JsonObject } {
  const { protocol, series, contributors, attempt } = request;
  const ofRequest = requestHash(request, hash);
  const entries = contributors.map((witness, n) => ({ ...witness, value: `骰子 ${n}`, nonce: `${n}`.repeat(32) }));
  const seals = entries.map((entry) => ({
    by: entry.by,
    role: entry.role,
    seal: sealOf(protocol, ofRequest, entry, hash),
  }));
  const contributions: Contribution[] = seals.map((seal, n) =>
    n === 0 ? { ...entries[n]!, ...seal } : { ...seal, absent: true },
  );
  const isObjects = protocol === 'srd-draw/1';
  const transcript = isObjects
    ? revealObjects(request, secret, contributions, null, hash)
    : revealTeam(request, secret, contributions, null, hash);
  const outcome =
    'selected' in transcript
      ? { selected: transcript.selected }
      : {
          assigned: transcript.assigned,
          teams: transcript.assigned.map(({ case: id, inspectors }) => ({
            case: id,
            inspectors: inspectors.map((each) => people[each] ?? each),
          })),
        };
  const frozen = {
    procedure: 'selection/1',
    kind: isObjects ? 'objects' : 'team',
    series,
    request,
    requestHash: ofRequest,
    people,
    contributorsNeeded: 1,
    disclosure: 'at-reveal',
    lot: 'drawn',
    differences: [],
    afterCessation: isObjects ? 'reserve' : null,
    commitment: commitmentOf(protocol, ofRequest, secret, hash),
    secret: { ciphertext: 'sealed' },
  };
  const { by, value, nonce } = entries[0]!;
  const steps: readonly (readonly [string, object])[] = [
    ['DrawFrozen', frozen],
    ...seals.map((seal) => ['SealReceived', seal] as const),
    ['SealingClosed', { seals, unsealed: [], openUntil: '2023-07-10T02:00:00.000Z' }],
    ['SealOpened', { by, value, nonce }],
    ['OpeningEnded', { absent: [entries[1]!.by] }],
    [
      isObjects ? 'ObjectsDrawn' : 'InspectorsDrawn',
      { transcriptHash: transcriptHash(transcript, hash), transcript, ...outcome },
    ],
  ];
  return {
    told: steps.map(([type, data], n) => ({
      type,
      data: plain({ attempt, ...data }),
      at: `2023-07-10T01:0${n}:00.000Z`,
    })),
    transcript: plain(transcript),
  };
}
