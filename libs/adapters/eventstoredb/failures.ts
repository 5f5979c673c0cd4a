/** What the client's errors mean: refused for good, or unknown and to be tried again with the same ids. */
import {
  AccessDeniedError,
  InvalidArgumentError,
  MaxAppendSizeExceededError,
  StreamDeletedError,
  UnavailableError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { LogUnavailable } from '@srd/runtime';

/** Lets go of something that never answers: reads of this client have no deadline of their own, and a dead node answers nothing. */
export class NoAnswer extends Error {
  constructor(ms: number) {
    super(`没有在 ${ms} 毫秒内应答`);
    this.name = 'NoAnswer';
  }
}

/** What the client says of a certificate that it doesn't trust, or of a server that doesn't speak TLS. */
const UNTRUSTED = /certificate|SSL routines/i;

/**
 * What an error says for good, as the log's own; undefined where it leaves open whether anything was written (the node died, no leader yet,
 * "Server Is Not Ready", a deadline without a message), so that the same may be tried again.
 */
export function verdict(error: unknown): LogUnavailable | undefined {
  if (error instanceof AccessDeniedError)
    return new LogUnavailable('事件库服务器拒绝访问：请检查连接串中的账号及其权限（srd doctor）', { cause: error });
  if (error instanceof MaxAppendSizeExceededError)
    return new LogUnavailable(
      `一次写入超过服务器允许的 ${error.maxAppendSize} 字节：请调大服务器的 MaxAppendSize（见 docs/operations.md）`,
      { cause: error },
    );
  if (error instanceof StreamDeletedError)
    return new LogUnavailable(`流 ${error.streamName} 在服务器上被删除：事件只增不删，须由管理员查明`, {
      cause: error,
    });
  if (error instanceof UnavailableError && UNTRUSTED.test(error.message))
    return new LogUnavailable(
      '与事件库服务器建立不了可信的加密连接：请以连接串的 tlsCAFile 选项指明签发其证书的机构，并核对证书中的主机名和服务器的 TLS 设置',
      { cause: error },
    );
  if (error instanceof InvalidArgumentError) return new LogUnavailable(error.message, { cause: error });
  return undefined;
}

export { WrongExpectedVersionError as WrongRevision };

/** Waits for the work, at most so long. @throws NoAnswer */
export async function within<T>(ms: number, work: Promise<T>, letGo: () => void = () => undefined): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      letGo();
      reject(new NoAnswer(ms));
    }, ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}

/**
 * The record that a reading of one gives; undefined where it gives none. It is read to its end: of one that is left before, the client keeps hold for as long as it lives.
 * @throws NoAnswer; the client's
 */
export async function firstOf<T>(
  reading: AsyncIterable<{ readonly event?: T }> & { cancel(): Promise<void> },
  ms: number,
): Promise<T | undefined> {
  const read = async (): Promise<T | undefined> => {
    let first: T | undefined;
    for await (const { event } of reading) first ??= event;
    return first;
  };
  return within(ms, read(), () => void reading.cancel());
}

/** The pauses between attempts, in milliseconds: short at first, two seconds at most. */
export function pause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.min(2_000, 25 * 2 ** Math.min(attempt, 7))));
}
