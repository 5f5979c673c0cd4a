import { decodeBase64, encodeBase64 } from './base64';
import { isKeyName, type VerifierKey } from './key';
import { openNote, type NoteSignature, type Verify } from './note';
import { NoteRefused } from './refused';

/** The log's size and root, and whose log it is. */
export interface Checkpoint {
  /** Name of the log's key. */
  readonly origin: string;
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
  /** Further lines, of which the format says nothing. This log writes none. */
  readonly extensions: readonly string[];
}

export interface OpenedCheckpoint {
  readonly checkpoint: Checkpoint;
  /** The text that was signed. */
  readonly text: string;
  /** The log's key that signed. */
  readonly log: VerifierKey;
  /** Known witnesses that cosigned, with their times. */
  readonly witnesses: readonly NoteSignature[];
}

const SIZE = /^(?:0|[1-9][0-9]*)$/;

function malformed(what: string): never {
  throw new NoteRefused('MALFORMED', what);
}

/** The text of a checkpoint (C2SP `tlog-checkpoint`), to be signed. @throws NoteRefused MALFORMED for an origin that names no key */
export function formatCheckpoint(origin: string, size: number, root: Uint8Array): string {
  if (!isKeyName(origin)) return malformed('the origin is the name of the log key');
  if (!Number.isSafeInteger(size) || size < 0 || root.length !== 32) return malformed('no size or no root');
  return `${origin}\n${size}\n${encodeBase64(root)}\n`;
}

/** The checkpoint that a note's text says, to the letter of its format. @throws NoteRefused MALFORMED */
export function parseCheckpoint(text: string): Checkpoint {
  const lines = text.split('\n');
  if (lines.length < 4 || lines.pop() !== '' || lines.includes(''))
    return malformed('no checkpoint: lines missing or empty');
  const [origin = '', size = '', base64 = '', ...extensions] = lines;
  const root = decodeBase64(base64);
  if (!isKeyName(origin)) return malformed('the origin is the name of the log key');
  if (!SIZE.test(size) || !Number.isSafeInteger(Number(size))) return malformed(`no size: ${size}`);
  if (root?.length !== 32) return malformed(`no root: ${base64}`);
  return { origin, size: Number(size), root, extensions };
}

/**
 * A checkpoint under a known key of the log that its origin names, with the known witnesses that cosigned it.
 * @throws NoteRefused; NO_KNOWN_SIGNER too where only witnesses signed
 */
export function openCheckpoint(note: string, verifiers: readonly VerifierKey[], verify: Verify): OpenedCheckpoint {
  const { text, signatures } = openNote(note, verifiers, verify);
  const checkpoint = parseCheckpoint(text);
  const log = signatures.find(({ key }) => key.type === 'ed25519' && key.name === checkpoint.origin)?.key;
  if (!log) throw new NoteRefused('NO_KNOWN_SIGNER', `no known key of ${checkpoint.origin} signed`);
  return { checkpoint, text, log, witnesses: signatures.filter(({ key }) => key.type === 'cosignature') };
}
