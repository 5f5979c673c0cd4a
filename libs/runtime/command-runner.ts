import { createHash } from 'node:crypto';
import {
  canonicalize,
  CorruptHistory,
  dayOf,
  Refusal,
  type Basis,
  type Context,
  type Decider,
  type DomainCommand,
  type DomainEvent,
  type Fact,
  type Instant,
  type JsonObject,
  type RecordedEvent,
} from '@srd/kernel';
import { derivedId, uuidOf, type Chance } from './chance';
import type { ProcedureClock } from './clock';
import {
  EventIdTaken,
  RevisionConflict,
  type Appended,
  type EventLog,
  type NewEvent,
  type Position,
} from './event-log';
import { currentVersion, upcast, type Upcasts } from './upcasts';

/** Who gives a command, and what ties it to what came before. */
export interface Asked {
  /** Account id, or `system:…` for reactions and the daily job. */
  readonly actor: string;
  readonly correlation: string;
  readonly causation?: string | null;
  /** The revision the asker saw (`If-Match`); without it a race starts again from the top. */
  readonly expected?: number;
  /** Idempotency key: the same key and body give the first answer, another body is refused. */
  readonly key?: string;
  /** What the asker sent, for telling a repetition from another command under the same key. */
  readonly body?: unknown;
  /** More for `meta`: the role under which the actor asked. */
  readonly meta?: Readonly<Record<string, string>>;
}

/** A command with all facts of other streams that its rule needs, and where they were read. */
export interface Prepared<C> {
  readonly command: C;
  readonly basedOn?: readonly Basis[];
}

export interface Outcome<S> {
  readonly stream: string;
  readonly state: S;
  /** -1 when the stream doesn't exist. */
  readonly revision: number;
  /** A reader that has seen this position sees the outcome. */
  readonly position: Position | undefined;
  readonly recorded: readonly RecordedEvent[];
  /** The command had been carried out before under the same key. */
  readonly repeated: boolean;
}

export interface Folded<S> {
  readonly state: S;
  readonly revision: number;
}

/** The asker saw an older revision; `since` is what was recorded after it. */
export class Stale extends Error {
  constructor(
    readonly stream: string,
    readonly expected: number,
    readonly actual: number,
    readonly since: readonly RecordedEvent[],
  ) {
    super(`${stream}: seen at ${expected}, now at ${actual}`);
    this.name = 'Stale';
  }
}

/** The key was used for another command before. */
export class KeyReused extends Error {
  constructor(readonly key: string) {
    super(`idempotency key used for another command`);
    this.name = 'KeyReused';
  }
}

/**
 * What became of one attempt to record something. `recorded`: it stands. `race`: another writer came first, and the command starts again from the
 * top. `stale`: the asker had seen an older revision, nothing was tried. `failed`: the log refused or gave no answer.
 */
export type AppendOutcome = 'recorded' | 'race' | 'stale' | 'failed';

interface Known {
  readonly state: unknown;
  readonly revision: number;
  /** First event of each keyed command → hash of what was asked. */
  readonly keyed: ReadonlyMap<string, string>;
}

const ATTEMPTS = 100;
const REMEMBERED = 5_000;

/** Runs commands: read, fold, decide, append at the revision read. Ids, `at`, versions and meta are added here and only here. */
export class CommandRunner {
  private readonly known = new Map<string, Known>();
  private lastAt: Instant | undefined;
  private watcher: (outcome: AppendOutcome, seconds: number) => void = () => {};

  constructor(
    private readonly log: EventLog,
    private readonly clock: ProcedureClock,
    private readonly chance: Chance,
    private readonly upcasts: Upcasts = {},
  ) {}

  /** Tells of each attempt to record and how long the log took for it (0 for `stale`). */
  watch(watcher: (outcome: AppendOutcome, seconds: number) => void): void {
    this.watcher = watcher;
  }

  /** The stream folded as it stands. @throws CorruptHistory when the procedure doesn't allow what is recorded */
  async load<S, C extends DomainCommand, E extends DomainEvent>(
    decider: Decider<S, C, E>,
    stream: string,
  ): Promise<Folded<S>> {
    const known = await this.catchUp(decider, stream);
    return { state: known.state as S, revision: known.revision };
  }

