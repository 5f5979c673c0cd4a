/**
 * What the double of the server keeps, and by which rules: streams with revisions, one log over all, the server's answers to an append.
 * Each rule names the place in the server's source (EventStore, tag oss-v23.10.6) or its documentation that says so.
 */
export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly metadata: Uint8Array;
  readonly data: Uint8Array;
}

export interface Stored extends Proposed {
  readonly stream: string;
  readonly revision: number;
  /** Commit and prepare position: the same for an append in one write, and growing by what the record takes up. */
  readonly position: number;
  readonly created: Date;
}

export type ExpectedRevision = number | 'any' | 'no_stream' | 'stream_exists';

/** Rights on a stream (docs: security.md, "Access control lists"). */
export type Right = '$r' | '$w' | '$d';

export type Answer =
  | { readonly is: 'success'; readonly revision: number; readonly position: number }
  | { readonly is: 'wrong'; readonly current: number | 'no_stream' }
  | { readonly is: 'deleted' }
  | { readonly is: 'too big' };

/** MaxAppendSize where it isn't set (ClusterVNodeOptions.cs); operations.md asks for more. */
const MAX_APPEND_SIZE = 1024 * 1024;

export class Records {
  readonly all: Stored[] = [];
  readonly #streams = new Map<string, Stored[]>();
  readonly #tombstones = new Set<string>();
  /** Ids that a process remembers by stream (IndexWriter._committedEvents, in memory): all that "any" goes by. */
  readonly #remembered = new Set<string>();
  #next = 0;
  #listeners = new Set<() => void>();
  maxAppendSize = MAX_APPEND_SIZE;

