import { createHash, createPublicKey, generateKeyPairSync, sign as signNode, verify as verifyNode } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hash, JsonObject, RecordedEvent } from '@srd/kernel';
import { cosignNote, encodeBase64, formatVerifierKey, newVerifierKey, signNote, type NoteSigner } from '@srd/proof/log';
import { exitCodeOf, verifyBundle, type BundleOptions, type BundleVerdict } from '.';
import { drawOf, objectRequestOf, teamRequestOf } from './draw.fixture';
import {
  ForgedLog,
  keyOf,
  ORIGIN,
  signerOf,
  TASK,
  type ForgedBundle,
  retold,
  type History,
  type Told,
} from './forge.fixture';

const hash: Hash = (bytes) => createHash('sha256').update(bytes).digest();
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const verifySignature = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean =>
  verifyNode(
    null,
    message,
    createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' }),
    signature,
  );

function newSigner(name = ORIGIN): NoteSigner {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(12);
  return signerOf(raw, (message) => signNode(null, message, privateKey), hash, name);
}

const signer = newSigner();
const next = newSigner();
const plain = newSigner('witness.example/w1');
const witness: NoteSigner = { ...plain, key: newVerifierKey(plain.key.name, plain.key.publicKey, hash, 'cosignature') };
const CASE = `case-${TASK}-1`;
const historyOf = (name: string): History =>
  JSON.parse(readFileSync(join(__dirname, `../../test/histories/${name}.json`), 'utf8')) as History;
const history = historyOf('case-1.nothing-found');

function judge(bundle: unknown, more: Partial<BundleOptions> = {}): BundleVerdict {
  const text = typeof bundle === 'string' ? bundle : JSON.stringify(bundle);
  return verifyBundle(text, { keys: [keyOf(signer)], hash, verifySignature, ...more });
}

/** A log with one case, told as it was, and its bundle. */
function ofCase(
  told: readonly Told[] = history,
  log = new ForgedLog(signer, hash),
): { log: ForgedLog; bundle: ForgedBundle } {
  log.record('calendar', { type: 'YearAnnounced', data: {} });
  for (const { at: _at, ...event } of told)
    log.record(CASE, { ...event, basedOn: [{ stream: 'calendar', revision: 0 }] });
  return { log, bundle: log.issue({ kind: 'case', id: `${TASK}-1` }, [CASE], ['calendar']) };
}

/** The same bundle with an entry's content held back. */
function withheldAt(log: ForgedLog, bundle: ForgedBundle, type: string): ForgedBundle {
  const entries = bundle.entries.map((entry) =>
    entry.event['type'] === type ? log.entry(entry.index, log.size, true) : entry,
  );
  return { ...bundle, entries };
}

describe('the yes', () => {
  const { log, bundle } = ofCase();
  const verdict = judge(bundle);

  it('says what was judged', () => {
    expect(verdict).toMatchObject({ verdict: 'yes', code: 'VERIFIED', subject: { kind: 'case', id: `${TASK}-1` } });
    expect(exitCodeOf(verdict)).toBe(0);
    expect(verdict.counts).toEqual({
      entries: history.length + 2,
      withheld: 0,
      streams: 3,
      cases: 1,
      draws: 0,
      attachments: 0,
    });
    expect(verdict.checkpoint).toMatchObject({ origin: ORIGIN, size: log.size });
    expect(verdict.timeline.map(({ index }) => index)).toEqual(bundle.entries.map(({ index }) => index));
    expect(verdict.timeline[1]).toMatchObject({ type: 'CaseOpened', stream: CASE, revision: 0 });
    expect(verdict.timeline[1]).not.toHaveProperty('withheld');
  });

  it('names the witnesses, their times, and those who didn’t cosign', () => {
    const cosigned = { ...bundle, checkpoint: cosignNote(bundle.checkpoint, witness, 1_688_950_800) };
    const keys = [keyOf(signer), formatVerifierKey(witness.key)];
    expect(judge(cosigned, { keys }).notes).toContain('见证人 witness.example/w1 于 2023-07-10 09:00:00 副署');
    expect(judge(bundle, { keys }).notes).toContain('未见见证人 witness.example/w1 的副署');
    const liar = { key: witness.key, sign: signer.sign };
    expect(judge({ ...bundle, checkpoint: cosignNote(bundle.checkpoint, liar, 5) }, { keys }).code).toBe(
      'CHECKPOINT_SIGNATURE',
    );
    expect(judge(cosigned, { keys: keys.slice(1) }).code).toBe('KEYS_NOT_CHECKED');
    expect(judge(bundle, { keys: keys.slice(1) }).code).toBe('CHECKPOINT_SIGNATURE');
  });
});

