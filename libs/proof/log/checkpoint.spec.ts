import { sha256 as hash } from '@srd/kernel';
import {
  cosignNote,
  formatCheckpoint,
  formatVerifierKey,
  KEY_ROTATED,
  LOG_STREAM,
  NoteRefused,
  openCheckpoint,
  parseCheckpoint,
  parseNote,
  rotationOf,
  signNote,
  verifyEd25519 as verify,
} from '.';
import { noteSigner } from './key.fixture';

const log = noteSigner('srd.example/log', hash);
const witness = noteSigner('witness.example/w1', hash, 'cosignature');
const root = hash(new Uint8Array());
const text = formatCheckpoint(log.key.name, 17, root);

describe('C2SP tlog-checkpoint', () => {
  it('reads the example of the specification', () => {
    const note =
      'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n' +
      '\u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n';
    const { origin, size, root: read } = parseCheckpoint(parseNote(note).text);
    expect([origin, size, read.length]).toEqual(['example.com/behind-the-sofa', 20_852_163, 32]);
    expect(formatCheckpoint(origin, size, read)).toBe(parseNote(note).text);
  });

  it('is read as it is written', () => {
    expect(text).toBe('srd.example/log\n17\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n');
    expect(parseCheckpoint(text)).toEqual({ origin: log.key.name, size: 17, root, extensions: [] });
    expect(parseCheckpoint(formatCheckpoint('a', 0, root)).size).toBe(0);
    expect(parseCheckpoint(`${text}another line\n`).extensions).toEqual(['another line']);
  });

  it.each([
    ['no origin', text.replace('srd.example/log', '')],
    ['a blank in the origin', text.replace('srd.example', 'srd example')],
    ['a leading zero', text.replace('17', '017')],
    ['a sign', text.replace('17', '+17')],
    ['a size beyond whole numbers', text.replace('17', '9007199254740992')],
    ['no size', text.replace('17\n', '')],
    ['a root too short', text.replace(/\n[^\n]+\n$/, '\nAAAA\n')],
    ['a root written another way', text.replace('uFU=', 'uFV=')],
    ['no end', text.slice(0, -1)],
    ['an empty line', `${text}\n`],
    ['a root missing', 'srd.example/log\n17\n'],
  ])('refuses %s', (_, checkpoint) => expect(() => parseCheckpoint(checkpoint)).toThrow(NoteRefused));

  it.each([
    ['an origin that names no key', () => formatCheckpoint('a b', 1, root)],
    ['half a leaf', () => formatCheckpoint('a', 0.5, root)],
    ['a root of 31 bytes', () => formatCheckpoint('a', 1, root.subarray(1))],
  ])('isn’t written with %s', (_, write) => expect(write).toThrow(NoteRefused));

  it('opens under the key of its origin, with the witnesses', () => {
    const note = cosignNote(signNote(text, [log]), witness, 5);
    const opened = openCheckpoint(note, [log.key, witness.key], verify);
    expect(opened.log).toEqual(log.key);
    expect(opened.witnesses).toEqual([{ key: witness.key, at: 5 }]);
    expect(() => openCheckpoint(note, [witness.key], verify)).toThrow('no known key of srd.example/log');
    const stranger = noteSigner('srd.example/other', hash);
    expect(() => openCheckpoint(signNote(text, [stranger]), [stranger.key], verify)).toThrow(NoteRefused);
  });
});

describe('T14 rotation of the log’s key', () => {
  const next = noteSigner('srd.example/log', hash, 'ed25519', 2);
  const [from, to] = [log, next].map(({ key }) => formatVerifierKey(key)) as [string, string];
  const event = { stream: LOG_STREAM, type: KEY_ROTATED, data: { from, to } };

  it('names the key before and the next one', () => {
    expect(rotationOf(event, hash)).toEqual({ from: log.key, to: next.key });
  });

  it.each([
    ['another stream', { ...event, stream: 'case-1' }],
    ['another event', { ...event, type: 'SelfChecked' }],
    ['no content', { stream: LOG_STREAM, type: KEY_ROTATED }],
    ['the same key', { ...event, data: { from, to: from } }],
    ['a key of another name', { ...event, data: { from, to: formatVerifierKey(noteSigner('other', hash).key) } }],
    [
      'a witness’s key',
      { ...event, data: { from, to: formatVerifierKey(noteSigner(log.key.name, hash, 'cosignature').key) } },
    ],
    ['a key that is none', { ...event, data: { from, to: `${to}A` } }],
  ])('refuses %s', (_, wrong) => expect(() => rotationOf(wrong, hash)).toThrow(NoteRefused));
});