  /** Called after each append. */
  onAppended(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Another process begins, with what the disk has; the server fills its memory of ids in part only, this double not at all. */
  begin(): void {
    this.#remembered.clear();
  }

  /** Of an event with data, that alone counts (Event.SizeOnDisk, where `??` comes after `+`). */
  isTooBig(events: readonly Proposed[]): boolean {
    return events.reduce((sum, { data }) => sum + data.length, 0) > this.maxAppendSize;
  }

  /** IndexWriter.CheckCommit: what may be written, what stands already (`Idempotent`), what lost. */
  append(stream: string, expected: ExpectedRevision, events: readonly Proposed[]): Answer {
    if (this.#tombstones.has(stream)) return { is: 'deleted' };
    if (this.isTooBig(events)) return { is: 'too big' };
    const own = this.#streams.get(stream) ?? [];
    const current = own.length - 1;
    if (expected === 'stream_exists' && this.#isSoftDeleted(stream)) return { is: 'deleted' };
    if (expected === 'any' || expected === 'stream_exists') {
      if (expected === 'stream_exists' && current < 0) return { is: 'wrong', current: 'no_stream' };
      const standing = events.map(({ id }) =>
        this.#remembered.has(`${stream} ${id}`) ? own.find((event) => event.id === id) : undefined,
      );
      if (standing[0] && standing.every(Boolean)) return success(standing.at(-1) as Stored);
      if (standing[0]) return { is: 'wrong', current };
      return this.#write(stream, events);
    }
    const after = expected === 'no_stream' ? -1 : expected;
    if (after > current) return { is: 'wrong', current: current < 0 ? 'no_stream' : current };
    if (after === current) return this.#write(stream, events);
    const standing = events.map(({ id }, index) => {
      const at = own[after + 1 + index];
      return at?.id === id ? at : undefined;
    });
    if (standing.every(Boolean)) return success(standing.at(-1) as Stored);
    // "No stream" is granted to a soft-deleted stream, which goes on at its old revisions.
    if (!standing[0] && expected === 'no_stream' && this.#isSoftDeleted(stream)) return this.#write(stream, events);
    return { is: 'wrong', current };
  }

  /**
   * A soft delete is a truncation before the highest number there is, kept in the stream's metadata; the next append goes on after the old numbers (docs: streams.md,
   * "Soft delete and TruncateBefore"; EventNumber.DeletedStream, here the highest number that JSON holds exactly).
   */
  softDelete(stream: string): void {
    this.setMetadata(stream, { $tb: Number.MAX_SAFE_INTEGER });
  }

  /**
   * Nothing can be written to the stream ever after, nor read from it (docs: streams.md, "Hard delete"); the tombstone is a record of its own under the highest number
   * (StorageWriterService, LogRecord.DeleteTombstone), which readers of everything are given.
   */
  tombstone(stream: string): void {
    this.#tombstones.add(stream);
    const nothing = { contentType: 'application/octet-stream', metadata: Buffer.alloc(0), data: Buffer.alloc(0) };
    const record = { ...nothing, id: crypto.randomUUID(), type: '$streamDeleted' };
    const created = new Date();
    this.all.push({ ...record, stream, revision: Number.MAX_SAFE_INTEGER, position: this.#next, created });
    this.#next += sizeOf([record]) + 137;
    for (const listener of this.#listeners) listener();
  }

  /** A metastream goes with its stream (IndexReader, "original stream of a metastream"). */
  isTombstoned(stream: string): boolean {
    return this.#tombstones.has(stream.startsWith('$$') ? stream.slice(2) : stream);
  }

  /**
   * Takes what streams may forget out of the log, so that positions have gaps; of a deleted stream the tombstone stays (docs: scavenge.md; here of $maxCount and $tb alone, in all
   * of the log, and between `stop` and `start`, for what reads meanwhile doesn't notice).
   */
  scavenge(): void {
    const stays = ({ stream, revision, type }: Stored): boolean =>
      type === '$streamDeleted' || (!this.isTombstoned(stream) && revision >= this.#firstSeen(stream));
    this.all.splice(0, this.all.length, ...this.all.filter(stays));
  }

  /** Metadata is the last event of the stream `$$name` (docs: streams.md, "Stream metadata"). */
  setMetadata(stream: string, metadata: object): void {
    const text = Buffer.from(JSON.stringify(metadata));
    this.#write(`$$${stream}`, [
      {
        id: crypto.randomUUID(),
        type: '$metadata',
        contentType: 'application/json',
        metadata: Buffer.alloc(0),
        data: text,
      },
    ]);
  }

  metadata(stream: string): Record<string, unknown> {
    return this.#lastData(`$$${stream}`);
  }

  /** An account is a stream of the server's (UserManagementService.cs). */
  addUser(loginName: string, groups: readonly string[]): void {
    const data = Buffer.from(JSON.stringify({ loginName, fullName: loginName, groups, disabled: false }));
    const id = crypto.randomUUID();
    const created = { id, type: '$UserCreated', contentType: 'application/json', metadata: Buffer.alloc(0), data };
    this.#write(`$user-${loginName}`, [created]);
  }

  groupsOf(user: string): readonly string[] {
    return (this.#lastData(`$user-${user}`)['groups'] ?? []) as readonly string[];
  }

  #lastData(stream: string): Record<string, unknown> {
    const last = this.#streams.get(stream)?.at(-1);
    return last ? (JSON.parse(Buffer.from(last.data).toString()) as Record<string, unknown>) : {};
  }

  /** Events of a stream that can be seen, by $tb and $maxCount; undefined where there are none (ReadStreamResult.NoStream; docs: streams.md). */
  stream(name: string): readonly Stored[] | undefined {
    const from = this.#firstSeen(name);
    const seen = this.#streams.get(name)?.filter(({ revision }) => revision >= from);
    return seen?.length ? seen : undefined;
  }

  /** How many events were ever written to a stream. */
  lengthOf(name: string): number {
    return this.#streams.get(name)?.length ?? 0;
  }

  #firstSeen(name: string): number {
    const { $tb, $maxCount } = this.metadata(name);
    return Math.max(Number($tb ?? 0), $maxCount === undefined ? 0 : this.lengthOf(name) - Number($maxCount));
  }

  /**
   * Who may: nobody who doesn't say who he is (AllowAnonymousStreamAccess is false unless it is set: ClusterVNodeOptions.cs), administrators everything; else the stream's own list decides, else the one of $settings for its kind, else everybody for users' streams and administrators for the system's. A stream's
   * metadata is read and written by $mr and $mw of the stream itself (LegacyStreamPermissionAssertion.CheckStreamAccess, SystemSettings.Default).
   */
  allows(user: string | undefined, right: Right, stream: string): boolean {
    if (user === undefined) return false;
    if (this.groupsOf(user).includes('$admins')) return true;
    const meta = stream.startsWith('$$');
    const of = meta ? stream.slice(2) : stream;
    if (meta && right === '$d') return false;
    const key = meta ? (right === '$r' ? '$mr' : '$mw') : right;
    const system = of.startsWith('$');
    type Lists = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>> | undefined>>;
    const own = (this.metadata(of) as Lists)['$acl'];
    const settings = this.#lastData('$settings') as Lists;
    const general = settings[system ? '$systemStreamAcl' : '$userStreamAcl'];
    const holders = [own?.[key] ?? general?.[key] ?? (system ? '$admins' : '$all')].flat();
    return ['$all', user, ...this.groupsOf(user)].some((one) => holders.includes(one));
  }

  #isSoftDeleted(stream: string): boolean {
    return this.metadata(stream)['$tb'] === Number.MAX_SAFE_INTEGER;
  }

  #write(stream: string, events: readonly Proposed[]): Answer {
    const own = this.#streams.get(stream) ?? [];
    this.#streams.set(stream, own);
    if (own.length > 0 && this.#isSoftDeleted(stream)) this.setMetadata(stream, { $tb: own.length });
    for (const event of events) {
      const stored = { ...event, stream, revision: own.length, position: this.#next, created: new Date() };
      this.#next += sizeOf([event]) + 137;
      own.push(stored);
      this.#remembered.add(`${stream} ${event.id}`);
      this.all.push(stored);
    }
    for (const listener of this.#listeners) listener();
    return success(own.at(-1) as Stored);
  }
}

function success({ revision, position }: Stored): Answer {
  return { is: 'success', revision, position };
}

/** What a record takes up in the log, about. */
function sizeOf(events: readonly Proposed[]): number {
  return events.reduce((sum, { data, metadata, type }) => sum + data.length + metadata.length + type.length * 2, 0);
}
