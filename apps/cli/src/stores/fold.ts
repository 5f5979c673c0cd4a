import type { OpenCase } from '@srd/domain/case';
import { nodeHash } from '@srd/adapters/stores';
import { decidersWith, upcasts } from '@srd/application';
import { nth, type RecordedEvent } from '@srd/kernel';
import { foldOne, upcast, type EventLog, type Position } from '@srd/runtime';

const deciders = decidersWith(nodeHash);

/** A recorded event that its stream's procedure doesn't allow, or that leaves a gap. */
export interface Broken {
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly reason: string;
}

/** What the whole log adds up to. */
export interface Folding {
  readonly events: number;
  readonly seconds: number;
  readonly kinds: Readonly<Record<string, { readonly streams: number; readonly events: number }>>;
  /** Kinds of streams that no procedure folds; their events were only counted. */
  readonly withoutProcedure: readonly string[];
  readonly broken: readonly Broken[];
  /** Each case as its chart had it at `casesAt`. */
  readonly cases: ReadonlyMap<string, { readonly revision: number; readonly state: OpenCase }>;
}

interface Stream {
  readonly kind: string;
  state: unknown;
  revision: number;
  broken: boolean;
}

const PAGE = 5_000;

function step(stream: Stream, event: RecordedEvent): Broken | undefined {
  const broken = (reason: string): Broken => {
    stream.broken = true;
    return { stream: event.stream, revision: event.revision, type: event.type, reason };
  };
  if (event.revision !== stream.revision + 1) return broken(`缺少第 ${nth(stream.revision + 1)} 条`);
  stream.revision = event.revision;
  const decider = deciders[stream.kind];
  if (!decider) return undefined;
  try {
    stream.state = foldOne(decider, stream.state, upcast(upcasts, event));
    return undefined;
  } catch (error) {
    return broken(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Folds every stream of the log, event by event in the order of recording. A stream that breaks is told once and left there.
 * @param casesAt position at which the cases' states are kept, for comparing them with rows of that moment
 * @param progress told after each page: how many events so far
 */
export async function foldLog(
  log: Pick<EventLog, 'readAll'>,
  casesAt: Position | undefined,
  progress: (events: number) => void = () => {},
): Promise<Folding> {
  const begun = performance.now();
  const streams = new Map<string, Stream>();
  const kinds: Record<string, { streams: number; events: number }> = {};
  const cases = new Map<string, { revision: number; state: OpenCase }>();
  const broken: Broken[] = [];
  let events = 0;
  for (let after: Position | undefined; ;) {
    const page = await log.readAll({ ...(after === undefined ? {} : { after }), limit: PAGE });
    for (const { position, event } of page) {
      const kind = /^[a-z]+/.exec(event.stream)?.[0] ?? '';
      const count = (kinds[kind] ??= { streams: 0, events: 0 });
      let stream = streams.get(event.stream);
      if (!stream) {
        stream = { kind, state: deciders[kind]?.initial, revision: -1, broken: false };
        streams.set(event.stream, stream);
        count.streams++;
      }
      count.events++;
      events++;
      after = position;
      if (stream.broken) continue;
      const fault = step(stream, event);
      if (fault) broken.push(fault);
      else if (kind === 'case' && casesAt !== undefined && position <= casesAt) {
        cases.set(event.stream, { revision: event.revision, state: stream.state as OpenCase });
      }
    }
    progress(events);
    if (page.length < PAGE) break;
  }
  const withoutProcedure = Object.keys(kinds).filter((kind) => !deciders[kind]);
  return { events, seconds: Math.round(performance.now() - begun) / 1000, kinds, withoutProcedure, broken, cases };
}
