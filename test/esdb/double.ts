import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  Server,
  ServerCredentials,
  type Metadata,
  type sendUnaryData,
  type ServerDuplexStream,
  type ServerReadableStream,
  type ServerUnaryCall,
  type ServerWritableStream,
} from '@grpc/grpc-js';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb';
import * as gossip from '@eventstore/db-client/generated/gossip_pb';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import type * as features from '@eventstore/db-client/generated/serverfeatures_pb';
import * as shared from '@eventstore/db-client/generated/shared_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import * as streams from '@eventstore/db-client/generated/streams_pb';
import { Door } from './door';
import { portOf, serveInfo } from './info';
import {
  appendAnswer,
  appendError,
  batchAnswer,
  eventAnswer,
  expectedOf,
  filterOf,
  nameOf,
  proposed,
  refusalError,
  supported,
  tooSlow,
  type Refusal,
} from './messages';
import { Records, type Answer, type ExpectedRevision, type Proposed, type Right, type Stored } from './records';
import { serveUsers } from './users';

/** What can go wrong between the client and the server, set by a test while the server runs. */
export interface Faults {
  /** Milliseconds before an answer to an append. */
  delay: number;
  /** How many of the next appends are written and then answered by a broken connection. */
  loseAnswers: number;
  /** How many of the next appends break off before anything is written. */
  loseRequests: number;
  /** How many of the next appends aren't replicated in time: written, and answered by a timeout (OperationResult.CommitTimeout). */
  lateCommits: number;
  /** How many of the next appends lose to one that isn't replicated yet and then goes with an election (IndexWriter.PreCommit counts it before). */
  doomed: number;
  /** No leader is elected yet (RpcExceptions.ServerNotReady). */
  notReady: boolean;
  /** Appends go nowhere and are never answered. */
  silent: boolean;
  /** Subscriptions hand over nothing more and don't end. */
  deaf: boolean;
  /** As a follower, it hasn't yet been sent what stands at this position of the leader's log and after it. */
  lag: number | undefined;
  accessDenied: boolean;
  /** How many of the next questions about accounts are never answered. */
  mute: number;
}

/** What makes a node ask who is calling. */
export interface Security {
  /** In PEM. */
  readonly key: string;
  readonly certificate: string;
  /** Passwords by name. */
  readonly users: Record<string, string>;
  readonly groups?: Readonly<Record<string, readonly string[]>>;
}

/** What a node knows of the cluster that it is a member of. */
export interface Membership {
  /** Who leads, as far as is known here; undefined while none is elected. */
  leader(): EventStoreDouble | undefined;
  /** Every member, with whether it is thought to be alive. */
  members(): readonly (readonly [node: EventStoreDouble, alive: boolean])[];
}

/** After so many milliseconds without an answer a write that was passed on to the leader has timed out (a server waits for seconds). */
const FORWARDING = 50;
/** ReadBatchSize of the enumerators: a filtered subscription's window where it names none. */
const WINDOW = 32;
/** No record is larger (TFConsts.MaxLogRecordSize), and no message with one. */
const MAX_RECORD = 16 * 1024 * 1024;
/** So many calls at once on one connection, where Kestrel isn't told otherwise (Http2Limits.MaxStreamsPerConnection). */
const STREAMS = 100;
/** MaxLiveEventBufferCount of the enumerators: of more that come at once a live subscription is dropped (https://github.com/kurrent-io/KurrentDB/issues/4007). */
const LIVE = 32;

/**
 * A server that speaks EventStoreDB's protocol over a socket, on the client's own generated services. It keeps what it wrote over `stop` and
 * `start`, as a disk would. Only what the adapter and its tests ask for is there; the rest is "unimplemented".
 */
export class EventStoreDouble {
  readonly faults: Faults = {
    delay: 0,
    loseAnswers: 0,
    loseRequests: 0,
    lateCommits: 0,
    doomed: 0,
    notReady: false,
    silent: false,
    deaf: false,
    lag: undefined,
    accessDenied: false,
    mute: 0,
  };
  /** How often somebody asked where its log ends. */
  askedForEnd = 0;
  /** Undefined for one that runs alone, and leads. */
  membership: Membership | undefined;
  /** Options that it was started with, by their names. */
  readonly settings: Record<string, string> = {
    UnsafeDisableFlushToDisk: 'False',
    UnsafeIgnoreHardDelete: 'False',
    MemDb: 'False',
    DefaultAdminPassword: '********',
  };
  #server: Server | undefined;
  #info: HttpServer | undefined;
  readonly #door = new Door();

