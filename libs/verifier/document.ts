import { NotStrictJson, isInstant, nth, parseStrictJson, type JsonObject, type JsonValue } from '@srd/kernel';
import { decodeBase64, type EventOrWithheld } from '@srd/proof/log';
import { Wrong, type Shortfall, type Subject } from './verdict';

/** An event with its place in the log and the way to the root. `dataHash` beside a content is allowed, and then must fit. */
export interface Entry {
  readonly index: number;
  readonly event: EventOrWithheld & { readonly data?: JsonObject; readonly salt?: string; readonly dataHash?: string };
  /** Inclusion path, leaf to root, in padded base64; read where it is checked. */
  readonly proof: readonly string[];
}

export interface Attachment {
  readonly sha256: string;
  readonly name: string;
  readonly size: number;
  readonly content: Uint8Array | null;
}

export interface Rotation {
  readonly checkpoint: string;
  readonly entry: Entry;
}

/** A signed checkpoint that covers a draw's freeze, and the freeze's inclusion path in it. */
export interface Commitment {
  readonly index: number;
  readonly checkpoint: string;
  readonly proof: readonly string[];
}

/** An audit bundle (srd-log/1), read. */
export interface Bundle {
  readonly subject: Subject;
  readonly checkpoint: string;
  readonly rotations: readonly Rotation[];
  readonly entries: readonly Entry[];
  readonly draws: readonly JsonObject[];
  /** Beyond the format, and not in every bundle. */
  readonly commitments: readonly Commitment[];
  readonly attachments: readonly Attachment[];
  /** Members that the format doesn't know: ignored, and said. */
  readonly foreign: readonly string[];
}

const KINDS: readonly string[] = ['case', 'draw', 'task', 'organ-year', 'integrity-file'] satisfies Subject['kind'][];
const HEX32 = /^[0-9a-f]{64}$/;
const SALT = /^[0-9a-f]{32}$/;

function invalid(pointer: string, what: string): never {
  throw new Wrong('BUNDLE_INVALID', `文件不符合 srd-bundle/1：${pointer || '/'} ${what}`);
}

function objectAt(value: JsonValue | undefined, pointer: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return invalid(pointer, '应为对象');
  return value as JsonObject;
}

function listAt(value: JsonValue | undefined, pointer: string): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : invalid(pointer, '应为数组');
}

function textAt(value: JsonValue | undefined, pointer: string): string {
  return typeof value === 'string' ? value : invalid(pointer, '应为字符串');
}

function countAt(value: JsonValue | undefined, pointer: string): number {
  return typeof value === 'number' && value >= 0 ? value : invalid(pointer, '应为从 0 起的整数');
}

function proofAt(value: JsonValue | undefined, pointer: string): readonly string[] {
  return listAt(value, pointer).map((item, at) => textAt(item, `${pointer}/${at}`));
}

function bytesAt(value: JsonValue | undefined, pointer: string): Uint8Array {
  return decodeBase64(textAt(value, pointer)) ?? invalid(pointer, '不是规范的 base64');
}

class Reading {
  readonly foreign: string[] = [];

  /** Members beyond those of the format. */
  private known(value: JsonObject, names: readonly string[], pointer: string): void {
    for (const name of Object.keys(value)) if (!names.includes(name)) this.foreign.push(`${pointer}/${name}`);
  }

  bundle(value: JsonObject): Bundle {
    const names = ['bundle', 'subject', 'checkpoint', 'rotations', 'entries', 'draws', 'commitments', 'attachments'];
    this.known(value, names, '');
    const subject = objectAt(value['subject'], '/subject');
    this.known(subject, ['kind', 'id'], '/subject');
    const kind = textAt(subject['kind'], '/subject/kind');
    if (!KINDS.includes(kind)) invalid('/subject/kind', '不是已知的种类');
    const list = <T>(name: string, read: (item: JsonValue, pointer: string) => T): readonly T[] =>
      listAt(value[name], `/${name}`).map((item, at) => read(item, `/${name}/${at}`));
    return {
      subject: { kind: kind as Subject['kind'], id: textAt(subject['id'], '/subject/id') },
      checkpoint: textAt(value['checkpoint'], '/checkpoint'),
      rotations: list('rotations', (item, pointer) => this.rotation(item, pointer)),
      entries: list('entries', (item, pointer) => this.entry(item, pointer)),
      draws: list('draws', objectAt),
      commitments:
        value['commitments'] === undefined
          ? []
          : list('commitments', (item, pointer) => this.commitment(item, pointer)),
      attachments: list('attachments', (item, pointer) => this.attachment(item, pointer)),
      foreign: this.foreign,
    };
  }

  rotation(value: JsonValue, pointer: string): Rotation {
    const rotation = objectAt(value, pointer);
    this.known(rotation, ['checkpoint', 'entry'], pointer);
    return {
      checkpoint: textAt(rotation['checkpoint'], `${pointer}/checkpoint`),
      entry: this.entry(rotation['entry'], `${pointer}/entry`),
    };
  }