  /**
   * Carries a command out on one stream. `prepare` runs again when another writer came first, so that its facts are fresh.
   * @throws Refusal, Stale, KeyReused, and what the log throws
   */
  async run<S, C extends DomainCommand, E extends DomainEvent>(
    decider: Decider<S, C, E>,
    stream: string,
    prepare: (state: S, context: Context) => Prepared<C> | Promise<Prepared<C>>,
    asked: Asked,
  ): Promise<Outcome<S>> {
    this.lastAt ??= (await this.log.last())?.at;
    for (let attempt = 1; ; attempt++) {
      const { state, revision, keyed } = await this.catchUp(decider, stream);
      const repeated = this.repetition(stream, keyed, asked);
      if (repeated) {
        return { stream, state: state as S, revision, position: await this.log.head(), recorded: [], repeated };
      }
      if (asked.expected !== undefined && asked.expected !== revision) {
        this.watcher('stale', 0);
        throw new Stale(stream, asked.expected, revision, await this.log.read(stream, { from: asked.expected + 1 }));
      }
      const { command, basedOn = [] } = await prepare(state as S, this.context(asked.actor));
      // From here to the append nothing waits: `at` can't fall behind what another command records meanwhile.
      const context = this.context(asked.actor);
      const events = decider.decide(command, state as S, context);
      if (events.length === 0) {
        return { stream, state: state as S, revision, position: await this.log.head(), recorded: [], repeated: false };
      }
      const fresh = events.map((event, index) =>
        this.form(event, index, stream, command.type, basedOn, asked, context),
      );
      this.lastAt = context.at;
      try {
        const appended = await this.append(stream, revision, fresh);
        const recorded = fresh.map((event, index) => ({ ...event, stream, revision: revision + 1 + index }));
        const next = this.fold(decider, stream, { state, revision, keyed }, recorded);
        return {
          stream,
          state: next.state as S,
          revision: next.revision,
          position: appended.position,
          recorded,
          repeated: false,
        };
      } catch (error) {
        // The same keyed command, sent twice at once, meets its own first event: the next round answers as to a repetition.
        const raced = error instanceof RevisionConflict || (error instanceof EventIdTaken && asked.key !== undefined);
        if (!raced || attempt >= ATTEMPTS) throw error;
      }
    }
  }

  private async append(stream: string, revision: number, fresh: readonly NewEvent[]): Promise<Appended> {
    const began = performance.now();
    const tell = (outcome: AppendOutcome): void => this.watcher(outcome, (performance.now() - began) / 1000);
    try {
      const appended = await this.log.append(stream, revision < 0 ? 'none' : revision, fresh);
      tell('recorded');
      return appended;
    } catch (error) {
      tell(error instanceof RevisionConflict || error instanceof EventIdTaken ? 'race' : 'failed');
      throw error;
    }
  }

  private context(actor: string): Context {
    const now = this.clock.now();
    const at = this.lastAt !== undefined && this.lastAt > now ? this.lastAt : now;
    return { actor, at, today: dayOf(at) };
  }

  private repetition(stream: string, keyed: ReadonlyMap<string, string>, asked: Asked): boolean {
    if (asked.key === undefined) return false;
    const hash = keyed.get(this.idOf(asked, stream, 0));
    if (hash === undefined) return false;
    if (hash !== hashOf(asked.body)) throw new KeyReused(asked.key);
    return true;
  }

  private idOf(asked: Asked, stream: string, index: number): string {
    return asked.key === undefined
      ? uuidOf(this.chance.bytes(16))
      : derivedId('event', asked.key, asked.actor, stream, String(index));
  }

  private form(
    event: DomainEvent,
    index: number,
    stream: string,
    command: string,
    basedOn: readonly Basis[],
    asked: Asked,
    context: Context,
  ): NewEvent {
    return {
      id: this.idOf(asked, stream, index),
      type: event.type,
      version: currentVersion(this.upcasts, event.type),
      at: context.at,
      actor: context.actor,
      meta: {
        correlation: asked.correlation,
        causation: asked.causation ?? null,
        basedOn,
        command,
        ...asked.meta,
        ...(asked.key === undefined ? {} : { asked: hashOf(asked.body) }),
      },
      salt: Buffer.from(this.chance.bytes(16)).toString('hex'),
      data: event.data,
    };
  }

  private async catchUp<S, C extends DomainCommand, E extends DomainEvent>(
    decider: Decider<S, C, E>,
    stream: string,
  ): Promise<Known> {
    const known = this.known.get(stream) ?? { state: decider.initial, revision: -1, keyed: new Map<string, string>() };
    const events = await this.log.read(stream, { from: known.revision + 1 });
    return this.fold(decider, stream, known, events);
  }

  private fold<S, C extends DomainCommand, E extends DomainEvent>(
    decider: Decider<S, C, E>,
    stream: string,
    from: Known,
    events: readonly RecordedEvent[],
  ): Known {
    if (events.length === 0) return from;
    const keyed = new Map(from.keyed);
    let { state, revision } = from;
    for (const event of events) {
      state = foldOne(decider, state as S, upcast(this.upcasts, event));
      revision = event.revision;
      // Another node's clock may be ahead: what follows in its stream isn't recorded before it.
      if (this.lastAt !== undefined && event.at > this.lastAt) this.lastAt = event.at;
      if (typeof event.meta.asked === 'string') keyed.set(event.id, event.meta.asked);
    }
    const known = { state, revision, keyed };
    this.known.delete(stream);
    this.known.set(stream, known);
    if (this.known.size > REMEMBERED) this.known.delete(this.known.keys().next().value as string);
    return known;
  }
}

/** One recorded event folded on. @throws CorruptHistory when the procedure doesn't allow it */
export function foldOne<S, C extends DomainCommand, E extends DomainEvent>(
  decider: Decider<S, C, E>,
  state: S,
  event: RecordedEvent,
): S {
  try {
    const { type, data, actor, at } = event;
    return decider.evolve(state, { type, data, actor, at } as unknown as Fact<E>);
  } catch (error) {
    if (error instanceof Refusal) throw new CorruptHistory(event.stream, event.revision, error.message);
    throw error;
  }
}

function hashOf(body: unknown): string {
  const plain = (body === undefined ? null : JSON.parse(JSON.stringify(body))) as JsonObject | null;
  return createHash('sha256').update(canonicalize(plain)).digest('hex');
}