  /** Nodes of one cluster share their records. Without `security` it runs as with `--insecure`: no TLS, and everybody may do everything (docs: security.md). */
  constructor(
    readonly records = new Records(),
    private readonly security?: Security,
  ) {
    for (const [name, groups] of Object.entries(security?.groups ?? {})) records.addUser(name, groups);
  }

  get url(): string {
    return `esdb://${this.host}:${this.port}${this.security ? '' : '?tls=false'}`;
  }

  readonly host = '127.0.0.1';

  get port(): number {
    return this.#door.port;
  }

  get running(): boolean {
    return this.#door.open;
  }

  /** Starts on the port that it had before, on any free one at first. */
  async start(): Promise<void> {
    this.records.begin();
    const server = new Server({
      'grpc.max_concurrent_streams': STREAMS,
      'grpc.max_receive_message_length': MAX_RECORD,
      'grpc.max_send_message_length': MAX_RECORD,
    });
    server.addService(StreamsService as never, {
      read: (call: Reading) => void this.#read(call),
      append: (call: Appending, done: sendUnaryData<streams.AppendResp>) => void this.#append(call, done),
      batchAppend: (call: BatchAppending) => this.#batch(call),
      delete: (
        call: ServerUnaryCall<streams.DeleteReq, streams.DeleteResp>,
        done: sendUnaryData<streams.DeleteResp>,
      ) => {
        const stream = nameOf(call.request.getOptions()?.getStreamIdentifier());
        const refusal = this.#refusal(call.metadata, '$d', stream);
        if (refusal) return done(refusalError(refusal));
        this.records.softDelete(stream);
        done(null, new streams.DeleteResp());
      },
      tombstone: (
        call: ServerUnaryCall<streams.TombstoneReq, streams.TombstoneResp>,
        done: sendUnaryData<streams.TombstoneResp>,
      ) => {
        const stream = nameOf(call.request.getOptions()?.getStreamIdentifier());
        const refusal = this.#refusal(call.metadata, '$d', stream);
        if (refusal) return done(refusalError(refusal));
        this.records.tombstone(stream);
        done(null, new streams.TombstoneResp());
      },
    });
    server.addService(ServerFeaturesService as never, {
      getSupportedMethods: (_: unknown, done: sendUnaryData<features.SupportedMethods>) => done(null, supported()),
    });
    server.addService(GossipService as never, {
      read: (_: unknown, done: sendUnaryData<gossip.ClusterInfo>) => done(null, this.#members()),
    });
    if (this.security) {
      const { users } = this.security;
      const isAdministrator = (call: Metadata): boolean => this.#refusal(call, '$w', '$users') === undefined;
      serveUsers(server, users, this.records, isAdministrator, () => this.faults.mute > 0 && this.faults.mute-- > 0);
    }
    const behind = await new Promise<number>((resolve, reject) => {
      server.bindAsync('127.0.0.1:0', this.#credentials(), (error, port) => (error ? reject(error) : resolve(port)));
    });
    this.#server = server;
    this.#info = await serveInfo(this.settings, (who) => this.#tells(who), this.security);
    await this.#door.before(behind, '127.0.0.1', portOf(this.#info));
  }

  #tells(authorization: string | undefined): boolean {
    if (!this.security) return true;
    const user = userOf(authorization, this.security.users);
    if (user === undefined || user === 'unauthenticated') return false;
    return this.records.groupsOf(user.name).some((group) => group === '$admins' || group === '$ops');
  }

  #credentials(): ServerCredentials {
    if (!this.security) return ServerCredentials.createInsecure();
    const { key, certificate } = this.security;
    return ServerCredentials.createSsl(null, [{ private_key: Buffer.from(key), cert_chain: Buffer.from(certificate) }]);
  }

  /** Dies as a process that is killed does: every connection breaks at once, and nobody says goodbye. */
  async stop(): Promise<void> {
    const closed = this.#door.close();
    this.#server?.forceShutdown();
    this.#info?.close();
    await closed;
  }

