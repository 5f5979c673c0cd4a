import type { OpenCase } from '@srd/domain/case';
import type { RecordedEvent } from '@srd/kernel';
import type { Built } from './built';

/** One way through the procedure, and where the built demonstration shows it. */
export interface Path {
  readonly name: string;
  shows(built: Built): Promise<void>;
}

/** The one event of a type among those of cases, or of a stream that matches. @throws Error when there are none or several */
export function the<T = RecordedEvent['data']>(built: Built, type: string, where = /./): RecordedEvent<string, T> {
  const found = built.of<T>(type).filter(({ stream }) => where.test(stream));
  const [event] = found;
  if (!event || found.length > 1) throw new Error(`${found.length} of ${type}`);
  return event;
}

/** Events of a stream, by type, in order. */
export function typesIn(built: Built, stream: string): readonly string[] {
  return built.events.filter((event) => event.stream === stream).map(({ type }) => type);
}

/** The case in whose stream an event stands. */
export function caseOf(built: Built, { stream }: Pick<RecordedEvent, 'stream'>): Promise<OpenCase> {
  return built.case(stream.slice('case-'.length));
}

/** The cases of a year, whichever organ's. */
export async function casesOf(built: Built, year: number): Promise<readonly OpenCase[]> {
  const streams = built.streams.filter((name) => name.startsWith('case-') && name.includes(`-${year}-`));
  return Promise.all(streams.map((stream) => built.case(stream.slice('case-'.length))));
}