describe('what can’t be judged', () => {
  const { log, bundle } = ofCase();

  it('without a key: consistent, keys not checked', () => {
    const verdict = judge(bundle, { keys: [] });
    expect(verdict).toMatchObject({ verdict: 'cannot-judge', code: 'KEYS_NOT_CHECKED' });
    expect(exitCodeOf(verdict)).toBe(2);
    const forged = structuredClone(bundle);
    forged.entries[1]!.event['actor'] = 'x';
    expect(judge(forged, { keys: [] }).code).toBe('PROOF_FAILS');
  });

  it('what is no bundle', () => {
    expect(judge('no json').code).toBe('NOT_JSON');
    expect(judge('{}').code).toBe('BUNDLE_UNKNOWN');
    expect(judge({ ...bundle, bundle: 'srd-bundle/2' }).code).toBe('BUNDLE_UNKNOWN');
    expect(judge('{"a":1,"a":2}').code).toBe('BUNDLE_UNKNOWN');
  });

  it('T17 a withheld event of the case: proven, not judged', () => {
    const verdict = judge(withheldAt(log, bundle, 'FindingsRecorded'));
    expect(verdict).toMatchObject({
      verdict: 'cannot-judge',
      code: 'WITHHELD',
      finding: '证明成立，流程未判（1 条未披露）',
    });
    expect(verdict.timeline.filter((each) => each.withheld)).toHaveLength(1);
  });

  it('T17 a withheld event that no chart needs takes nothing from the yes', () => {
    const verdict = judge(withheldAt(log, bundle, 'YearAnnounced'));
    expect(verdict.code).toBe('VERIFIED');
    expect(verdict.notes).toContain('1 条事件的内容未披露');
  });

  it('a bundle that doesn’t hold its subject, or hides what it should hold', () => {
    const other = log.issue({ kind: 'case', id: 'other' }, ['calendar']);
    expect(judge(other).code).toBe('SUBJECT_NOT_COVERED');
    const { log: own, bundle: whole } = ofCase();
    expect(judge(withheldAt(own, whole, 'BundleIssued')).code).toBe('SUBJECT_NOT_COVERED');
  });

  it('a version of an event that is newer than this program', () => {
    const newer = new ForgedLog(signer, hash);
    const { log: first } = ofCase();
    first.events.forEach((event) => newer.put(event.type === 'CaseOpened' ? { ...event, version: 2 } : event));
    const told = {
      ...bundle,
      checkpoint: newer.checkpoint(),
      entries: bundle.entries.map(({ index }) => newer.entry(index)),
    };
    expect(judge(told).code).toBe('VERSION_UNKNOWN');
  });

  it('T15 a trusted key that is none: the identity, small orders', () => {
    for (const point of [`01${'00'.repeat(31)}`, '00'.repeat(32)]) {
      const key = { ...signer.key, publicKey: Buffer.from(point, 'hex') };
      expect(judge(bundle, { keys: [formatVerifierKey(key)] }).code).toBe('KEY_REFUSED');
    }
    expect(judge(bundle, { keys: ['nonsense'] })).toMatchObject({ verdict: 'cannot-judge', code: 'KEY_REFUSED' });
  });
});

describe('the document', () => {
  const { bundle } = ofCase();
  const event = bundle.entries[1]!.event;

  it.each([
    ['a subject of no kind', { subject: { kind: 'person', id: 'x' } }],
    ['no entries', { entries: undefined }],
    ['a number for a checkpoint', { checkpoint: 1 }],
    ['an event without salt', { entries: [{ index: 0, event: { ...event, salt: undefined }, proof: [] }] }],
    [
      'an event without anything',
      { entries: [{ index: 0, event: { ...event, salt: undefined, data: undefined }, proof: [] }] },
    ],
    ['a salt in capitals', { entries: [{ index: 0, event: { ...event, salt: 'AB'.repeat(16) }, proof: [] }] }],
    ['no time', { entries: [{ index: 0, event: { ...event, at: 'yesterday' }, proof: [] }] }],
    ['an index below none', { entries: [{ index: -1, event, proof: [] }] }],
    ['an attachment without hash', { attachments: [{ name: 'x', size: 0, content: null }] }],
    [
      'a basis of no form',
      { entries: [{ index: 0, event: { ...event, meta: { basedOn: [{ stream: 'x' }] } }, proof: [] }] },
    ],
  ])('is invalid with %s', (_, change) => {
    expect(judge({ ...bundle, ...change })).toMatchObject({ verdict: 'wrong', code: 'BUNDLE_INVALID' });
  });

  it('is invalid where two readers may take it for two things', () => {
    const text = JSON.stringify(bundle);
    expect(judge(text.replace('"bundle":', '"bundle":"srd-bundle/1","bundle":')).code).toBe('BUNDLE_INVALID');
    expect(judge(text.replace('"index":1', '"index":1.5')).code).toBe('BUNDLE_INVALID');
  });
});