  /** Breaks every connection, in the middle of whatever it carries; the server lives. */
  cutConnections(): void {
    this.#door.cut();
  }

  async #append(call: Appending, done: sendUnaryData<streams.AppendResp>): Promise<void> {
    let options: streams.AppendReq.Options | undefined;
    const events: Proposed[] = [];
    // Who may not is refused before his events are read, and what is too big as soon as it is (Streams.Append.cs).
    const early = (): Answer | Refusal | undefined => {
      if (this.records.isTooBig(events)) return { is: 'too big' };
      const refusal = this.#refusal(call.metadata, '$w', nameOf(options?.getStreamIdentifier()));
      return refusal === 'denied' || refusal === 'unauthenticated' ? refusal : undefined;
    };
    let refused = false;
    call.on('data', (request: streams.AppendReq) => {
      if (refused) return;
      options ??= request.getOptions();
      const message = request.getProposedMessage();
      if (message) events.push(proposed(message));
      const answer = early();
      if (!answer) return;
      refused = true;
      done(appendError(answer, nameOf(options?.getStreamIdentifier()), this.records.maxAppendSize)!);
    });
    const whole = await new Promise<boolean>((resolve) => {
      // A socket that breaks ends the stream first and says that it was cancelled a moment later.
      call.on('end', () => setTimeout(() => resolve(!call.cancelled), 2));
      call.on('error', () => resolve(false));
      call.on('cancelled', () => resolve(false));
    });
    if (refused || !whole || !options) return; // what arrived only in part is no append (Streams.Append.cs reads to the end first)
    const stream = nameOf(options.getStreamIdentifier());
    const answer = await this.#write(call.metadata, stream, expectedOf(options), events);
    const error = appendError(answer, stream, this.records.maxAppendSize);
    if (error) return done(error);
    done(null, appendAnswer(answer as Extract<Answer, { is: 'success' | 'wrong' }>, options));
  }

  /** The batch that all appends of a client share: one refusal that can't be told in a word breaks it for all (Streams.BatchAppend.cs). */
  #batch(call: BatchAppending): void {
    const waiting = new Map<string, { options: streams.BatchAppendReq.Options; events: Proposed[] }>();
    const whole = async (request: streams.BatchAppendReq, id: string): Promise<void> => {
      const { options, events } = waiting.get(id)!;
      waiting.delete(id);
      const stream = nameOf(options.getStreamIdentifier());
      const expected: ExpectedRevision = options.hasStreamPosition()
        ? Number(options.getStreamPosition())
        : options.hasNoStream()
          ? 'no_stream'
          : options.hasStreamExists()
            ? 'stream_exists'
            : 'any';
      const answer = await this.#write(call.metadata, stream, expected, events);
      if (answer === 'lost' || answer === 'unauthenticated' || (typeof answer === 'object' && 'host' in answer))
        return void call.emit('error', refusalError(answer));
      call.write(batchAnswer(request, stream, answer, this.records.maxAppendSize));
    };
    call.on('data', (request: streams.BatchAppendReq) => {
      const id = request.getCorrelationId()?.getString() ?? '';
      const options = request.getOptions();
      if (options) waiting.set(id, { options, events: [] });
      const pending = waiting.get(id);
      pending?.events.push(...request.getProposedMessagesList().map(proposed));
      if (pending && request.getIsFinal()) void whole(request, id);
    });
    call.on('error', () => undefined);
    call.on('end', () => call.end());
  }

  /** What becomes of an append, and what the caller hears of it. */
  async #write(
    metadata: Metadata,
    stream: string,
    expected: ExpectedRevision,
    events: readonly Proposed[],
  ): Promise<Answer | Refusal> {
    const { faults } = this;
    const refusal = this.#refusal(metadata, '$w', stream);
    if (refusal === 'timeout') await sleep(FORWARDING);
    if (refusal) return refusal;
    if (faults.silent) return new Promise(() => undefined);
    if (faults.loseRequests > 0) {
      faults.loseRequests--;
      return 'lost';
    }
    if (faults.doomed > 0) {
      faults.doomed--;
      return { is: 'wrong', current: this.records.lengthOf(stream) };
    }
    const answer = this.records.append(stream, expected, events);
    if (faults.loseAnswers > 0) {
      faults.loseAnswers--;
      return 'lost';
    }
    if (faults.lateCommits > 0) {
      faults.lateCommits--;
      return 'timeout';
    }
    if (faults.delay > 0) await sleep(faults.delay);
    return answer;
  }

  async #read(call: Reading): Promise<void> {
    const options = call.request.getOptions() as streams.ReadReq.Options;
    const identifier = options.getStream()?.getStreamIdentifier();
    const name = identifier && nameOf(identifier);
    if (name === undefined && !options.hasSubscription()) this.askedForEnd++;
    const refusal = this.#refusal(call.metadata, '$r', name ?? '$all');
    if (refusal) return void call.emit('error', refusalError(refusal));
    if (options.hasSubscription()) return this.#subscribe(call, options, name);
    if (name !== undefined && this.records.isTombstoned(name)) {
      const deleted = appendError({ is: 'deleted' }, name, this.records.maxAppendSize);
      return void call.emit('error', deleted);
    }
    const found = name === undefined ? this.records.all : this.records.stream(name);
    if (!found) {
      const missing = new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifier);
      call.write(new streams.ReadResp().setStreamNotFound(missing));
    } else {
      for (const event of this.#page(found, options)) await write(call, eventAnswer(event));
    }
    call.end();
  }

  /** A reading begins AT the position it is given (Enumerator.ReadAllForwards), a subscription AFTER it (ToSubscriptionPosition). */
  #page(found: readonly Stored[], options: streams.ReadReq.Options): readonly Stored[] {
    const backwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
    const [all, one] = [options.getAll(), options.getStream()];
    const given = all?.getPosition()?.getCommitPosition() ?? (one?.hasRevision() ? one.getRevision() : undefined);
    if (given === undefined && (all?.hasEnd() ?? one?.hasEnd() ?? false) !== backwards) return [];
    const count = Number(options.getCount());
    const wanted = filterOf(options);
    const page: Stored[] = [];
    for (let n = 0; n < found.length && page.length < count; n++) {
      const event = found[backwards ? found.length - 1 - n : n]!;
      const at = all ? event.position : event.revision;
      const before = given !== undefined && (backwards ? at > Number(given) : at < Number(given));
      if (!before && this.#has(event) && wanted(event)) page.push(event);
    }
    return page;
  }

  /** To everything, or to one stream; what a filter keeps back shows as checkpoints (Enumerators.AllSubscription, AllSubscriptionFiltered). */
  async #subscribe(call: Reading, options: streams.ReadReq.Options, name: string | undefined): Promise<void> {
    const gone = (): boolean => call.cancelled;
    const { all } = this.records;
    const wanted = name === undefined ? filterOf(options) : ({ stream }: Stored): boolean => stream === name;
    const filter = options.getFilter();
    const interval = (filter?.getCheckpointintervalmultiplier() ?? 0) * (filter?.getMax() || WINDOW);
    let considered = 0;
    let next = this.#firstOf(options, name);
    call.write(
      new streams.ReadResp().setConfirmation(
        new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID()),
      ),
    );
    let wake: () => void = () => undefined;
    const stop = this.records.onAppended(() => wake());
    call.on('cancelled', () => wake());
    let told = false;
    const more = (): boolean => next < all.length && this.#has(all[next]!) && !this.faults.deaf;
    while (!gone()) {
      const room = told ? next + LIVE : Infinity;
      while (more() && !gone()) {
        if (next === room) {
          stop();
          return void call.emit('error', tooSlow());
        }
        const event = all[next++]!;
        if (wanted(event)) await write(call, eventAnswer(event));
        else if (interval > 0 && ++considered % interval === 0) {
          const at = String(event.position);
          const checkpoint = new streams.ReadResp.Checkpoint().setCommitPosition(at).setPreparePosition(at);
          await write(call, new streams.ReadResp().setCheckpoint(checkpoint));
        }
      }
      if (!told && next >= all.length) {
        call.write(new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp()));
        told = true;
      }
      if (gone()) break;
      if (!more()) await new Promise<void>((resolve) => (wake = resolve));
    }
    stop();
  }

  /**
   * Where in the log a subscription begins: after the record at the place it names, or, where that was scavenged, after the one that comes next
   * (AllSubscription.Subscribe: the NextPos of one record read from there).
   */
  #firstOf(options: streams.ReadReq.Options, name: string | undefined): number {
    const { all } = this.records;
    const at = options.getAll()?.getPosition();
    const one = options.getStream();
    if (options.getAll()?.hasEnd() || one?.hasEnd()) return all.length;
    if (at) return Math.min(after(all, ({ position }) => position >= Number(at.getCommitPosition())) + 1, all.length);
    if (!one?.hasRevision()) return 0;
    return after(all, ({ stream, revision }) => stream === name && revision > Number(one.getRevision()));
  }

  /** Whether this node has been sent a record: a follower that lags has not (docs: cluster.md, replication is asynchronous). */
  #has({ position }: Stored): boolean {
    return this.#leads || position < (this.faults.lag ?? Infinity);
  }

  get #leads(): boolean {
    return this.membership === undefined || this.membership.leader() === this;
  }

  /**
   * In the server's order: who is it (AuthenticationMiddleware), may he (Streams.Append.cs, Streams.Read.cs), and can this node do it. What isn't the
   * leader's refuses what requires the leader and names it, reads the rest itself and passes writes on; where none is elected, nobody writes
   * (ClusterVNodeController, HandleAsNonLeader).
   */
  #refusal(metadata: Metadata, right: Right, stream: string): Refusal | undefined {
    if (this.faults.accessDenied) return 'denied';
    if (this.security) {
      const user = userOf(metadata.get('authorization').map(String)[0], this.security.users);
      if (user === 'unauthenticated') return user;
      if (!this.records.allows(user?.name, right, stream)) return 'denied';
    }
    if (this.faults.notReady) return 'not ready';
    if (this.#leads) return undefined;
    const required = metadata.get('requires-leader').includes('true');
    const leader = this.membership?.leader();
    const writes = right !== '$r';
    if (!leader) return writes || required ? 'not ready' : undefined;
    if (required) return { host: leader.host, port: leader.port };
    return writes && !leader.running ? 'timeout' : undefined;
  }

  /** Gossip.Read.cs: open to everybody, as clients ask it before they sign in. */
  #members(): gossip.ClusterInfo {
    const { VNodeState } = gossip.MemberInfo;
    const leader = this.membership ? this.membership.leader() : this;
    const members = this.membership?.members() ?? [[this, true] as const];
    return new gossip.ClusterInfo().setMembersList(
      members.map(([node, alive]) =>
        new gossip.MemberInfo()
          .setInstanceId(new shared.UUID().setString(randomUUID()))
          .setTimeStamp(String(Date.now() * 10_000))
          .setState(
            leader === undefined ? VNodeState.UNKNOWN : node === leader ? VNodeState.LEADER : VNodeState.FOLLOWER,
          )
          .setIsAlive(alive)
          .setHttpEndPoint(new gossip.EndPoint().setAddress(node.host).setPort(node.port)),
      ),
    );
  }
}

