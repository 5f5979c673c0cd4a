import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type Server as Door, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  Metadata,
  Server,
  ServerCredentials,
  status,
  type sendUnaryData,
  type ServerDuplexStream,
  type ServerReadableStream,
  type ServerUnaryCall,
  type ServerWritableStream,
} from '@grpc/grpc-js';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb';
import * as gossip from '@eventstore/db-client/generated/gossip_pb';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import * as features from '@eventstore/db-client/generated/serverfeatures_pb';
import * as statusPb from '@eventstore/db-client/generated/status_pb';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import * as shared from '@eventstore/db-client/generated/shared_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import * as streams from '@eventstore/db-client/generated/streams_pb';
import { ASKED_FOR, Records, type Answer, type ExpectedRevision, type Proposed, type Stored } from './records';

/** What can go wrong between the client and the server, set by a test while the server runs. */
export interface Faults {
  /** Milliseconds before an answer to an append. */
  delay: number;
  /** How many of the next appends are written and then answered by a broken connection. */
  loseAnswers: number;
  /** How many of the next appends break off before anything is written. */
  loseRequests: number;
  /** No leader is elected yet (RpcExceptions.ServerNotReady). */
  notReady: boolean;
  /** Appends go nowhere and are never answered. */
  silent: boolean;
  /** Subscriptions hand over nothing more and don't end. */
  deaf: boolean;
  /** Another node leads: appends and readings that require it are sent there (RpcExceptions.LeaderInfo). */
  leader: { host: string; port: number } | undefined;
  accessDenied: boolean;
}

/**
 * A server that speaks EventStoreDB's protocol over a socket, on the client's own generated services. It keeps what it wrote over `stop` and
 * `start`, as a disk would. Only what the adapter and its tests ask for is there; the rest is "unimplemented".
 */
export class EventStoreDouble {
  readonly faults: Faults = {
    delay: 0,
    loseAnswers: 0,
    loseRequests: 0,
    notReady: false,
    silent: false,
    deaf: false,
    leader: undefined,
    accessDenied: false,
  };
  #server: Server | undefined;
  #door: Door | undefined;
  #port = 0;
  readonly #sockets = new Set<Socket>();

  /** Nodes of one cluster share their records, as if they replicated at once. */
  constructor(readonly records = new Records()) {}

  get url(): string {
    return `esdb://127.0.0.1:${this.#port}?tls=false`;
  }

  get port(): number {
    return this.#port;
  }