describe('the streams and the chart', () => {
  it('T11 a case that skips a step of its procedure, though every proof holds', () => {
    const skipped = history.filter(({ type }) => type !== 'NoticeServed');
    const verdict = judge(ofCase(skipped).bundle);
    expect(verdict).toMatchObject({ verdict: 'wrong', code: 'STATE_UNREACHABLE' });
    expect(verdict.finding).toMatch(/第 \d+ 号叶（VisitOpened，case-.*）按程序不能发生/);
  });

  it('T11 an event of the case that says nothing intelligible', () => {
    expect(judge(ofCase([{ type: 'CaseOpened', data: {} }]).bundle).code).toBe('STATE_UNREACHABLE');
  });

  it('T13 an end that BundleIssued says is there', () => {
    const { bundle } = ofCase();
    bundle.entries.splice(
      bundle.entries.findLastIndex(({ event }) => event['stream'] === CASE),
      1,
    );
    const { code, finding } = judge(bundle);
    expect([code, finding]).toEqual([
      'STREAM_END_MISSING',
      `${CASE} 应到第 ${history.length} 条，包内只到第 ${history.length - 1} 条`,
    ]);
  });

  it('an event’s basis that isn’t in the bundle', () => {
    const { bundle } = ofCase();
    bundle.entries = bundle.entries.filter(({ event }) => event['stream'] !== 'calendar');
    expect(judge(bundle)).toMatchObject({ code: 'BASIS_MISSING' });
  });
});

describe('another checkpoint', () => {
  const { log, bundle } = ofCase();
  const size = log.size - 5;

  it('T12 of a smaller tree needs a consistency proof', () => {
    const checkpoint = log.checkpoint(size);
    expect(judge(bundle, { checkpoint })).toMatchObject({ verdict: 'cannot-judge', code: 'CONSISTENCY_NEEDED' });
    const consistency = log.consistency(size);
    expect(judge(bundle, { checkpoint, consistency }).code).toBe('VERIFIED');
    expect(judge(bundle, { checkpoint, consistency: JSON.stringify(consistency.split('\n')) }).code).toBe('VERIFIED');
    expect(judge(bundle, { checkpoint, consistency: log.consistency(size - 1) }).code).toBe('INCONSISTENT');
    expect(judge(bundle, { checkpoint, consistency: '[' }).code).toBe('INCONSISTENT');
  });

  it('T14 of the same size and another root is a split view', () => {
    const other = new ForgedLog(signer, hash);
    log.events.forEach((event, at) => other.put(at === 0 ? { ...event, actor: 'x' } : event));
    expect(judge(bundle, { checkpoint: log.checkpoint() }).code).toBe('VERIFIED');
    const { code, finding } = judge(bundle, { checkpoint: other.checkpoint() });
    expect([code, finding.startsWith('SPLIT VIEW')]).toEqual(['SPLIT_VIEW', true]);
    const older = other.checkpoint(size);
    expect(judge(bundle, { checkpoint: older, consistency: log.consistency(size) }).code).toBe('INCONSISTENT');
  });

  it('T13 of a larger tree: the bundle’s log is shorter than was witnessed', () => {
    for (let cut = 1; cut <= 5; cut++) {
      const { log: whole } = ofCase();
      const longer = whole.size;
      for (let n = 0; n < cut; n++) whole.record('calendar', { type: 'YearAnnounced', data: {} });
      const verdict = judge(bundle, { checkpoint: whole.checkpoint() });
      expect(verdict.code).toBe('SHORTER_THAN_HELD');
      expect(verdict.finding).toContain(String(longer + cut));
      const consistency = whole.consistency(longer);
      expect(judge(bundle, { checkpoint: whole.checkpoint(), consistency }).code).toBe('VERIFIED');
    }
  });

  it('of another log, or one that doesn’t open', () => {
    const stranger = newSigner('other.example/log');
    const keys = [keyOf(signer), keyOf(stranger)];
    expect(judge(bundle, { keys, checkpoint: log.checkpoint(log.size, stranger) }).code).toBe(
      'CHECKPOINT_OF_OTHER_LOG',
    );
    expect(judge(bundle, { checkpoint: log.checkpoint(log.size, stranger) }).code).toBe('HELD_REFUSED');
    expect(judge(bundle, { checkpoint: 'nothing' }).code).toBe('HELD_REFUSED');
    expect(judge(bundle, { keys: [], checkpoint: log.checkpoint() }).code).toBe('KEYS_NOT_CHECKED');
  });
});

