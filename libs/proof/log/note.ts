import { concat, fromHex, toHex, utf8 } from '@srd/kernel';
import { decodeBase64, encodeBase64 } from './base64';
import { flawOfSignature } from './ed25519';
import { demandSound, isKeyName, type VerifierKey } from './key';
import { NoteRefused } from './refused';

/** Ed25519 over a message, 64 bytes. Who holds the private key passes it in. */
export type Sign = (message: Uint8Array) => Uint8Array;
/** Whether an Ed25519 signature (64 bytes) by a public key (32 bytes) fits a message. `verifyEd25519` or the platform's own. */
export type Verify = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

export interface NoteSigner {
  readonly key: VerifierKey;
  readonly sign: Sign;
}

/** A signature line as it stands, believed by nobody yet. */
export interface SignatureLine {
  readonly name: string;
  /** Key id, 4 bytes in hex. */
  readonly id: string;
  readonly signature: Uint8Array;
}

/** A note taken apart: nothing is verified. The text ends with a newline. */
export interface Note {
  readonly text: string;
  readonly lines: readonly SignatureLine[];
}

/** A signature that fits. */
export interface NoteSignature {
  readonly key: VerifierKey;
  /** When a witness cosigned, in seconds since 1970; absent for a plain signature. */
  readonly at?: number;
}

export interface OpenedNote {
  readonly text: string;
  /** One at least. */
  readonly signatures: readonly NoteSignature[];
  /** Lines of signers that nobody vouched for: ignored. */
  readonly unknown: readonly SignatureLine[];
}

const DASH = '\u2014';
/** More than anybody needs, and few enough to verify. */
const MOST_LINES = 100;

function demandText(text: string): void {
  // eslint-disable-next-line no-control-regex -- control characters are what it looks for
  if (!text.endsWith('\n') || !text.isWellFormed() || /[\u0000-\u0009\u000b-\u001f]/.test(text))
    throw new NoteRefused(
      'MALFORMED',
      'a note is well-formed text, ends with a newline and holds no control character',
    );
}

function lineOf(key: VerifierKey, signature: Uint8Array): string {
  return `${DASH} ${key.name} ${encodeBase64(concat(fromHex(key.id), signature))}\n`;
}

/** What a witness signs with its time, in whole seconds since 1970 (C2SP `cosignature/v1`). */
export function cosignatureMessage(text: string, at: number): Uint8Array {
  return utf8(`cosignature/v1\ntime ${at}\n${text}`);
}

/**
 * The text with a line of each signer, in their order. @throws NoteRefused MALFORMED for a text that can't be a note's;
 * RangeError for no signer or a witness's key (`cosignNote` is theirs)
 */
export function signNote(text: string, signers: readonly NoteSigner[]): string {
  demandText(text);
  if (signers.length === 0) throw new RangeError('a note without a signer is none');
  if (signers.some(({ key }) => key.type !== 'ed25519')) throw new RangeError('a witness cosigns');
  return `${text}\n${signers.map(({ key, sign }) => lineOf(key, sign(utf8(text)))).join('')}`;
}

/** The note with a witness's line added; the witness has checked consistency and stored it before. `at` in seconds since 1970. */
export function cosignNote(note: string, { key, sign }: NoteSigner, at: number): string {
  if (key.type !== 'cosignature' || !Number.isSafeInteger(at) || at < 0)
    throw new RangeError('a cosignature needs its key and time');
  const time = new Uint8Array(8);
  new DataView(time.buffer).setBigUint64(0, BigInt(at));
  return note + lineOf(key, concat(time, sign(cosignatureMessage(parseNote(note).text, at))));
}

/** Text and signature lines of a note, unverified. The last empty line parts them. @throws NoteRefused MALFORMED */
export function parseNote(note: string): Note {
  demandText(note);
  const end = note.lastIndexOf('\n\n');
  if (end < 1) throw new NoteRefused('MALFORMED', 'no empty line before the signatures');
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > MOST_LINES) throw new NoteRefused('MALFORMED', `more than ${MOST_LINES} signatures`);
  return { text: note.slice(0, end + 1), lines: lines.map(parseLine) };
}

function parseLine(line: string): SignatureLine {
  const [dash, name = '', base64 = '', ...more] = line.split(' ');
  const bytes = decodeBase64(base64);
  if (dash !== DASH || !isKeyName(name) || more.length > 0 || !bytes || bytes.length < 5)
    throw new NoteRefused('MALFORMED', `no signature line: ${line}`);
  return { name, id: toHex(bytes.subarray(0, 4)), signature: bytes.subarray(4) };
}

/**
 * Verifies a note. Unknown signers are ignored; a known one whose signature fails refuses the note, and so does a known key that is no
 * sound one. @throws NoteRefused MALFORMED, KEY_REFUSED, SIGNATURE_WRONG, NO_KNOWN_SIGNER
 */
export function openNote(note: string, verifiers: readonly VerifierKey[], verify: Verify): OpenedNote {
  const { text, lines } = parseNote(note);
  const signatures: NoteSignature[] = [];
  const unknown: SignatureLine[] = [];
  for (const line of lines) {
    const keys = verifiers.filter(({ name, id }) => name === line.name && id === line.id);
    if (keys.length === 0) unknown.push(line);
    // Two trusted keys may share name and id by malice only: then both would have to fit.
    for (const key of keys) signatures.push(verified(text, line, key, verify));
  }
  if (signatures.length === 0) throw new NoteRefused('NO_KNOWN_SIGNER', 'no known key signed');
  return { text, signatures, unknown };
}

function verified(text: string, { name, signature }: SignatureLine, key: VerifierKey, verify: Verify): NoteSignature {
  demandSound(name, key.publicKey);
  const wrong = (): never => {
    throw new NoteRefused('SIGNATURE_WRONG', `the signature of ${name} doesn't fit`, name);
  };
  const fits = (message: Uint8Array, bytes: Uint8Array): boolean =>
    flawOfSignature(bytes) === null && verify(key.publicKey, message, bytes);
  if (key.type === 'ed25519') return fits(utf8(text), signature) ? { key } : wrong();
  if (signature.length !== 72) return wrong();
  const at = Number(new DataView(signature.buffer, signature.byteOffset).getBigUint64(0));
  if (!Number.isSafeInteger(at)) return wrong();
  return fits(cosignatureMessage(text, at), signature.subarray(8)) ? { key, at } : wrong();
}