type Reading = ServerWritableStream<streams.ReadReq, streams.ReadResp>;
type Appending = ServerReadableStream<streams.AppendReq, streams.AppendResp>;
type BatchAppending = ServerDuplexStream<streams.BatchAppendReq, streams.BatchAppendResp>;

/** Place of the first record that comes after; the end where none does. */
function after(all: readonly Stored[], comes: (event: Stored) => boolean): number {
  const first = all.findIndex(comes);
  return first < 0 ? all.length : first;
}

/** Who is calling (BasicHttpAuthenticationProvider); undefined for somebody who doesn't say. */
function userOf(given: string | undefined, users: Security['users']): { name: string } | undefined | 'unauthenticated' {
  if (given === undefined) return undefined;
  const text = Buffer.from(given.replace(/^Basic /, ''), 'base64').toString('utf8');
  const [, name = '', password] = /^([^:]*):(.*)$/.exec(text) ?? [];
  return users[name] !== undefined && users[name] === password ? { name } : 'unauthenticated';
}

/** Waits for the socket where it is full, and for nobody who has gone. */
async function write(call: Reading, response: streams.ReadResp): Promise<void> {
  if (call.write(response) || call.cancelled) return;
  const gone = new AbortController();
  const { signal } = gone;
  await Promise.race(
    ['drain', 'cancelled', 'close'].map((event) => once(call, event, { signal }).catch(() => undefined)),
  );
  gone.abort();
}