  private entry(value: JsonValue | undefined, pointer: string): Entry {
    const entry = objectAt(value, pointer);
    this.known(entry, ['index', 'event', 'proof'], pointer);
    return {
      index: countAt(entry['index'], `${pointer}/index`),
      event: eventAt(entry['event'], `${pointer}/event`),
      proof: proofAt(entry['proof'], `${pointer}/proof`),
    };
  }

  private commitment(value: JsonValue, pointer: string): Commitment {
    const commitment = objectAt(value, pointer);
    this.known(commitment, ['index', 'checkpoint', 'proof'], pointer);
    return {
      index: countAt(commitment['index'], `${pointer}/index`),
      checkpoint: textAt(commitment['checkpoint'], `${pointer}/checkpoint`),
      proof: proofAt(commitment['proof'], `${pointer}/proof`),
    };
  }

  private attachment(value: JsonValue, pointer: string): Attachment {
    const attachment = objectAt(value, pointer);
    this.known(attachment, ['sha256', 'name', 'size', 'content'], pointer);
    const { content } = attachment;
    const sha256 = textAt(attachment['sha256'], `${pointer}/sha256`);
    if (!HEX32.test(sha256)) invalid(`${pointer}/sha256`, '应为 64 位小写十六进制');
    return {
      sha256,
      name: textAt(attachment['name'], `${pointer}/name`),
      size: countAt(attachment['size'], `${pointer}/size`),
      content: content === null ? null : bytesAt(content, `${pointer}/content`),
    };
  }
}

/** Changes of the log's key in a list. @throws Wrong BUNDLE_INVALID */
export function readRotations(value: JsonValue | undefined): readonly Rotation[] {
  return listAt(value, '/items').map((item, at) => new Reading().rotation(item, `/items/${at}`));
}

/** The event's form as far as it is needed; members that aren't of the format are part of its leaf and fail there. */
function eventAt(value: JsonValue | undefined, pointer: string): Entry['event'] {
  const event = objectAt(value, pointer);
  for (const name of ['id', 'stream', 'type', 'at', 'actor']) textAt(event[name], `${pointer}/${name}`);
  countAt(event['revision'], `${pointer}/revision`);
  countAt(event['version'], `${pointer}/version`);
  if (!isInstant(event['at'])) invalid(`${pointer}/at`, '不是时间');
  const meta = objectAt(event['meta'], `${pointer}/meta`);
  listAt(meta['basedOn'], `${pointer}/meta/basedOn`).forEach((item, at) => {
    const basis = objectAt(item, `${pointer}/meta/basedOn/${at}`);
    textAt(basis['stream'], `${pointer}/meta/basedOn/${at}/stream`);
    countAt(basis['revision'], `${pointer}/meta/basedOn/${at}/revision`);
  });
  const { salt, data, dataHash } = event;
  if ((salt === undefined) !== (data === undefined)) invalid(pointer, 'salt 与 data 应同在或同缺');
  if (data === undefined && dataHash === undefined) invalid(pointer, '缺内容，也缺 dataHash');
  if (data !== undefined) {
    objectAt(data, `${pointer}/data`);
    if (!SALT.test(textAt(salt, `${pointer}/salt`))) invalid(`${pointer}/salt`, '应为 32 位小写十六进制');
  }
  if (dataHash !== undefined && !HEX32.test(textAt(dataHash, `${pointer}/dataHash`)))
    invalid(`${pointer}/dataHash`, '应为 64 位小写十六进制');
  return event as unknown as Entry['event'];
}

function isBundle(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && (value as JsonObject)['bundle'] === 'srd-bundle/1';
}

/** Whether JSON that breaks a rule of strictness is a bundle nevertheless: then it is wrong, and not just unknown. */
function isLooseBundle(text: string): boolean {
  try {
    return isBundle(JSON.parse(text));
  } catch {
    return false;
  }
}

/** The bundle in a text, or why there is none. @throws Wrong BUNDLE_INVALID */
export function readBundle(text: string): Bundle | Shortfall {
  const unknown: Shortfall = { code: 'BUNDLE_UNKNOWN', finding: '不是 srd-bundle/1 的审计包，无法判断' };
  let value: JsonValue;
  try {
    value = parseStrictJson(text);
  } catch (error) {
    if (!(error instanceof NotStrictJson)) throw error;
    if (error.fault === 'syntax') return { code: 'NOT_JSON', finding: '不是 JSON 文件，无法判断' };
    if (!isLooseBundle(text)) return unknown;
    throw new Wrong('BUNDLE_INVALID', `文件不符合 srd-bundle/1：第 ${error.offset + 1} 个字符处 ${error.what}`);
  }
  return isBundle(value) ? new Reading().bundle(value) : unknown;
}

/** An entry by its name for people: leaf, type, stream and revision. */
export function nameOf({ index, event }: Entry): string {
  return `第 ${index} 号叶（${event.type}，${event.stream} 第 ${nth(event.revision)} 条）`;
}