  /** Starts on the port that it had before, on any free one at first. */
  async start(): Promise<void> {
    const server = new Server({
      'grpc.max_receive_message_length': ASKED_FOR * 2,
      'grpc.max_send_message_length': ASKED_FOR * 2,
    });
    server.addService(StreamsService as never, {
      read: (call: Reading) => void this.#read(call),
      append: (call: Appending, done: sendUnaryData<streams.AppendResp>) => void this.#append(call, done),
      batchAppend: (call: BatchAppending) => this.#batch(call),
      delete: (
        call: ServerUnaryCall<streams.DeleteReq, streams.DeleteResp>,
        done: sendUnaryData<streams.DeleteResp>,
      ) => {
        this.records.softDelete(nameOf(call.request.getOptions()?.getStreamIdentifier()));
        done(null, new streams.DeleteResp());
      },
      tombstone: (
        call: ServerUnaryCall<streams.TombstoneReq, streams.TombstoneResp>,
        done: sendUnaryData<streams.TombstoneResp>,
      ) => {
        this.records.tombstone(nameOf(call.request.getOptions()?.getStreamIdentifier()));
        done(null, new streams.TombstoneResp());
      },
    });
    server.addService(ServerFeaturesService as never, {
      getSupportedMethods: (_: unknown, done: sendUnaryData<features.SupportedMethods>) => done(null, supported()),
    });
    server.addService(GossipService as never, {
      read: (_: unknown, done: sendUnaryData<gossip.ClusterInfo>) => done(null, this.#members()),
    });
    const behind = await new Promise<number>((resolve, reject) => {
      server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) =>
        error ? reject(error) : resolve(port),
      );
    });
    this.#server = server;
    await this.#openDoor(behind);
  }

  /** Dies as a process that is killed does: every connection breaks at once, and nobody says goodbye. */
  async stop(): Promise<void> {
    const door = this.#door;
    const closed = door && once(door, 'close');
    door?.close();
    this.cutConnections();
    this.#server?.forceShutdown();
    await closed;
  }

  /** Breaks every connection, in the middle of whatever it carries; the server lives. */
  cutConnections(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
  }

  /** What clients connect to: a plain socket before the server, so that it can break where a server would say goodbye. */
  async #openDoor(behind: number): Promise<void> {
    const door = createServer({ noDelay: true }, (outside) => {
      const inside = connect({ port: behind, host: '127.0.0.1', noDelay: true });
      for (const socket of [outside, inside]) {
        this.#sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => {
          this.#sockets.delete(socket);
          outside.destroy();
          inside.destroy();
        });
      }
      outside.pipe(inside).pipe(outside);
    });
    door.listen(this.#port, '127.0.0.1');
    await once(door, 'listening');
    this.#port = (door.address() as { port: number }).port;
    this.#door = door;
  }

  async #append(call: Appending, done: sendUnaryData<streams.AppendResp>): Promise<void> {
    let options: streams.AppendReq.Options | undefined;
    const events: Proposed[] = [];
    call.on('data', (request: streams.AppendReq) => {
      options ??= request.getOptions();
      const message = request.getProposedMessage();
      if (message) events.push(proposed(message));
    });
    const whole = await new Promise<boolean>((resolve) => {
      // A socket that breaks ends the stream first and says that it was cancelled a moment later.
      call.on('end', () => setTimeout(() => resolve(!call.cancelled), 2));
      call.on('error', () => resolve(false));
      call.on('cancelled', () => resolve(false));
    });
    if (!whole) return; // what arrived only in part is no append (Streams.Append.cs reads to the end first)
    const refusal = this.#refusal(call.metadata);
    if (refusal) return done(refusal);
    if (!options) return;
    if (this.faults.silent) return;
    const lost = grpcError(status.UNAVAILABLE, 'Connection dropped');
    if (this.faults.loseRequests > 0) {
      this.faults.loseRequests--;
      return done(lost);
    }
    const stream = nameOf(options.getStreamIdentifier());
    const answer = this.records.append(stream, expectedOf(options), events);

    if (this.faults.loseAnswers > 0) {
      this.faults.loseAnswers--;
      return done(lost);
    }
    if (this.faults.delay > 0) await sleep(this.faults.delay);
    switch (answer.is) {
      case 'deleted':
        return done(
          grpcError(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, 'stream-deleted', {
            'stream-name': stream,
          }),
        );
      case 'too big': {
        const most = String(this.records.maxAppendSize);
        return done(
          grpcError(
            status.INVALID_ARGUMENT,
            `Maximum Append Size of ${most} Exceeded.`,
            'maximum-append-size-exceeded',
            { 'maximum-append-size': most },
          ),
        );
      }
      default:
        return done(null, appendAnswer(answer, options));
    }
  }

  /** The shared batch, as far as it takes to show what this client does with it. */
  #batch(call: BatchAppending): void {
    const waiting = new Map<string, { options: streams.BatchAppendReq.Options; events: Proposed[] }>();
    call.on('data', (request: streams.BatchAppendReq) => {
      const id = request.getCorrelationId()?.getString() ?? '';
      const options = request.getOptions();
      const pending = options ? { options, events: [] as Proposed[] } : waiting.get(id);
      if (!pending) return;
      waiting.set(id, pending);
      pending.events.push(...request.getProposedMessagesList().map(proposed));
      if (!request.getIsFinal()) return;
      waiting.delete(id);
      const stream = nameOf(pending.options.getStreamIdentifier());
      const expected: ExpectedRevision = pending.options.hasStreamPosition()
        ? Number(pending.options.getStreamPosition())
        : pending.options.hasNoStream()
          ? 'no_stream'
          : 'any';
      call.write(
        batchAnswer(
          request,
          stream,
          this.faults.notReady ? undefined : this.records.append(stream, expected, pending.events),
        ),
      );
    });
    call.on('end', () => call.end());
  }

  async #read(call: Reading): Promise<void> {
    const refusal = this.#refusal(call.metadata);
    if (refusal) return void call.emit('error', refusal);
    const options = call.request.getOptions() as streams.ReadReq.Options;
    if (options.hasSubscription()) return this.#subscribe(call, options);
    const name = options.getStream()?.getStreamIdentifier();
    const found = name ? this.records.stream(nameOf(name)) : this.records.all;
    if (!found) {
      const missing = new streams.ReadResp.StreamNotFound().setStreamIdentifier(name);
      call.write(new streams.ReadResp().setStreamNotFound(missing));
    } else {
      const page = this.#page(found, options);
      for (const event of page) await write(call, eventAnswer(event));
    }
    call.end();
  }

  /** A reading begins AT the position it is given (Enumerator.ReadAllForwards), a subscription AFTER it (ToSubscriptionPosition). */
  #page(found: readonly Stored[], options: streams.ReadReq.Options): readonly Stored[] {
    const backwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
    const count = Math.min(Number(options.getCount()), found.length);
    const all = options.getAll();
    const one = options.getStream();
    const at = all?.getPosition();
    const from = (event: Stored): number => (all ? event.position : event.revision);
    const start = at ? Number(at.getCommitPosition()) : one?.hasRevision() ? Number(one.getRevision()) : undefined;
    const ordered = backwards ? found.toReversed() : found;
    if (start === undefined) {
      const atEnd = all?.hasEnd() ?? one?.hasEnd() ?? false;
      return atEnd === backwards ? ordered.slice(0, count) : [];
    }
    return ordered.filter((event) => (backwards ? from(event) <= start : from(event) >= start)).slice(0, count);
  }

  async #subscribe(call: Reading, options: streams.ReadReq.Options): Promise<void> {
    const gone = (): boolean => call.cancelled;
    const at = options.getAll()?.getPosition();
    const after = at ? Number(at.getCommitPosition()) : -1;
    const { all } = this.records;
    let next = options.getAll()?.hasEnd() ? all.length : all.findIndex(({ position }) => position > after);
    if (next < 0) next = all.length;
    call.write(
      new streams.ReadResp().setConfirmation(
        new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID()),
      ),
    );
    let wake: () => void = () => undefined;
    const stop = this.records.onAppended(() => wake());
    call.on('cancelled', () => wake());
    let told = false;
    while (!gone()) {
      while (next < all.length && !gone() && !this.faults.deaf) await write(call, eventAnswer(all[next++] as Stored));
      if (!told && next >= all.length) {
        call.write(new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp()));
        told = true;
      }
      if (gone()) break;
      if (next >= all.length || this.faults.deaf) await new Promise<void>((resolve) => (wake = resolve));
    }
    stop();
  }

  #refusal(metadata: Metadata): ReturnType<typeof grpcError> | undefined {
    const { notReady, leader, accessDenied } = this.faults;
    if (notReady) return grpcError(status.UNAVAILABLE, 'Server Is Not Ready');
    if (accessDenied) return grpcError(status.PERMISSION_DENIED, 'Access Denied', 'access-denied');
    if (leader && metadata.get('requires-leader').includes('true'))
      return grpcError(status.NOT_FOUND, 'Leader info available', 'not-leader', {
        'leader-endpoint-host': leader.host,
        'leader-endpoint-port': String(leader.port),
      });
    return undefined;
  }

  /** One member; of a cluster, the one that leads is named too. */
  #members(): gossip.ClusterInfo {
    const { VNodeState } = gossip.MemberInfo;
    const member = (host: string, port: number, leads: boolean): gossip.MemberInfo =>
      new gossip.MemberInfo()
        .setInstanceId(new shared.UUID().setString(randomUUID()))
        .setTimeStamp(String(Date.now() * 10_000))
        .setState(leads ? VNodeState.LEADER : VNodeState.FOLLOWER)
        .setIsAlive(true)
        .setHttpEndPoint(new gossip.EndPoint().setAddress(host).setPort(port));
    const { leader } = this.faults;
    const own = member('127.0.0.1', this.#port, leader === undefined);
    return new gossip.ClusterInfo().setMembersList(leader ? [own, member(leader.host, leader.port, true)] : [own]);
  }
}