describe('T14 rotations', () => {
  const log = new ForgedLog(signer, hash);
  log.record('calendar', { type: 'YearAnnounced', data: {} });
  const data = { from: keyOf(signer), to: keyOf(next), reason: '到期' };
  const announced = log.record('log', { type: 'KeyRotated', data });
  const covering = log.size;
  const rotation = { checkpoint: log.checkpoint(covering), entry: log.entry(announced, covering) };
  const { bundle } = ofCase(history, log);
  const renewed = { ...bundle, checkpoint: log.checkpoint(log.size, next), rotations: [rotation] };

  it('a checkpoint under the announced key stands, from the old key on, and from the new one alone', () => {
    expect(judge(renewed).code).toBe('VERIFIED');
    expect(judge(renewed, { keys: [keyOf(next)] }).code).toBe('VERIFIED');
    expect(judge({ ...renewed, rotations: [] }).code).toBe('CHECKPOINT_SIGNATURE');
  });

  it('the old key signs nothing after its successor was announced', () => {
    expect(judge({ ...bundle, rotations: [rotation] }).code).toBe('KEY_RETIRED');
    expect(judge(bundle).code).toBe('VERIFIED');
  });

  it('an announcement counts only if a checkpoint under the old key covers it', () => {
    const third = newSigner();
    const changed = structuredClone(rotation);
    (changed.entry.event['data'] as Record<string, string>)['to'] = keyOf(third);
    expect(judge({ ...renewed, rotations: [changed] }).code).toBe('ROTATION_WRONG');
    const own = { ...rotation, checkpoint: signNote(log.text(covering), [next]) };
    expect(judge({ ...renewed, rotations: [own] }).code).toBe('ROTATION_WRONG');
    expect(judge({ ...renewed, rotations: [{ ...rotation, entry: log.entry(0, covering) }] }).code).toBe(
      'ROTATION_WRONG',
    );
    expect(judge({ ...renewed, rotations: [{ ...rotation, entry: log.entry(announced, covering, true) }] }).code).toBe(
      'ROTATION_WRONG',
    );
  });

  it('the old key stolen later signs nothing for who knows both keys, though the bundle hides the rotation', () => {
    const keys = [keyOf(next), keyOf(signer)];
    // Another history from the announcement on, which the thief never records.
    const forged = new ForgedLog(signer, hash);
    forged.record('calendar', { type: 'YearAnnounced', data: {} });
    const { bundle: stolen } = ofCase(history, forged);
    expect(judge(stolen, { keys })).toMatchObject({ verdict: 'cannot-judge', code: 'KEY_UNCERTAIN' });
    const [checkpoint, consistency] = [log.checkpoint(log.size, next), log.consistency(forged.size, log.size)];
    expect(judge(stolen, { keys, checkpoint, consistency })).toMatchObject({ verdict: 'wrong', code: 'INCONSISTENT' });
    // By its own word it stays uncertain; with the rotation, or one key given twice, all is clear.
    expect(judge(stolen, { keys, checkpoint: forged.checkpoint() }).code).toBe('KEY_UNCERTAIN');
    expect(judge(renewed, { keys }).code).toBe('VERIFIED');
    expect(judge(stolen, { keys: [keyOf(signer), keyOf(signer)] }).code).toBe('VERIFIED');
  });

  it('what the old key signed in its time is vouched for by a later checkpoint of the new one', () => {
    const early = new ForgedLog(signer, hash);
    const { bundle: before } = ofCase(history, early);
    const size = early.size;
    early.record('log', { type: 'KeyRotated', data });
    const keys = [keyOf(next), keyOf(signer)];
    expect(judge(before, { keys }).code).toBe('KEY_UNCERTAIN');
    const checkpoint = early.checkpoint(early.size, next);
    expect(judge(before, { keys, checkpoint, consistency: early.consistency(size) }).code).toBe('VERIFIED');
  });

  it('the new key signs nothing from before it was announced', () => {
    const early = new ForgedLog(signer, hash);
    const { bundle: before } = ofCase(history.slice(0, 1), early);
    early.record('log', { type: 'KeyRotated', data });
    const told = { checkpoint: early.checkpoint(), entry: early.entry(early.size - 1) };
    const wrong = { ...before, checkpoint: signNote(early.text(early.size - 1), [next]), rotations: [told] };
    expect(judge(wrong).verdict).toBe('wrong');
  });
});

