import { sha256 as hash, type JsonValue } from '@srd/kernel';
import {
  flawOfBeaconValue,
  flawOfEntry,
  requestFinding,
  revealObjects,
  sealOf,
  verify,
  type Entry,
  type ObjectRequest,
} from '.';
import { changed, objects, objectTranscript, secret, teams, teamTranscript } from './draw.fixture';

type List = readonly JsonValue[];
/** [what, where, instead] */
type Change = readonly [string, string, Parameters<typeof changed>[2]];
const reversed = (list: List): List => list.toReversed();
const codeOf = (value: unknown): string => verify(value, hash).code;

describe('an invalid document', () => {
  it.each<Change>([
    ['a member missing', '/plan', undefined],
    ['a member unknown inside', '/candidates/0/phone', '1'],
    ['candidates out of order', '/candidates', reversed],
    ['a candidate twice', '/candidates/1/id', 'a'],
    ['excluded and candidate at once', '/excluded/0/id', 'd'],
    ['an exclusion without a reason', '/excluded/0/reason', ''],
    ['weight 0', '/candidates/0/weight', 0],
    ['a weight in words', '/candidates/0/weight', '1'],
    ['attempt 0', '/attempt', 0],
    ['an id with a blank', '/candidates/0/id', 'a b'],
    ['a series that is no id', '/series', '任务'],
    ['a stratum without quota', '/quotas', (list) => list.slice(0, 1)],
    ['a quota without stratum', '/quotas', (list) => [...list, { ...(list[1] as object), stratum: 'z' }]],
    ['quotas out of order', '/quotas', reversed],
    ['more than all', '/quotas/0/basisPoints', 10_001],
    ['a rounding of its own', '/quotas/0/rounding', 'round'],
    ['a negative minimum', '/quotas/0/atLeast', -1],
    ['contributors of one name', '/contributors/1/by', objects.contributors[0]!.by],
    ['a name not in NFC', '/candidates/0/name', 'e\u0301'],
    ['a time without milliseconds', '/frozenAt', '2024-06-03T01:00:00Z'],
    ['a day that does not exist', '/revealBy', '2024-02-30T01:00:00.000Z'],
    ['a beacon without time', '/beacon/expectedAt', undefined],
    ['a list that is none', '/excluded', {}],
  ])('srd-draw/1: %s', (_, pointer, value) => {
    const request = changed(objects, pointer, value);
    expect(requestFinding(request)?.code).toBe('DOCUMENT_INVALID');
    expect(codeOf({ ...objectTranscript(), request })).toBe('DOCUMENT_INVALID');
    expect(() => revealObjects(request as unknown as ObjectRequest, secret, [], null, hash)).toThrow(RangeError);
  });

  it('srd-draw/1: a second attempt with nobody from outside, half a weight', () => {
    const again = { ...objects, attempt: 2 };
    expect(requestFinding(again)).toBeNull();
    expect(requestFinding({ ...again, contributors: [] })).toBeNull();
    expect(requestFinding({ ...again, beacon: null })).toBeNull();
    expect(requestFinding({ ...again, contributors: [], beacon: null })?.code).toBe('DOCUMENT_INVALID');
    const candidates = objects.candidates.map((each) => ({ ...each, weight: each.weight / 2 }));
    expect(requestFinding({ ...objects, candidates })?.code).toBe('DOCUMENT_INVALID');
  });

  it.each<Change>([
    ['no cap', '/cap', null],
    ['cap 0', '/cap', 0],
    ['a case for one', '/cases/0/seats/0/count', 1],
    ['a case without seats', '/cases/0/seats', []],
    ['a seat for nobody', '/cases/0/seats', (list) => [...list, { organs: [], count: 0 }]],
    ['a case twice', '/cases/1/id', 'k2'],
    ['organs out of order', '/cases/0/seats/0/organs', ['sfj', 'fgj']],
    ['inspectors out of order', '/inspectors', reversed],
    ['negative capacity', '/inspectors/0/capacity', -1],
    ['a reason of its own', '/barred/0/reason', 'illness'],
    ['bars twice', '/barred', (list) => [...list, list[0]!]],
    ['bars out of order', '/barred', (list) => [...list, { case: '*', inspector: 'p3', reason: 'recusal' }]],
    ['a hash in capitals', '/from', 'AB'.repeat(32)],
  ])('srd-assign/1: %s', (_, pointer, value) => {
    const request = changed(teams, pointer, value);
    expect(requestFinding(request)?.code).toBe('DOCUMENT_INVALID');
    expect(codeOf({ ...teamTranscript(), request })).toBe('DOCUMENT_INVALID');
  });

  it.each<Change>([
    [
      'an absence that is none',
      '/contributions/0',
      { by: '见证人 1', role: '行业协会代表', seal: secret, absent: false },
    ],
    ['absent and opened', '/contributions/0/absent', true],
    ['a short nonce', '/contributions/0/nonce', '00'],
    ['a value not in NFC', '/contributions/0/value', 'e\u0301'],
    ['a beacon in other spelling', '/beacon/value', '03  09'],
    ['a secret in capitals', '/secret', secret.toUpperCase()],
    ['a hash of a whole ranking', '/ranking/0/orderHash', secret],
    ['no selection', '/selected', undefined],
  ])('transcript: %s', (_, pointer, value) => {
    expect(codeOf(changed(objectTranscript(), pointer, value))).toBe('DOCUMENT_INVALID');
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
