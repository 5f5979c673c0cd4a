import { concat, fromHex, sha256 as hash, utf8 } from '@srd/kernel';
import {
  cosignatureMessage,
  cosignNote,
  encodeBase64,
  formatVerifierKey,
  newVerifierKey,
  NoteRefused,
  openNote,
  parseNote,
  parseVerifierKey,
  signNote,
  verifyEd25519 as verify,
  type NoteFault,
  type VerifierKey,
} from '.';
import { noteSigner, signerFrom } from './key.fixture';

const fault = (run: () => unknown): NoteFault | undefined => {
  try {
    run();
  } catch (error) {
    if (error instanceof NoteRefused) return error.fault;
    throw error;
  }
  return undefined;
};

const log = noteSigner('srd.example/log', hash);
const other = noteSigner('srd.example/other', hash);
const witness = noteSigner('witness.example/w1', hash, 'cosignature');
const text = 'srd.example/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n';

describe('C2SP signed-note', () => {
  it('opens and writes the example of Go’s note package to the byte', () => {
    const vkey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
    const message =
      "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    const note = `${message}\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;
    const key = parseVerifierKey(vkey, hash);
    expect(formatVerifierKey(key)).toBe(vkey);
    expect(openNote(note, [key], verify)).toEqual({ text: message, signatures: [{ key }], unknown: [] });
    const seed = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1);
    expect(signNote(message, [{ key, sign: signerFrom(seed).sign }])).toBe(note);
    expect(fault(() => openNote(note.replace('answer', 'Answer'), [key], verify))).toBe('SIGNATURE_WRONG');
  });

  it('opens the example of the specification', () => {
    const key = parseVerifierKey('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k', hash);
    const note =
      'This is an example message.\n\n\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';
    expect(openNote(note, [key], verify).text).toBe('This is an example message.\n');
  });

  it('takes the last empty line for the end of the text', () => {
    const note =
      'Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n' +
      '\u2014 quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n';
    const { text: poem, lines } = parseNote(note);
    expect(poem.endsWith('sera.\n')).toBe(true);
    expect(lines.map(({ name, id }) => [name, id])).toEqual([['quasimodo.example/salvatore', '367ba04b']]);
  });

  it('ignores unknown signers, whatever they signed', () => {
    const note = signNote(text, [other, log]);
    const opened = openNote(note, [log.key], verify);
    expect(opened.signatures).toEqual([{ key: log.key }]);
    expect(opened.unknown.map(({ name }) => name)).toEqual([other.key.name]);
    expect(openNote(note.replace(other.key.name, `${other.key.name}s`), [log.key], verify).text).toBe(text);
    const sameName = noteSigner(log.key.name, hash, 'ed25519', 2);
    expect(openNote(signNote(text, [sameName, log]), [log.key], verify).unknown).toHaveLength(1);
  });

  it('refuses the note when a known signer’s line fails, even beside one that fits', () => {
    const liar = { key: other.key, sign: log.sign };
    expect(fault(() => openNote(signNote(text, [log, liar]), [log.key, other.key], verify))).toBe('SIGNATURE_WRONG');
    const twice = signNote(text, [log, { key: log.key, sign: other.sign }]);
    expect(fault(() => openNote(twice, [log.key], verify))).toBe('SIGNATURE_WRONG');
    expect(fault(() => openNote(signNote(text, [other]), [log.key], verify))).toBe('NO_KNOWN_SIGNER');
  });

  it.each([
    ['no end', (note: string) => note.slice(0, -1)],
    ['no empty line', (note: string) => note.replace('\n\n', '\n')],
    ['no signature', () => `${text}\n`],
    ['nothing', () => ''],
    ['an empty text', (note: string) => note.slice(text.length)],
    ['a carriage return', (note: string) => note.replace('\n', '\r\n')],
    ['a tabulator', (note: string) => note.replace('0', '\t')],
    ['a lone surrogate', (note: string) => note.replace('0', '\ud800')],
    ['a hyphen for the dash', (note: string) => note.replace('\u2014', '-')],
    ['two blanks', (note: string) => note.replace('\u2014 ', '\u2014  ')],
    ['more after the signature', (note: string) => note.replace(/\n$/, ' x\n')],
    ['a name with a plus', (note: string) => note.replace(' srd.example/log ', ' srd+log ')],
    ['no name', (note: string) => note.replace(' srd.example/log ', '  ')],
    ['base64 of four bytes', (note: string) => note.replace(/ [^ ]+\n$/, ' AAAAAA==\n')],
    ['base64 written another way', (note: string) => note.replace(/=\n$/, '\n')],
    ['an empty line between signatures', (note: string) => `${note}\n`],
    ['a hundred and one signatures', (note: string) => text + '\n' + note.slice(text.length + 1).repeat(101)],
  ])('refuses a note with %s', (_, change) => {
    const note = signNote(text, [log]);
    expect(fault(() => openNote(change(note), [log.key], verify))).toBe('MALFORMED');
  });

  it('doesn’t sign what can’t be a note', () => {
    expect(fault(() => signNote('no end', [log]))).toBe('MALFORMED');
    expect(() => signNote(text, [])).toThrow(RangeError);
    expect(() => signNote(text, [witness])).toThrow(RangeError);
  });
});