describe('draws', () => {
  const FIRM = 'firm-1';
  const people = { d1: 'i1', d2: 'i2' };
  const objects = drawOf(objectRequestOf([FIRM, 'firm-2'], 10_000), hash);
  const teams = drawOf(teamRequestOf([`${TASK}-1`]), hash, people);
  const [series, teamSeries] = [`selection-${TASK}`, `selection-${TASK}:team`];
  const hashIn = ({ told }: { told: readonly Told[] }): string => String(told.at(-1)!.data['transcriptHash']);

  /** A case drawn by these draws, and its bundle with both series. */
  function drawnCase(
    change: (event: Told) => Told = (event) => event,
    draws: { objects: readonly Told[]; teams: readonly Told[] } = { objects: objects.told, teams: teams.told },
  ): { log: ForgedLog; bundle: ForgedBundle } {
    const log = new ForgedLog(signer, hash);
    for (const event of draws.objects) log.record(series, event);
    for (const event of draws.teams) log.record(teamSeries, event);
    for (const { at: _at, ...event } of history) {
      const drawn: JsonObject =
        event.type === 'ObjectDrawn'
          ? {
              draw: `${TASK}.1`,
              transcriptHash: hashIn(objects),
              institution: { ...(event.data['institution'] as JsonObject), id: FIRM },
            }
          : event.type === 'TeamDrawn'
            ? { draw: `${TASK}:team.1`, transcriptHash: hashIn(teams) }
            : {};
      log.record(CASE, change({ ...event, data: { ...event.data, ...drawn } }));
    }
    const bundle = log.issue({ kind: 'case', id: `${TASK}-1` }, [CASE], [series, teamSeries]);
    bundle.draws = [objects.transcript, teams.transcript];
    bundle.commitments = [0, draws.objects.length].map((index) => log.commitment(index));
    return { log, bundle };
  }
  const changing =
    (type: string, data: JsonObject) =>
    (event: Told): Told =>
      event.type === type ? { ...event, data: { ...event.data, ...data } } : event;

  it('R62 are recomputed and are those that the case was given', () => {
    const verdict = judge(drawnCase().bundle);
    expect(verdict.code).toBe('VERIFIED');
    expect(verdict.draws.map(({ draw, index, verdict: { code } }) => [draw, index, code])).toEqual([
      [`${TASK}.1`, 6, 'VERIFIED'],
      [`${TASK}:team.1`, 13, 'VERIFIED'],
    ]);
    expect(verdict.notes).toContain(`抽取 ${TASK}.1：有 1 人缺席`);
  });

  it('R62 a case whose draw isn’t the one recorded, whose object or team wasn’t drawn', () => {
    const { id: _id, ...institution } = history.find(({ type }) => type === 'ObjectDrawn')!.data[
      'institution'
    ] as JsonObject;
    expect(judge(drawnCase(changing('ObjectDrawn', { transcriptHash: 'ab'.repeat(32) })).bundle).code).toBe(
      'DRAW_NOT_RECORDED',
    );
    const other = judge(drawnCase(changing('ObjectDrawn', { institution: { ...institution, id: 'firm-9' } })).bundle);
    expect([other.verdict, other.code]).toEqual(['wrong', expect.stringMatching(/CASE_NOT_DRAWN|STATE_UNREACHABLE/)]);
    const strangers = drawOf(teamRequestOf([`${TASK}-1`]), hash, { d1: 'i1', d2: 'i9' });
    expect(judge(drawnCase(undefined, { objects: objects.told, teams: strangers.told }).bundle).code).toBe(
      'CASE_NOT_DRAWN',
    );
  });

  it('R62 C24 a person is drawn under an id made for the draw: the freeze says who it is', () => {
    const persons = drawOf(objectRequestOf(['p-1', 'p-2'], 10_000), hash, { 'p-1': FIRM, 'p-2': 'firm-2' });
    const quoted = (institution: string) => {
      const { institution: first } = history.find(({ type }) => type === 'ObjectDrawn')!.data as {
        institution: JsonObject;
      };
      return changing('ObjectDrawn', {
        transcriptHash: hashIn(persons),
        institution: { ...first, id: institution },
      });
    };
    const bundleOf = (institution: string) => ({
      ...drawnCase(quoted(institution), { objects: persons.told, teams: teams.told }).bundle,
      draws: [],
    });
    expect(judge(bundleOf(FIRM)).code).toBe('VERIFIED');
    for (const stranger of ['firm-9', 'p-9'])
      expect(judge(bundleOf(stranger))).toMatchObject({
        verdict: 'wrong',
        code: expect.stringMatching(/CASE_NOT_DRAWN|STATE_UNREACHABLE/) as unknown,
      });
  });

  const told = (type: string, data: JsonObject): { objects: readonly Told[]; teams: readonly Told[] } => ({
    objects: objects.told.map(changing(type, data)),
    teams: teams.told,
  });

  it.each([
    ['DRAW_NOT_RECORDED', 'a request whose hash is another', 'DrawFrozen', { requestHash: 'ab'.repeat(32) }],
    ['DRAW_NOT_RECORDED', 'another commitment', 'DrawFrozen', { commitment: 'ab'.repeat(32) }],
    ['DRAW_NOT_RECORDED', 'another series', 'DrawFrozen', { series: 'other' }],
    ['STATE_UNREACHABLE', 'a second attempt without the first', 'DrawFrozen', { attempt: 2 }],
    ['DRAW_NOT_RECORDED', 'seals that weren’t received', 'SealingClosed', { seals: [] }],
    ['DRAW_NOT_RECORDED', 'an absence that wasn’t', 'OpeningEnded', { absent: [] }],
    ['DRAW_NOT_RECORDED', 'another opening', 'SealOpened', { value: '骰子 9' }],
    ['DRAW_NOT_RECORDED', 'another hash', 'ObjectsDrawn', { transcriptHash: 'ab'.repeat(32) }],
    ['DRAW_NOT_RECORDED', 'another selection', 'ObjectsDrawn', { selected: [FIRM] }],
    [
      'DRAW_WRONG',
      'another transcript',
      'ObjectsDrawn',
      { transcript: { ...objects.transcript, seed: 'ab'.repeat(32) } },
    ],
    ['STATE_UNREACHABLE', 'no transcript', 'ObjectsDrawn', { transcript: null }],
  ] as const)('T3 T5 %s: %s', (code, _, type, data) => {
    const { verdict, code: found } = judge(drawnCase(undefined, told(type, data)).bundle);
    expect(verdict).toBe('wrong');
    expect([code, 'DRAW_WRONG']).toContain(found);
  });

  it('R62 a transcript that no event recorded', () => {
    const { bundle } = drawnCase();
    const stranger = drawOf(objectRequestOf(['firm-7', 'firm-8'], 10_000), hash);
    expect(judge({ ...bundle, draws: [stranger.transcript] }).code).toBe('DRAW_NOT_RECORDED');
  });

  it('T17 a reveal that isn’t disclosed leaves the case’s own chart to be judged', () => {
    const { log, bundle } = drawnCase();
    const verdict = judge(withheldAt(log, bundle, 'InspectorsDrawn'));
    expect(verdict.code).toBe('VERIFIED');
    expect(verdict.draws).toHaveLength(2);
  });
});

