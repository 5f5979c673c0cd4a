import {
  sha256,
  toHex,
  utf8,
  type Basis,
  type Hash,
  type Instant,
  type JsonObject,
  type RecordedEvent,
} from '@srd/kernel';
import {
  encodeBase64,
  formatCheckpoint,
  formatVerifierKey,
  Frontier,
  leafBytes,
  leafHash,
  MemoryHashStore,
  newVerifierKey,
  proveConsistency,
  proveInclusion,
  signNote,
  treeRoot,
  withhold,
  type NoteSigner,
  type Sign,
} from '@srd/proof/log';
import type { Subject } from './verdict';

/** A bundle as JSON, open to every change. */
export type ForgedEntry = { index: number; event: Record<string, unknown>; proof: string[] };
export type ForgedBundle = {
  bundle: 'srd-bundle/1';
  subject: Subject;
  checkpoint: string;
  rotations: { checkpoint: string; entry: ForgedEntry }[];
  entries: ForgedEntry[];
  draws: JsonObject[];
  commitments: { index: number; checkpoint: string; proof: string[] }[];
  attachments: { sha256: string; name: string; size: number; content: string | null }[];
};

/** The same numbers for the same seed: chance of a test (mulberry32). */
export function chanceFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export const ORIGIN = 'srd.example/log';

/** A log's key from the two halves of a key pair. */
export function signerOf(publicKey: Uint8Array, sign: Sign, hash: Hash, name = ORIGIN): NoteSigner {
  return { key: newVerifierKey(name, publicKey, hash), sign };
}

export type Told = {
  readonly type: string;
  readonly data: JsonObject;
  readonly actor?: string;
  readonly at?: string;
  readonly basedOn?: readonly Basis[];
};

const two = (n: number, digits = 2): string => String(n).padStart(digits, '0');

/** A log of one's own, with its tree: what a test holds bundles and forgeries against. */
export class ForgedLog {
  readonly events: RecordedEvent[] = [];
  private readonly revisions = new Map<string, number>();
  private readonly store = new MemoryHashStore();
  private readonly frontier: Frontier;

  constructor(
    readonly signer: NoteSigner,
    readonly hash: Hash = sha256,
  ) {
    this.frontier = Frontier.empty(hash);
  }

  /** Records an event and gives its leaf index. Its meta holds a text that Unicode can write in two ways. */
  record(stream: string, { type, data, actor = 'officer-1', at, basedOn = [] }: Told): number {
    const n = this.events.length;
    const revision = (this.revisions.get(stream) ?? -1) + 1;
    const seconds = `${two(Math.floor(n / 3600) % 24)}:${two(Math.floor(n / 60) % 60)}:${two(n % 60)}`;
    return this.put({
      id: `00000000-0000-4000-8000-${two(n, 12)}`,
      stream,
      revision,
      type,
      version: 1,
      at: (at ?? `2023-09-${two(1 + (Math.floor(n / 86_400) % 28))}T${seconds}.000Z`) as Instant,
      actor,
      meta: { correlation: `c-${n}`, causation: null, basedOn, place: 'Café 潮州' },
      salt: toHex(this.hash(utf8(`salt ${n}`))).slice(0, 32),
      data,
    });
  }

  /** Takes an event in as it is. */
  put(event: RecordedEvent): number {
    this.events.push(event);
    this.revisions.set(event.stream, event.revision);
    this.store.put(this.frontier.append(leafHash(leafBytes(event, this.hash), this.hash)));
    return this.events.length - 1;
  }

  get size(): number {
    return this.events.length;
  }

  text(size = this.size, origin = this.signer.key.name): string {
    return formatCheckpoint(origin, size, treeRoot(size, this.store, this.hash));
  }

  checkpoint(size = this.size, signer = this.signer): string {
    return signNote(this.text(size, signer.key.name), [signer]);
  }

  consistency(from: number, to = this.size): string {
    return proveConsistency(from, to, this.store, this.hash).map(encodeBase64).join('\n');
  }

  /** An entry; its content is the log's own: whoever changes it takes a copy first. */
  entry(index: number, size = this.size, isWithheld = false): ForgedEntry {
    const event = this.events[index]!;
    return {
      index,
      event: { ...(isWithheld ? withhold(event, this.hash) : event) } as unknown as Record<string, unknown>,
      proof: proveInclusion(index, size, this.store, this.hash).map(encodeBase64),
    };
  }

  /** The checkpoint of so many leaves over a draw's freeze, and the freeze's path in it. */
  commitment(index: number, size = index + 1, signer = this.signer): ForgedBundle['commitments'][number] {
    return { index, checkpoint: this.checkpoint(size, signer), proof: this.entry(index, size).proof };
  }