type Reading = ServerWritableStream<streams.ReadReq, streams.ReadResp>;
type Appending = ServerReadableStream<streams.AppendReq, streams.AppendResp>;
type BatchAppending = ServerDuplexStream<streams.BatchAppendReq, streams.BatchAppendResp>;

function nameOf(identifier: shared.StreamIdentifier | undefined): string {
  return Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');
}

function proposed(message: streams.AppendReq.ProposedMessage | streams.BatchAppendReq.ProposedMessage): Proposed {
  return {
    id: message.getId()?.getString() ?? '',
    type: message.getMetadataMap().get('type') ?? '',
    contentType: message.getMetadataMap().get('content-type') ?? '',
    metadata: message.getCustomMetadata_asU8(),
    data: message.getData_asU8(),
  };
}

function expectedOf(options: streams.AppendReq.Options): ExpectedRevision {
  if (options.hasRevision()) return Number(options.getRevision());
  if (options.hasNoStream()) return 'no_stream';
  return options.hasStreamExists() ? 'stream_exists' : 'any';
}

function appendAnswer(
  answer: Extract<Answer, { is: 'success' | 'wrong' }>,
  options: streams.AppendReq.Options,
): streams.AppendResp {
  const response = new streams.AppendResp();
  if (answer.is === 'success') {
    const position = new streams.AppendResp.Position()
      .setCommitPosition(String(answer.position))
      .setPreparePosition(String(answer.position));
    return response.setSuccess(
      new streams.AppendResp.Success().setCurrentRevision(String(answer.revision)).setPosition(position),
    );
  }
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (options.hasRevision()) wrong.setExpectedRevision(options.getRevision());
  else wrong.setExpectedNoStream(new shared.Empty());
  if (answer.current === 'no_stream') wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(String(answer.current));
  return response.setWrongExpectedVersion(wrong);
}