describe('R11 the checkpoint behind a draw', () => {
  const draw = drawOf(objectRequestOf(['firm-1', 'firm-2'], 10_000), hash);
  const series = `selection-${TASK}`;
  const OPEN = expect.stringContaining('承诺先于封存公布，未核');

  /** A draw whose freeze is leaf 1 and whose first seal is leaf 3, with another event between. */
  function drawn(): { log: ForgedLog; bundle: ForgedBundle } {
    const log = new ForgedLog(signer, hash);
    log.record('calendar', { type: 'YearAnnounced', data: {} });
    log.record(series, draw.told[0]!);
    log.record('calendar', { type: 'YearAnnounced', data: {} });
    for (const event of draw.told.slice(1)) log.record(series, event);
    const bundle = log.issue({ kind: 'draw', id: `${TASK}.1` }, [series]);
    return { log, bundle: { ...bundle, draws: [draw.transcript] } };
  }
  const named = (checkpoint: string) => {
    const { log, bundle } = drawn();
    const told = retold(log, 3, (event) => ({ ...event, meta: { ...event.meta, checkpoint } }));
    return { ...bundle, checkpoint: told.checkpoint(), entries: bundle.entries.map(({ index }) => told.entry(index)) };
  };

  it('covers the commitment before the first seal: nothing is left open', () => {
    const { log, bundle } = drawn();
    for (const size of [2, 3]) {
      const verdict = judge({ ...bundle, commitments: [log.commitment(1, size)] });
      expect([verdict.code, verdict.notes]).toEqual(['VERIFIED', expect.not.arrayContaining([OPEN])]);
    }
    const withheld = withheldAt(log, { ...bundle, commitments: [log.commitment(1)] }, 'DrawFrozen');
    expect(judge(withheld).notes).not.toContainEqual(OPEN);
  });

  it('is said where the bundle doesn’t enclose it', () => {
    const { commitments: _none, ...older } = drawn().bundle;
    for (const bundle of [older, drawn().bundle])
      expect(judge(bundle)).toMatchObject({ code: 'VERIFIED', notes: expect.arrayContaining([OPEN]) as unknown });
  });

  it('is wrong where it came after the first seal, is of another log or of no commitment', () => {
    const { log, bundle } = drawn();
    const stranger = newSigner('other.example/log');
    for (const commitment of [
      log.commitment(1, 4),
      log.commitment(1, 2, stranger),
      { ...log.commitment(1), index: 0 },
      { ...log.commitment(1), proof: [] },
      { ...log.commitment(1), checkpoint: 'nothing' },
    ])
      expect(judge({ ...bundle, commitments: [commitment] }).code).toBe('COMMITMENT_NOT_COVERED');
    expect(judge({ ...bundle, commitments: [{ index: 1 }] }).code).toBe('BUNDLE_INVALID');
  });

  it('is the one that the seal’s record names, between the commitment and the seal', () => {
    for (const size of ['2', '3']) expect(judge(named(size)).code).toBe('VERIFIED');
    for (const size of ['1', '4', 'x']) {
      const { code, finding } = judge(named(size));
      expect([code, finding]).toEqual(['COMMITMENT_NOT_COVERED', expect.stringContaining('第 3 号叶')]);
    }
  });

  it('T14 under a key before the trusted one stays open; under one that nobody announced it is wrong', () => {
    const next = newSigner();
    const log = new ForgedLog(signer, hash);
    for (const event of draw.told) log.record(series, event);
    const announced = log.record('log', { type: 'KeyRotated', data: { from: keyOf(signer), to: keyOf(next) } });
    const rotation = { checkpoint: log.checkpoint(), entry: log.entry(announced) };
    const issued = log.issue({ kind: 'draw', id: `${TASK}.1` }, [series]);
    const bundle = {
      ...issued,
      checkpoint: signNote(log.text(), [next]),
      rotations: [rotation],
      draws: [draw.transcript],
      commitments: [log.commitment(0)],
    };
    expect(judge(bundle).notes).not.toContainEqual(OPEN);
    const byNewKey = judge(bundle, { keys: [keyOf(next)] });
    expect([byNewKey.code, byNewKey.notes]).toEqual(['VERIFIED', expect.arrayContaining([OPEN])]);
    // With every key before it known, one that nobody announced is no earlier one.
    const forged = { ...bundle, commitments: [log.commitment(0, 1, newSigner())] };
    expect(judge(forged).code).toBe('COMMITMENT_NOT_COVERED');
    const unannounced = { ...bundle, rotations: [] };
    expect(judge(unannounced, { keys: [keyOf(next)] }).code).toBe('COMMITMENT_NOT_COVERED');
  });
});

