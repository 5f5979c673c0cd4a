import { createHash } from 'node:crypto';
import {
  commitmentOf,
  flawOfBeaconValue,
  flawOfEntry,
  requestFinding,
  requestHash,
  revealObjects,
  revealTeam,
  sealOf,
  seedOf,
  transcriptHash,
  verify,
  type Contribution,
  type DrawRequest,
  type Entry,
  type ObjectRequest,
  type ObjectTranscript,
  type TeamRequest,
  type TeamTranscript,
} from '.';

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const secret = '5e'.repeat(32);

type Plain = Record<string, any>;
const copy = <T>(value: T): any => JSON.parse(JSON.stringify(value)) as Plain;
const codeOf = (value: unknown): string => verify(value, hash).code;

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

const objects = {
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

const teams = {
  ...head,
  protocol: 'srd-assign/1',
  series: 'task-1:team',
  from: null,
  inspectors: ['p1', 'p2', 'p3'].map((id) => ({ id, name: `检查员 ${id}`, organ: 'sfj', capacity: 2 })),
  cases: ['k2', 'k1'].map((id) => ({ id, object: `of-${id}`, seats: [{ organs: ['sfj'], count: 2 }] })),
  barred: [{ case: 'k1', inspector: 'p1', reason: 'recusal' }],
  cap: 2,
} as unknown as TeamRequest;

function sealed(request: DrawRequest, index: number, value: string): Contribution {
  const entry: Entry = { ...request.contributors[index]!, value, nonce: `${index}`.repeat(32) };
  return { ...entry, seal: sealOf(request.protocol, requestHash(request, hash), entry, hash) };
}

function objectTranscript(change: Partial<ObjectRequest> = {}): ObjectTranscript {
  const request = { ...objects, ...change };
  const contributions = request.contributors.map((_, index) => sealed(request, index, `${index} 4 2`));
  return revealObjects(request, secret, contributions, request.beacon && { value: '03 09' }, hash);
}

function teamTranscript(): TeamTranscript {
  const contributions = [sealed(teams, 1, '骰子')];
  return revealTeam(teams, secret, contributions, { value: '7' }, hash);
}

describe('a yes', () => {
  it('R62 says what a transcript alone can not show', () => {
    expect(verify(objectTranscript(), hash)).toEqual({
      verdict: 'yes',
      code: 'VERIFIED',
      finding: '与重算结果一致',
      notes: [],
    });
    expect(verify(objectTranscript({ contributors: [], beacon: null }), hash).notes).toEqual(['无外部见证']);
    expect(verify(objectTranscript({ attempt: 2 }), hash).notes).toEqual(['第 2 次抽取，未附第 1 次']);
    expect(verify(objectTranscript({ attempt: 4 }), hash).notes).toEqual(['第 4 次抽取，未附第 1 至 3 次']);
    const opened = sealed(objects, 1, '');
    const { by, role, seal } = sealed(objects, 0, '7') as Entry & { seal: string };
    const absent: Contribution = { by, role, seal, absent: true };
    expect(verify(revealObjects(objects, secret, [opened, absent], null, hash), hash).notes).toEqual([
      '有 1 人缺席',
      '信标缺失',
    ]);
    expect(verify(revealObjects(objects, secret, [absent], null, hash), hash).notes).toEqual([
      '无外部见证',
      '有 1 人缺席',
      '信标缺失',
    ]);
  });

  it('is given whatever the order of members and the blanks', () => {
    const { selected, ranking, ...rest } = objectTranscript();
    expect(verify(JSON.stringify({ selected, ranking, ...rest }, null, 3), hash).verdict).toBe('yes');
    expect(transcriptHash({ selected, ranking, ...rest }, hash)).toBe(transcriptHash(objectTranscript(), hash));
  });
});

describe('what can not be judged', () => {
  it.each(['', '{', 'no', '{"request":{"protocol":"srd-draw/1"}', '\ufeff{}'])('%j is not JSON', (text) => {
    expect(verify(text, hash)).toMatchObject({ verdict: 'cannot-judge', code: 'NOT_JSON' });
  });
  it.each([
    'null',
    '[]',
    '"srd-draw/1"',
    '{}',
    '{"request":null}',
    '{"request":{"protocol":"srd-draw/2"}}',
    '{"a":1,"a":2}',
  ])('%s is no document of this specification', (text) => {
    expect(verify(text, hash)).toMatchObject({ verdict: 'cannot-judge', code: 'PROTOCOL_UNKNOWN' });
  });
  it('nor what has no JSON at all', () => {
    const loop: Plain = {};
    loop.request = loop;
    for (const value of [loop, undefined, () => 1, 10n]) expect(verify(value, hash).verdict).toBe('cannot-judge');
  });
});

/** [what, change, code], in the order in which the specification names the faults. */
const FAULTS: readonly (readonly [string, (transcript: Plain) => void, string])[] = [
  ['an unknown member', (t) => (t.more = 1), 'DOCUMENT_INVALID'],
  ['a quota of its own', (t) => (t.request.quotas[0].size = 3), 'QUOTA_DIFFERS'],
  ['a stranger', (t) => (t.contributions[0].by = '路人'), 'CONTRIBUTOR_NOT_NAMED'],
  ['a seal of something else', (t) => (t.contributions[1].value = '9'), 'SEAL_DOES_NOT_OPEN'],
  ['another secret', (t) => (t.secret = '00'.repeat(32)), 'COMMITMENT_DIFFERS'],
  ['another seed', (t) => (t.seed = '11'.repeat(32)), 'SEED_DIFFERS'],
  ['another rank', (t) => t.ranking[0].order.reverse(), 'RANKING_DIFFERS'],
  ['another selection', (t) => t.selected.reverse(), 'SELECTION_DIFFERS'],
];

describe('what is wrong', () => {
  it.each(FAULTS)('R62 trap 3: %s', (_, change, code) => {
    const transcript = copy(objectTranscript());
    change(transcript);
    expect(verify(transcript, hash)).toMatchObject({ verdict: 'wrong', code, notes: [] });
  });

  it('of several faults the first in the order of the specification is named', () => {
    for (let first = 0; first < FAULTS.length; first++) {
      const transcript = copy(objectTranscript());
      for (const [, change] of FAULTS.slice(first)) change(transcript);
      expect(codeOf(transcript)).toBe(FAULTS[first]![2]);
    }
  });

  it('says where', () => {
    const finding = (change: (transcript: Plain) => void, of: unknown = objectTranscript()): string => {
      const transcript = copy(of);
      change(transcript);
      return verify(transcript, hash).finding;
    };
    expect(finding((t) => (t.ranking[0].order[1].ticket = '00'.repeat(32)))).toBe('law-firm 排序的第 2 名与重算不符');
    expect(finding((t) => t.ranking.pop())).toBe('排序的第 2 个类别与重算不符');
    expect(finding((t) => (t.selected[2] = 'a'))).toBe('抽中名单的第 3 名应为 d');
    expect(finding((t) => t.selected.push('a'))).toBe('抽中名单的第 4 名应为 空');
    expect(finding((t) => t.assigned[1].inspectors.reverse(), teamTranscript())).toMatch(/^k1 的检查人员应为 p/);
    expect(finding((t) => t.assigned.push(t.assigned[0]), teamTranscript())).toBe('多出第 3 个检查组');
    expect(finding((t) => (t.request.candidates[1].weight = 101))).toBe(
      '文件不符合协议：/request/candidates/1/weight 须为 1 至 100 的整数',
    );
  });

  it('R62: a witness who stands twice, a beacon that nobody named', () => {
    const twice = copy(objectTranscript());
    twice.contributions.push(twice.contributions[0]);
    expect(codeOf(twice)).toBe('CONTRIBUTOR_TWICE');
    const unnamed = copy(objectTranscript({ beacon: null }));
    unnamed.beacon = { value: '1 2' };
    expect(codeOf(unnamed)).toBe('BEACON_NOT_NAMED');
    expect(codeOf({ ...unnamed, secret: '00'.repeat(32) })).toBe('BEACON_NOT_NAMED');
  });

  it('R56: a cap that is not the least, teams that do not follow', () => {
    const transcript = copy(teamTranscript());
    expect(codeOf(transcript)).toBe('VERIFIED');
    expect(codeOf({ ...transcript, request: { ...transcript.request, cap: 3 } })).toBe('CAP_NOT_LEAST');
    expect(codeOf({ ...transcript, request: { ...transcript.request, cap: 1 } })).toBe('CAP_NOT_LEAST');
    transcript.assigned[0].inspectors.reverse();
    expect(codeOf(transcript)).toBe('ASSIGNMENT_DIFFERS');
  });

  it('a doubled member, a lone surrogate, a broken number: invalid, where JSON.parse would see nothing', () => {
    const text = JSON.stringify(objectTranscript());
    const changed = [
      text.replace('"attempt":1', '"attempt":1,"attempt":1'),
      text.replace('"attempt":1', '"attempt":1.00000000000000000001'),
      text.replace('律师事务所 a', '\\ud800'),
    ];
    for (const each of changed)
      expect(verify(each, hash)).toMatchObject({ verdict: 'wrong', code: 'DOCUMENT_INVALID' });
    expect(verify(text.replace('"attempt":1', '"attempt":1.0'), hash).verdict).toBe('yes');
  });

  it('trap 3: any changed byte of the pool', () => {
    const text = JSON.stringify(objectTranscript());
    const from = text.indexOf('"candidates"');
    const to = text.indexOf('"quotas"');
    const bytes = Buffer.from(text);
    const start = Buffer.byteLength(text.slice(0, from));
    const end = Buffer.byteLength(text.slice(0, to));
    const verdicts = new Map<string, number>();
    for (let at = start; at < end; at++) {
      for (const flip of [0x01, 0x10]) {
        const changed = Buffer.from(bytes);
        changed[at]! ^= flip;
        const { verdict } = verify(changed.toString('utf8'), hash);
        verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
        // A broken quotation mark or brace leaves no JSON to judge: never a yes.
        const isJson = ((): boolean => {
          try {
            JSON.parse(changed.toString('utf8'));
            return true;
          } catch {
            return false;
          }
        })();
        expect([at, verdict]).toEqual([at, isJson ? 'wrong' : 'cannot-judge']);
      }
    }
    expect(verdicts.get('yes')).toBeUndefined();
    expect(verdicts.get('wrong')).toBeGreaterThan(500);
  });
});

describe('an invalid document', () => {
  const objectChanges: readonly (readonly [string, (request: Plain) => void])[] = [
    ['a member missing', (r) => delete r.plan],
    ['a member unknown inside', (r) => (r.candidates[0].phone = '1')],
    ['candidates out of order', (r) => r.candidates.reverse()],
    ['a candidate twice', (r) => (r.candidates[1].id = 'a')],
    ['excluded and candidate at once', (r) => (r.excluded[0].id = 'd')],
    ['an exclusion without a reason', (r) => (r.excluded[0].reason = '')],
    ['weight 0', (r) => (r.candidates[0].weight = 0)],
    ['half a weight', (r) => (r.candidates[0].weight = 1.5)],
    ['a weight in words', (r) => (r.candidates[0].weight = '1')],
    ['attempt 0', (r) => (r.attempt = 0)],
    [
      'a second attempt with nobody from outside',
      (r) => Object.assign(r, { attempt: 2, contributors: [], beacon: null }),
    ],
    ['an id with a blank', (r) => (r.candidates[0].id = 'a b')],
    ['a series that is no id', (r) => (r.series = '任务')],
    ['a stratum without quota', (r) => r.quotas.pop()],
    ['a quota without stratum', (r) => r.quotas.push({ ...r.quotas[1], stratum: 'z' })],
    ['quotas out of order', (r) => r.quotas.reverse()],
    ['more than all', (r) => (r.quotas[0].basisPoints = 10_001)],
    ['a rounding of its own', (r) => (r.quotas[0].rounding = 'round')],
    ['a negative minimum', (r) => (r.quotas[0].atLeast = -1)],
    ['contributors of one name', (r) => (r.contributors[1].by = r.contributors[0].by)],
    ['a name not in NFC', (r) => (r.candidates[0].name = 'e\u0301')],
    ['a time without milliseconds', (r) => (r.frozenAt = '2024-06-03T01:00:00Z')],
    ['a day that does not exist', (r) => (r.revealBy = '2024-02-30T01:00:00.000Z')],
    ['a beacon without time', (r) => delete r.beacon.expectedAt],
    ['a list that is none', (r) => (r.excluded = {})],
  ];
  it.each(objectChanges)('srd-draw/1: %s', (_, change) => {
    const request = copy(objects);
    change(request);
    expect(requestFinding(request)?.code).toBe('DOCUMENT_INVALID');
    expect(codeOf({ ...objectTranscript(), request })).toBe('DOCUMENT_INVALID');
    expect(() => revealObjects(request, secret, [], null, hash)).toThrow(RangeError);
  });

  const teamChanges: readonly (readonly [string, (request: Plain) => void])[] = [
    ['no cap', (r) => (r.cap = null)],
    ['cap 0', (r) => (r.cap = 0)],
    ['a case for one', (r) => (r.cases[0].seats[0].count = 1)],
    ['a case without seats', (r) => (r.cases[0].seats = [])],
    ['a seat for nobody', (r) => r.cases[0].seats.push({ organs: [], count: 0 })],
    ['a case twice', (r) => (r.cases[1].id = 'k2')],
    ['organs out of order', (r) => (r.cases[0].seats[0].organs = ['sfj', 'fgj'])],
    ['inspectors out of order', (r) => r.inspectors.reverse()],
    ['negative capacity', (r) => (r.inspectors[0].capacity = -1)],
    ['a reason of its own', (r) => (r.barred[0].reason = 'illness')],
    ['bars twice', (r) => r.barred.push(r.barred[0])],
    ['bars out of order', (r) => r.barred.push({ case: '*', inspector: 'p3', reason: 'recusal' })],
    ['a hash in capitals', (r) => (r.from = 'AB'.repeat(32))],
  ];
  it.each(teamChanges)('srd-assign/1: %s', (_, change) => {
    const request = copy(teams);
    change(request);
    expect(requestFinding(request)?.code).toBe('DOCUMENT_INVALID');
    expect(codeOf({ ...teamTranscript(), request })).toBe('DOCUMENT_INVALID');
  });

  it.each<readonly [string, (transcript: Plain) => void]>([
    [
      'an absence that is none',
      (t) => (t.contributions[0] = { ...objects.contributors[0], seal: t.seed, absent: false }),
    ],
    ['absent and opened', (t) => (t.contributions[0].absent = true)],
    ['a short nonce', (t) => (t.contributions[0].nonce = '00')],
    ['a value not in NFC', (t) => (t.contributions[0].value = 'e\u0301')],
    ['a beacon in other spelling', (t) => (t.beacon.value = '03  09')],
    ['a secret in capitals', (t) => (t.secret = t.secret.toUpperCase())],
    ['a hash of a whole ranking', (t) => (t.ranking[0].orderHash = t.seed)],
    ['no selection', (t) => delete t.selected],
  ])('transcript: %s', (_, change) => {
    const transcript = copy(objectTranscript());
    change(transcript);
    expect(codeOf(transcript)).toBe('DOCUMENT_INVALID');
  });

  it('flaws of what people enter are found before it is sealed', () => {
    const entry: Entry = { by: '见证人 1', role: 'r', value: '', nonce: '00'.repeat(16) };
    expect(flawOfEntry(entry)).toBeNull();
    expect(flawOfEntry({ ...entry, value: '\ud800' })?.pointer).toBe('/value');
    expect(() => sealOf('srd-draw/1', secret, { ...entry, value: 'e\u0301' }, hash)).toThrow(RangeError);
    expect(flawOfBeaconValue('03 09 17')).toBeNull();
    expect(flawOfBeaconValue('03 09 ')?.reason).toContain('单个空格');
  });
});

describe('the seed', () => {
  const entries = (value: string): Entry[] => [{ by: 'w', role: 'r', value, nonce: '00'.repeat(16) }];
  const seed = (value: string): string => seedOf('srd-draw/1', secret, secret, entries(value), hash);

  it('trap 3: 007 and 7 are two contributions', () => {
    expect(seed('007')).not.toBe(seed('7'));
    expect(new Set(['', ' ', '0', '7', '07', '007', '7 ', '七'].map(seed)).size).toBe(8);
  });

  it('depends on the order of the seals and on nothing that was not opened', () => {
    const [a, b] = [sealed(objects, 0, 'a'), sealed(objects, 1, 'b')];
    const { by, role, seal } = b as Entry & { seal: string };
    const of = (contributions: readonly Contribution[]): string =>
      revealObjects(objects, secret, contributions, null, hash).seed;
    expect(of([a, b])).not.toBe(of([b, a]));
    expect(of([a, { by, role, seal, absent: true }])).toBe(of([a]));
  });

  it('commitment, seal and seed of the two protocols differ', () => {
    expect(commitmentOf('srd-draw/1', secret, secret, hash)).not.toBe(
      commitmentOf('srd-assign/1', secret, secret, hash),
    );
  });
});

describe('a ranking above 10,000', () => {
  it('keeps its head and a hash of the whole', () => {
    const many = (count: number, size: number): ObjectTranscript =>
      objectTranscript({
        candidates: Array.from({ length: count }, (_, index) => ({
          id: `o${String(index).padStart(6, '0')}`,
          name: '',
          stratum: 'law-firm',
          weight: 1 + (index % 2),
        })),
        excluded: [],
        quotas: [{ stratum: 'law-firm', basisPoints: 0, rounding: 'ceil', atLeast: size, of: count, size }],
      });
    const whole = many(10_000, 5).ranking[0]!;
    expect([whole.order.length, whole.orderHash]).toEqual([10_000, undefined]);
    const few = many(10_001, 5);
    expect(few.ranking[0]!.order).toHaveLength(105);
    expect(many(10_001, 200).ranking[0]!.order).toHaveLength(400);
    expect(codeOf(few)).toBe('VERIFIED');

    // By another road: every ticket with the platform's own hash, sorted as text.
    const sha = (...parts: (string | Buffer)[]): string =>
      parts.reduce((h, part) => h.update(part), createHash('sha256')).digest('hex');
    const order = few.request.candidates
      .map(({ id, weight }) => ({
        id,
        ticket: Array.from({ length: weight }, (_, j) =>
          sha('srd-draw/1/ticket\0', Buffer.from(few.seed, 'hex'), `${id}\0`, Buffer.from([0, 0, 0, j])),
        ).sort()[0]!,
      }))
      .sort((a, b) => (a.ticket < b.ticket ? -1 : 1));
    expect(few.ranking[0]!.order).toEqual(order.slice(0, 105));
    const bytes = Buffer.concat(
      order.map(({ id, ticket }) => Buffer.concat([Buffer.from(`${id}\0`), Buffer.from(ticket, 'hex')])),
    );
    expect(few.ranking[0]!.orderHash).toBe(sha(bytes));

    const forged = copy(few);
    forged.ranking[0].orderHash = '00'.repeat(32);
    expect(verify(forged, hash).finding).toBe('law-firm 的完整排序与重算不符');
    delete forged.ranking[0].orderHash;
    expect(codeOf(forged)).toBe('DOCUMENT_INVALID');
  });
});
