/** Messages of EventStoreDB's protocol, built with the client's own generated classes. */
import { Metadata, status } from '@grpc/grpc-js';
import * as features from '@eventstore/db-client/generated/serverfeatures_pb';
import * as shared from '@eventstore/db-client/generated/shared_pb';
import * as statusPb from '@eventstore/db-client/generated/status_pb';
import * as streams from '@eventstore/db-client/generated/streams_pb';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import type { Answer, ExpectedRevision, Proposed, Stored } from './records';

export function nameOf(identifier: shared.StreamIdentifier | undefined): string {
  return Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');
}

export function proposed(
  message: streams.AppendReq.ProposedMessage | streams.BatchAppendReq.ProposedMessage,
): Proposed {
  return {
    id: message.getId()?.getString() ?? '',
    type: message.getMetadataMap().get('type') ?? '',
    contentType: message.getMetadataMap().get('content-type') ?? '',
    metadata: message.getCustomMetadata_asU8(),
    data: message.getData_asU8(),
  };
}

export function expectedOf(options: streams.AppendReq.Options): ExpectedRevision {
  if (options.hasRevision()) return Number(options.getRevision());
  if (options.hasNoStream()) return 'no_stream';
  return options.hasStreamExists() ? 'stream_exists' : 'any';
}

export function appendAnswer(
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

/** Why a node does nothing of what it was asked, or doesn't say what became of it. */
export type Refusal =
  'unauthenticated' | 'denied' | 'not ready' | 'timeout' | 'lost' | { readonly host: string; readonly port: number };

/** What a refusal looks like to the caller (RpcExceptions.cs; AuthenticationMiddleware.HandleAsGrpcAsync for the first). */
export function refusalError(refusal: Refusal) {
  switch (refusal) {
    case 'unauthenticated':
      return grpcError(status.UNAUTHENTICATED, 'Unauthenticated');
    case 'denied':
      return grpcError(status.PERMISSION_DENIED, 'Access Denied', 'access-denied');
    case 'not ready':
      return grpcError(status.UNAVAILABLE, 'Server Is Not Ready');
    case 'timeout':
      return grpcError(status.ABORTED, 'Operation timed out: ');
    case 'lost':
      return grpcError(status.UNAVAILABLE, 'Connection dropped');
    default:
      return grpcError(status.NOT_FOUND, 'Leader info available', 'not-leader', {
        'leader-endpoint-host': refusal.host,
        'leader-endpoint-port': String(refusal.port),
      });
  }
}

/** How a subscription ends that more came for at once than it holds (Enumerators.AllSubscription, ConsumerTooSlow). */
export function tooSlow() {
  const said = 'Consumer too slow to handle event while live. Client resubscription required.';
  return grpcError(status.ABORTED, `Operation timed out: ${said}`);
}

/** An append's outcome that isn't an answer but an error; undefined for the others (Streams.Append.cs). */
export function appendError(answer: Answer | Refusal, stream: string, maxAppendSize: number) {
  if (typeof answer === 'string' || !('is' in answer)) return refusalError(answer);
  if (answer.is === 'deleted')
    return grpcError(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, 'stream-deleted', {
      'stream-name': stream,
    });
  if (answer.is === 'too big')
    return grpcError(
      status.INVALID_ARGUMENT,
      `Maximum Append Size of ${maxAppendSize} Exceeded.`,
      'maximum-append-size-exceeded',
      { 'maximum-append-size': String(maxAppendSize) },
    );
  return undefined;
}

/** The answer of a batch, in which errors are told in words of their own (Streams.BatchAppend.cs, Status.cs). */
export function batchAnswer(
  request: streams.BatchAppendReq,
  stream: string,
  answer: Answer | Exclude<Refusal, object | 'lost' | 'unauthenticated'>,
  maxAppendSize: number,
): streams.BatchAppendResp {
  const identifier = new shared.StreamIdentifier().setStreamName(Buffer.from(stream));
  const response = new streams.BatchAppendResp()
    .setCorrelationId(request.getCorrelationId())
    .setStreamIdentifier(identifier);
  const failed = (what: { serializeBinary(): Uint8Array }, name: string, message: string) => {
    const details = new Any();
    details.pack(what.serializeBinary(), `event_store.client.${name}`);
    return response.setError(new statusPb.Status().setMessage(message).setDetails(details));
  };
  if (answer === 'not ready') return failed(new shared.Empty(), 'Empty', 'Server Is Not Ready');
  if (answer === 'timeout') return failed(new shared.Timeout(), 'Timeout', 'Timeout');
  if (answer === 'denied') return failed(new shared.AccessDenied(), 'AccessDenied', 'AccessDenied');
  switch (answer.is) {
    case 'success':
      return response.setSuccess(
        new streams.BatchAppendResp.Success()
          .setCurrentRevision(String(answer.revision))
          .setPosition(
            new shared.AllStreamPosition()
              .setCommitPosition(String(answer.position))
              .setPreparePosition(String(answer.position)),
          ),
      );
    case 'wrong': {
      const wrong = new shared.WrongExpectedVersion();
      if (answer.current === 'no_stream') wrong.setCurrentNoStream(new shared.Empty());
      else wrong.setCurrentStreamRevision(String(answer.current));
      return failed(wrong, 'WrongExpectedVersion', 'WrongExpectedVersion');
    }
    case 'deleted':
      return failed(new shared.StreamDeleted().setStreamIdentifier(identifier), 'StreamDeleted', 'StreamDeleted');
    case 'too big':
      return failed(
        new shared.MaximumAppendSizeExceeded().setMaxappendsize(maxAppendSize),
        'MaximumAppendSizeExceeded',
        'MaximumAppendSizeExceeded',
      );
  }
}

/** What a subscription to everything asks to be given (EventFilter.cs: a prefix or a pattern, of the stream's name or of the type). */
export function filterOf(options: streams.ReadReq.Options): (event: Stored) => boolean {
  const filter = options.getFilter();
  if (!filter) return () => true;
  const expression = filter.getStreamIdentifier() ?? filter.getEventType();
  const of = filter.hasStreamIdentifier() ? 'stream' : 'type';
  const prefixes = expression?.getPrefixList() ?? [];
  const pattern = new RegExp(expression?.getRegex() ?? '', 'u');
  return (event) =>
    prefixes.length > 0 ? prefixes.some((prefix) => event[of].startsWith(prefix)) : pattern.test(event[of]);
}

export function eventAnswer(event: Stored): streams.ReadResp {
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

export function supported(): features.SupportedMethods {
  const methods = ['read', 'append', 'delete', 'tombstone', 'batchappend'].map((name) =>
    new features.SupportedMethod().setServiceName('event_store.client.streams.streams').setMethodName(name),
  );
  return new features.SupportedMethods().setEventStoreServerVersion('23.10.6').setMethodsList(methods);
}

/** An error as the server sends it (RpcExceptions.cs): the client tells them apart by the "exception" in the trailers. */
export function grpcError(code: status, details: string, exception?: string, more: Record<string, string> = {}) {
  const metadata = new Metadata();
  if (exception) metadata.set('exception', exception);
  for (const [key, value] of Object.entries(more)) metadata.set(key, value);
  return Object.assign(new Error(details), { code, details, metadata });
}