describe('R64 a draw and its plan', () => {
  const PLAN = 'plan-chaozhou-2023';
  const ratio = (basisPoints: number) => ({ basisPoints, about: false, source: { kind: 'own', note: '示例' } });
  const own = (value: unknown) => ({ value, source: { kind: 'own', note: '示例' } });

  /** A draw of 10%, at least one, under a plan that says this. */
  function planned(basisPoints: number, sector = 'law-firm', isAllotted = true): BundleVerdict {
    const log = new ForgedLog(signer, hash);
    const content = {
      number: 4,
      name: '示例任务',
      targeting: 'open',
      objects: { sectors: [sector], practitioners: false },
      ratios: { table: ratio(basisPoints), text: null },
      rounding: own('ceil'),
      atLeast: own(1),
      listedRatio: null,
      partners: [],
      disclosure: 'at-reveal',
      afterCessation: 'reserve',
      ruleVersion: 1,
    };
    const drafted = {
      procedure: 'plan/1',
      organ: 'chaozhou',
      year: 2023,
      title: '示例',
      documents: [],
      source: { kind: 'own' },
    };
    const steps: readonly (readonly [string, object])[] = [
      ['PlanDrafted', drafted],
      ['TaskDrafted', { task: TASK, content }],
      ['PlanSubmitted', { tasks: [TASK] }],
      ['PlanReleased', { tasks: [TASK], heldBack: [] }],
      ['TaskAllotted', { task: TASK, section: 'lawyers', pool: 12, cases: 2, quotas: [], sample: {}, items: [] }],
    ];
    const told = isAllotted ? steps : steps.slice(0, -1);
    for (const [type, data] of told) log.record(PLAN, { type, data: data as JsonObject });
    const { told: draw } = drawOf(objectRequestOf(Array.from({ length: 12 }, (_, n) => `firm-${n}`)), hash);
    const basedOn = [{ stream: PLAN, revision: told.length - 1 }];
    for (const event of draw) log.record(`selection-${TASK}`, { ...event, basedOn });
    return judge(log.issue({ kind: 'draw', id: `${TASK}.1` }, [`selection-${TASK}`], [PLAN]));
  }

  it('asks for what the plan says', () => expect(planned(1000)).toMatchObject({ code: 'VERIFIED' }));
  it('T5 asks for another ratio', () => expect(planned(500).code).toBe('DRAW_NOT_OF_PLAN'));
  it('T5 draws from another sector', () => expect(planned(1000, 'notary-office').code).toBe('DRAW_NOT_OF_PLAN'));
  it('R32 is drawn before the task was allotted', () =>
    expect(planned(1000, 'law-firm', false).code).toBe('DRAW_NOT_OF_PLAN'));
});