  /** Records `BundleIssued` with the heads of these streams and some events after it, then hands the bundle out. */
  issue(subject: Subject, streams: readonly string[], more: readonly string[] = []): ForgedBundle {
    const heads = streams.map((stream) => ({ stream, revision: this.revisions.get(stream) ?? -1 }));
    const at = '2024-12-02T01:00:00.000Z';
    const issued = this.record('access-2024-12-02', {
      type: 'BundleIssued',
      at,
      data: { subject, organ: 'chaozhou', purpose: '审计', checkpoint: this.size, heads } as unknown as JsonObject,
    });
    this.record('access-2024-12-02', { type: 'ReadingOpened', at, data: {} });
    const wanted = new Set([...streams, ...more]);
    const indexes = this.events.flatMap(({ stream }, index) => (wanted.has(stream) || index === issued ? [index] : []));
    return {
      bundle: 'srd-bundle/1',
      subject,
      checkpoint: this.checkpoint(),
      rotations: [],
      entries: indexes.map((index) => this.entry(index)),
      draws: [],
      commitments: [],
      attachments: [],
    };
  }
}

export function attachmentOf(name: string, bytes: Uint8Array, hash: Hash): ForgedBundle['attachments'][number] {
  return { sha256: toHex(hash(bytes)), name, size: bytes.length, content: encodeBase64(bytes) };
}

/** A history event by event: type, data, actor, at. */
export type History = readonly (Told & { readonly at: string })[];

const ORGAN = 'organ-chaozhou';
export const TASK = 'chaozhou-2023-4';

/** Several histories as one log tells them: the earliest next fact first, of equal ones any; the order within a history stands. */
function* byTime(
  histories: readonly History[],
  below: (below: number) => number,
): Generator<readonly [number, History[number]]> {
  const waiting = new Map<string, number[]>();
  const times: string[] = [];
  const wait = (at: number, place: number): void => {
    const time = histories[at]![place]?.at ?? '';
    const queue = waiting.get(time);
    if (queue) queue.push(at);
    else {
      waiting.set(time, [at]);
      times.push(time);
      times.sort();
    }
  };
  const places = histories.map(() => 0);
  histories.forEach((_, at) => wait(at, 0));
  while (times.length > 0) {
    const queue = waiting.get(times[0]!)!;
    const [at] = queue.splice(below(queue.length), 1) as [number];
    if (queue.length === 0) waiting.delete(times.shift()!);
    const told = histories[at]![places[at]!++]!;
    yield [at, told];
    if (places[at]! < histories[at]!.length) wait(at, places[at]!);
  }
}

export type World = { readonly log: ForgedLog; readonly bundle: ForgedBundle; readonly events: number };

/**
 * A task's bundle with so many events of cases, between events of other streams; with a draw (its events in `draw`) where one is given, two
 * attachments and a basis outside. Each fact keeps the time that its history gives it, for days are counted from it, and the log tells them
 * in the order of these times; those of one time by chance.
 */
export function forgedWorld(
  signer: NoteSigner,
  events: number,
  histories: readonly History[],
  seed: number,
  options: { readonly draw?: { readonly told: History; readonly transcript: JsonObject }; readonly hash?: Hash } = {},
): World {
  const { draw, hash = sha256 } = options;
  const below = chanceFrom(seed);
  const log = new ForgedLog(signer, hash);
  const files = ['照片', '笔录'].map((name) => attachmentOf(`${name}.jpg`, utf8(`${name} ${seed}`), hash));
  log.record(ORGAN, {
    type: 'OrganRulesSet',
    at: '2023-01-05T01:00:00.000Z',
    data: { files: files.map(({ sha256: hex }) => hex), name: 'Café' },
  });
  const rest: History[] = [];
  const streams: string[] = [];
  let left = events;
  for (let n = 1; left > 0; n++) {
    const told = histories[below(histories.length)]!.slice(0, left);
    left -= told.length;
    rest.push(told);
    streams.push(`case-${TASK}-${n}`);
  }
  if (draw) {
    rest.push(draw.told);
    streams.push(`selection-${TASK}`);
  }
  for (const [at, told] of byTime(rest, below)) {
    log.record(streams[at]!, { ...told, basedOn: [{ stream: ORGAN, revision: 0 }] });
    if (below(3) === 0)
      log.record(`account-${below(3)}`, { type: 'RoleGranted', data: { role: 'inspector' }, at: told.at });
  }
  const bundle = log.issue({ kind: 'task', id: TASK }, streams, [ORGAN]);
  bundle.attachments = files;
  if (draw) {
    bundle.draws = [draw.transcript];
    bundle.commitments = [log.commitment(log.events.findIndex(({ type }) => type === 'DrawFrozen'))];
  }
  return { log, bundle, events };
}

/** The log told again with one event changed: every hash right, nobody's signature. */
export function retold(
  log: ForgedLog,
  index: number,
  change: (event: RecordedEvent) => RecordedEvent,
  signer = log.signer,
): ForgedLog {
  const other = new ForgedLog(signer, log.hash);
  log.events.forEach((event, at) => other.put(at === index ? change(event) : event));
  return other;
}

export const keyOf = (signer: NoteSigner): string => formatVerifierKey(signer.key);
