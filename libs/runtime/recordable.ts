import { canonicalize, isInstant, NotCanonical, pointerTo, type Instant } from '@srd/kernel';
import { Unrecordable, type NewEvent } from './event-log';

/** An event may have so many bytes as canonical JSON, salt and data included, stream and revision not. */
export const MAX_EVENT_BYTES = 1_048_576;
/** Objects and arrays may be nested so deep: far beyond any document, far below where a reader's stack ends. */
export const MAX_EVENT_DEPTH = 64;

/** An event that may be recorded, with `meta` and `data` as canonical JSON: what stores keep and what leaves are made from. */
export interface Recordable {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly at: Instant;
  readonly actor: string;
  readonly meta: string;
  readonly salt: string;
  readonly data: string;
}

const MEMBERS = ['actor', 'at', 'data', 'id', 'meta', 'salt', 'type', 'version'] as const;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const TYPE = /^[A-Za-z][A-Za-z0-9._-]{0,127}$/;
const STREAM = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,255}$/;
const SALT = /^[0-9a-f]{32}$/;
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\u0000-\u001f\u007f]/;

/**
 * The event in the form in which it is kept (log.md, "Event and leaf").
 * @throws Unrecordable with the pointer (RFC 6901) of the first thing that breaks srd-log/1
 */
export function recordable(event: NewEvent): Recordable {
  if (!isObject(event)) throw new Unrecordable('', 'an event is an object');
  for (const member of Object.keys(event))
    if (!(MEMBERS as readonly string[]).includes(member))
      throw new Unrecordable(pointerTo('', member), 'no such member');
  const { id, type, version, at: time, actor, meta, salt, data } = event as unknown as Record<string, unknown>;
  if (!matches(id, UUID)) throw new Unrecordable('/id', 'must be a UUID in lower case');
  if (!matches(type, TYPE)) throw new Unrecordable('/type', 'must be a name of letters and digits, 128 at most');
  if (!isWhole(version) || version < 1) throw new Unrecordable('/version', 'must be a whole number from 1');
  if (!isInstant(time)) throw new Unrecordable('/at', 'must be an instant in UTC with milliseconds');
  if (!isText(actor, 256)) throw new Unrecordable('/actor', 'must be a text of 1 to 256 characters without controls');
  if (!matches(salt, SALT)) throw new Unrecordable('/salt', 'must be 16 bytes in lower-case hex');
  checkMeta(meta);
  if (!isObject(data)) throw new Unrecordable('/data', 'must be an object');
  const kept = { id, type, version, at: time, actor, meta: json(meta, '/meta'), salt, data: json(data, '/data') };
  if (sizeOf(kept) > MAX_EVENT_BYTES)
    throw new Unrecordable('', `more than ${MAX_EVENT_BYTES} bytes of canonical JSON`);
  return kept;
}

/** The name of a stream, if it can be one. @throws Unrecordable */
export function recordableStream(stream: string): string {
  if (!matches(stream, STREAM))
    throw new Unrecordable('/stream', 'must be a name of letters, digits and ._:- with 256 characters at most');
  return stream;
}

/** Bytes of the event as canonical JSON; its members are sorted by name, as RFC 8785 asks. */
function sizeOf(kept: Recordable): number {
  const text =
    `{"actor":${JSON.stringify(kept.actor)},"at":"${kept.at}","data":${kept.data},"id":"${kept.id}",` +
    `"meta":${kept.meta},"salt":"${kept.salt}","type":"${kept.type}","version":${kept.version}}`;
  return text.length * 3 <= MAX_EVENT_BYTES ? text.length : Buffer.byteLength(text);
}

function checkMeta(meta: unknown): void {
  if (!isObject(meta)) throw new Unrecordable('/meta', 'must be an object');
  if (!isText(meta['correlation'], 256)) throw new Unrecordable('/meta/correlation', 'must be a text');
  if (meta['causation'] !== null && !isText(meta['causation'], 256))
    throw new Unrecordable('/meta/causation', 'must be a text or null');
  const basedOn = meta['basedOn'];
  if (!Array.isArray(basedOn)) throw new Unrecordable('/meta/basedOn', 'must be a list');
  basedOn.forEach((basis: unknown, index) => {
    const pointer = `/meta/basedOn/${index}`;
    if (!isObject(basis) || Object.keys(basis).sort().join() !== 'revision,stream')
      throw new Unrecordable(pointer, 'must have stream and revision');
    if (!matches(basis['stream'], STREAM)) throw new Unrecordable(`${pointer}/stream`, 'must be the name of a stream');
    if (!isWhole(basis['revision']) || basis['revision'] < 0)
      throw new Unrecordable(`${pointer}/revision`, 'must be a whole number from 0');
  });
}

function json(value: unknown, pointer: string): string {
  checkShape(value, pointer, 2);
  try {
    return canonicalize(value, pointer);
  } catch (error) {
    if (error instanceof NotCanonical)
      throw new Unrecordable(error.pointer, error.message.slice(error.pointer.length + 2));
    throw error;
  }
}

/** Depth (which also ends a cycle) and holes in arrays, which canonical JSON has no word for. */
function checkShape(value: unknown, pointer: string, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > MAX_EVENT_DEPTH) throw new Unrecordable(pointer, `nested deeper than ${MAX_EVENT_DEPTH}`);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      if (!(index in value)) throw new Unrecordable(`${pointer}/${index}`, 'a hole in a list');
      const item: unknown = value[index];
      if (typeof item === 'object' && item !== null) checkShape(item, `${pointer}/${index}`, depth + 1);
    }
    return;
  }
  for (const [name, item] of Object.entries(value))
    if (typeof item === 'object' && item !== null) checkShape(item, pointerTo(pointer, name), depth + 1);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function isText(value: unknown, longest: number): value is string {
  return (
    typeof value === 'string' && value !== '' && value.length <= longest && value.isWellFormed() && !CONTROL.test(value)
  );
}

function matches(value: unknown, form: RegExp): value is string {
  return typeof value === 'string' && form.test(value);
}