describe('T15 verifier keys', () => {
  const identity = fromHex(`01${'00'.repeat(31)}`);
  const vkey = formatVerifierKey(log.key);

  it('are read as they are written, for logs and for witnesses', () => {
    expect(parseVerifierKey(vkey, hash)).toEqual(log.key);
    expect(parseVerifierKey(formatVerifierKey(witness.key), hash)).toEqual(witness.key);
    expect(formatVerifierKey(witness.key)).toMatch(/^witness\.example\/w1\+[0-9a-f]{8}\+B/);
  });

  it.each(['', ' ', 'a b', 'a\u00a0b', 'a\u3000b', 'a+b', 'a\nb', 'a\u0000', '\ud800'])(
    'refuse the name %j',
    (name) => {
      expect(fault(() => newVerifierKey(name, log.key.publicKey, hash))).toBe('KEY_REFUSED');
    },
  );

  it.each([
    ['another id', vkey.replace(log.key.id, '00000000')],
    ['an id in capitals', vkey.replace(log.key.id, log.key.id.toUpperCase() + 'A')],
    ['another name', `x${vkey}`],
    ['no id', `srd.example/log+${vkey.split('+').slice(2).join('+')}`],
    ['an unknown type', `srd.example/log+${log.key.id}+${encodeBase64(concat(Uint8Array.of(2), log.key.publicKey))}`],
    [
      'a key too short',
      `srd.example/log+${log.key.id}+${encodeBase64(concat(Uint8Array.of(1), log.key.publicKey.subarray(1)))}`,
    ],
    ['nothing', ''],
  ])('refuse %s', (_, key) => expect(fault(() => parseVerifierKey(key, hash))).toBe('KEY_REFUSED'));

  it('refuse the identity, under which a signature fits any text, before anything is verified', () => {
    const forged: VerifierKey = { name: 'srd.example/log', type: 'ed25519', id: '00000000', publicKey: identity };
    expect(fault(() => newVerifierKey('srd.example/log', identity, hash))).toBe('KEY_REFUSED');
    expect(fault(() => parseVerifierKey(formatVerifierKey(forged), hash))).toBe('KEY_REFUSED');
    const note = `${text}\n\u2014 srd.example/log ${encodeBase64(concat(new Uint8Array(4), identity, new Uint8Array(32)))}\n`;
    let asked = 0;
    const gullible = (): boolean => (asked += 1) > 0;
    expect(fault(() => openNote(note, [forged], gullible))).toBe('KEY_REFUSED');
    expect(asked).toBe(0);
  });
});

describe('C2SP cosignature/v1', () => {
  const at = 1_679_315_147;
  const cosigned = cosignNote(signNote(text, [log]), witness, at);

  it('signs the specification’s message', () => {
    const body = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
    expect(cosignatureMessage(body, at)).toEqual(utf8(`cosignature/v1\ntime 1679315147\n${body}`));
    const line =
      '\u2014 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n';
    const [read] = parseNote(`${body}\n${line}`).lines;
    expect(read?.signature).toHaveLength(72);
    expect(new DataView(read!.signature.buffer, read!.signature.byteOffset).getBigUint64(0)).toBe(BigInt(at));
  });

  it('adds a line with its time, which opens', () => {
    const { signatures } = openNote(cosigned, [log.key, witness.key], verify);
    expect(signatures).toEqual([{ key: log.key }, { key: witness.key, at }]);
  });

  it('fails with another time or another text', () => {
    const line = cosigned.slice(cosigned.lastIndexOf('\u2014'));
    const bytes = Buffer.from(line.split(' ')[2]!, 'base64');
    bytes[11]! ^= 1;
    const later = cosigned.replace(line, `\u2014 ${witness.key.name} ${bytes.toString('base64')}\n`);
    expect(fault(() => openNote(later, [log.key, witness.key], verify))).toBe('SIGNATURE_WRONG');
    bytes[4] = 255;
    const beyond = cosigned.replace(line, `\u2014 ${witness.key.name} ${bytes.toString('base64')}\n`);
    expect(fault(() => openNote(beyond, [witness.key], verify))).toBe('SIGNATURE_WRONG');
    const short = cosigned.replace(line, `\u2014 ${witness.key.name} ${bytes.subarray(0, 68).toString('base64')}\n`);
    expect(fault(() => openNote(short, [witness.key], verify))).toBe('SIGNATURE_WRONG');
    const moved = signNote(text.replace('\n0\n', '\n1\n'), [log]) + line;
    expect(fault(() => openNote(moved, [log.key, witness.key], verify))).toBe('SIGNATURE_WRONG');
  });

  it('is a witness’s alone, in whole seconds', () => {
    expect(() => cosignNote(cosigned, log, at)).toThrow(RangeError);
    expect(() => cosignNote(cosigned, witness, 0.5)).toThrow(RangeError);
  });
});
