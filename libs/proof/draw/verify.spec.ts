import { sha256 as hash, type JsonValue } from '@srd/kernel';
import { revealObjects, transcriptHash, verify, type Contribution, type Entry } from '.';
import { changed, objects, objectTranscript, sealed, secret, teamTranscript } from './draw.fixture';

type List = readonly JsonValue[];
const reversed = (list: List): List => list.toReversed();
const withFirstAgain = (list: List): List => [...list, list[0]!];
const codeOf = (value: unknown): string => verify(value, hash).code;

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
    const loop: { request?: unknown } = {};
    loop.request = loop;
    for (const value of [loop, undefined, () => 1, 10n]) expect(verify(value, hash).verdict).toBe('cannot-judge');
  });
});

/** [what, where, instead, code], in the order in which the specification names the faults. */
const FAULTS: readonly (readonly [string, string, Parameters<typeof changed>[2], string])[] = [
  ['an unknown member', '/more', 1, 'DOCUMENT_INVALID'],
  ['a quota of its own', '/request/quotas/0/size', 3, 'QUOTA_DIFFERS'],
  ['a stranger', '/contributions/0/by', '路人', 'CONTRIBUTOR_NOT_NAMED'],
  ['a seal of something else', '/contributions/1/value', '9', 'SEAL_DOES_NOT_OPEN'],
  ['another secret', '/secret', '00'.repeat(32), 'COMMITMENT_DIFFERS'],
  ['another seed', '/seed', '11'.repeat(32), 'SEED_DIFFERS'],
  ['another rank', '/ranking/0/order', reversed, 'RANKING_DIFFERS'],
  ['another selection', '/selected', reversed, 'SELECTION_DIFFERS'],
];

describe('what is wrong', () => {
  it.each(FAULTS)('R62 trap 3: %s', (_, pointer, value, code) => {
    const transcript = changed(objectTranscript(), pointer, value);
    expect(verify(transcript, hash)).toMatchObject({ verdict: 'wrong', code, notes: [] });
  });

  it('of several faults the first in the order of the specification is named', () => {
    for (let first = 0; first < FAULTS.length; first++) {
      const transcript = FAULTS.slice(first).reduce<unknown>(
        (document, [, pointer, value]) => changed(document, pointer, value),
        objectTranscript(),
      );
      expect(codeOf(transcript)).toBe(FAULTS[first]![3]);
    }
  });

  it('says where', () => {
    const [one, team] = [objectTranscript(), teamTranscript()];
    const finding = (transcript: unknown): string => verify(transcript, hash).finding;
    expect(finding(changed(one, '/ranking/0/order/1/ticket', '00'.repeat(32)))).toBe(
      'law-firm 排序的第 2 名与重算不符',
    );
    expect(finding(changed(one, '/ranking', (list) => list.slice(0, 1)))).toBe('排序的第 2 个类别与重算不符');
    expect(finding(changed(one, '/selected/2', 'a'))).toBe('抽中名单的第 3 名应为 d');
    expect(finding(changed(one, '/selected', withFirstAgain))).toBe('抽中名单的第 4 名应为 空');
    expect(finding(changed(team, '/assigned/1/inspectors', reversed))).toMatch(/^k1 的检查人员应为 p/);
    expect(finding(changed(team, '/assigned', withFirstAgain))).toBe('多出第 3 个检查组');
    expect(finding(changed(one, '/request/candidates/1/weight', 101))).toBe(
      '文件不符合协议：/request/candidates/1/weight 须为 1 至 100 的整数',
    );
  });

  it('R62: a witness who stands twice, a beacon that nobody named', () => {
    expect(codeOf(changed(objectTranscript(), '/contributions', withFirstAgain))).toBe('CONTRIBUTOR_TWICE');
    const unnamed = changed(objectTranscript({ beacon: null }), '/beacon', { value: '1 2' });
    expect(codeOf(unnamed)).toBe('BEACON_NOT_NAMED');
    expect(codeOf(changed(unnamed, '/secret', '00'.repeat(32)))).toBe('BEACON_NOT_NAMED');
  });

  it('R56: a cap that is not the least, teams that do not follow', () => {
    const transcript = teamTranscript();
    expect(codeOf(transcript)).toBe('VERIFIED');
    expect(codeOf(changed(transcript, '/request/cap', 3))).toBe('CAP_NOT_LEAST');
    expect(codeOf(changed(transcript, '/request/cap', 1))).toBe('CAP_NOT_LEAST');
    expect(codeOf(changed(transcript, '/assigned/0/inspectors', reversed))).toBe('ASSIGNMENT_DIFFERS');
  });

  it('a doubled member, a lone surrogate, a broken number: invalid, where JSON.parse would see nothing', () => {
    const text = JSON.stringify(objectTranscript());
    const texts = [
      text.replace('"attempt":1', '"attempt":1,"attempt":1'),
      text.replace('"attempt":1', '"attempt":1.00000000000000000001'),
      text.replace('律师事务所 a', '\\ud800'),
    ];
    for (const each of texts) expect(verify(each, hash)).toMatchObject({ verdict: 'wrong', code: 'DOCUMENT_INVALID' });
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
        const flipped = Buffer.from(bytes);
        flipped[at]! ^= flip;
        const { verdict } = verify(flipped.toString('utf8'), hash);
        verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
        // A broken quotation mark or brace leaves no JSON to judge: never a yes.
        const isJson = ((): boolean => {
          try {
            JSON.parse(flipped.toString('utf8'));
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