/** The answer of a batch; without one the server isn't ready, which it says in words only (Streams.BatchAppend.cs). */
function batchAnswer(
  request: streams.BatchAppendReq,
  stream: string,
  answer: Answer | undefined,
): streams.BatchAppendResp {
  const response = new streams.BatchAppendResp()
    .setCorrelationId(request.getCorrelationId())
    .setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(stream)));
  if (answer?.is === 'success') {
    const position = new shared.AllStreamPosition()
      .setCommitPosition(String(answer.position))
      .setPreparePosition(String(answer.position));
    return response.setSuccess(
      new streams.BatchAppendResp.Success().setCurrentRevision(String(answer.revision)).setPosition(position),
    );
  }
  const details = new Any();
  const error = new statusPb.Status();
  if (answer?.is === 'wrong') {
    const wrong = new shared.WrongExpectedVersion();
    if (answer.current !== 'no_stream') wrong.setCurrentStreamRevision(String(answer.current));
    details.pack(wrong.serializeBinary(), 'event_store.client.WrongExpectedVersion');
  } else {
    details.pack(new shared.Empty().serializeBinary(), 'event_store.client.Empty');
    error.setMessage(answer ? 'Unknown' : 'Server Is Not Ready');
  }
  return response.setError(error.setDetails(details));
}

function eventAnswer(event: Stored): streams.ReadResp {
  const record = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(event.id))
    .setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(event.stream)))
    .setStreamRevision(String(event.revision))
    .setCommitPosition(String(event.position))
    .setPreparePosition(String(event.position))
    .setCustomMetadata(event.metadata)
    .setData(event.data);
  record.getMetadataMap().set('type', event.type);
  record.getMetadataMap().set('content-type', event.contentType);
  record.getMetadataMap().set('created', String(event.created.getTime() * 10_000));
  return new streams.ReadResp().setEvent(
    new streams.ReadResp.ReadEvent().setEvent(record).setCommitPosition(String(event.position)),
  );
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

function supported(): features.SupportedMethods {
  const methods = ['read', 'append', 'delete', 'tombstone', 'batchappend'].map((name) =>
    new features.SupportedMethod().setServiceName('event_store.client.streams.streams').setMethodName(name),
  );
  return new features.SupportedMethods().setEventStoreServerVersion('23.10.6').setMethodsList(methods);
}

/** An error as the server sends it (RpcExceptions.cs): the client tells them apart by the "exception" in the trailers. */
function grpcError(code: status, details: string, exception?: string, more: Record<string, string> = {}) {
  const metadata = new Metadata();
  if (exception) metadata.set('exception', exception);
  for (const [key, value] of Object.entries(more)) metadata.set(key, value);
  return Object.assign(new Error(details), { code, details, metadata });
}