it('T11 an attachment under another name than the event’s, and one that no event named', () => {
  const log = new ForgedLog(signer, hash);
  const bytes = Buffer.from('照片');
  const file = { sha256: createHash('sha256').update(bytes).digest('hex'), name: '照片.jpg', size: bytes.length };
  log.record(CASE, history[0]!);
  log.record('evidence', { type: 'EvidenceAdded', data: { ...file, disposition: null } });
  const bundle = log.issue({ kind: 'case', id: `${TASK}-1` }, [CASE], ['evidence']);
  const attached = { ...file, content: encodeBase64(bytes) };
  expect(judge({ ...bundle, attachments: [attached] }).code).toBe('VERIFIED');
  expect(judge({ ...bundle, attachments: [{ ...attached, name: '别的.jpg' }] }).code).toBe('ATTACHMENT_DIFFERS');
  expect(judge({ ...bundle, attachments: [{ ...attached, size: 1 }] }).code).toBe('ATTACHMENT_DIFFERS');
  expect(judge({ ...bundle, attachments: [{ ...attached, content: null }] }).notes).toContain('1 件附件未披露内容');
  expect(judge(bundle).notes).toContain('1 件证据材料未附');
});

it('T11 T17 an attachment slipped in where only an event of others is withheld; beside one of the case itself it stays open', () => {
  const { log, bundle } = ofCase();
  const bytes = Buffer.from('伪造的照片');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const slipped = { sha256, name: '照片.jpg', size: bytes.length, content: encodeBase64(bytes) };
  const ofOthers = { ...withheldAt(log, bundle, 'YearAnnounced'), attachments: [slipped] };
  expect(judge(ofOthers)).toMatchObject({ verdict: 'wrong', code: 'ATTACHMENT_UNKNOWN' });
  const ofItself = { ...withheldAt(log, bundle, 'FindingsRecorded'), attachments: [slipped] };
  expect(judge(ofItself).code).toBe('WITHHELD');
  expect(judge(ofItself).notes.join()).toContain('未核');
});

it('T1 events that the log wrote in the wrong order of their stream are found, though their leaves are proven', () => {
  const log = new ForgedLog(signer, hash);
  const { log: right, bundle } = ofCase();
  const swapped: RecordedEvent[] = right.events.toSpliced(1, 2, right.events[2]!, right.events[1]!);
  swapped.forEach((event) => log.put(event));
  const told = {
    ...bundle,
    checkpoint: log.checkpoint(),
    entries: bundle.entries.map(({ index }) => log.entry(index)),
  };
  expect(judge(told).code).toBe('STREAM_GAP');
});
