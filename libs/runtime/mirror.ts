import type { RecordedEvent } from '@srd/kernel';
import type { Position, Positioned, ReadAllOptions, ReadOptions } from './event-log';
import type { Stood } from './placing';
import type { Recordable } from './recordable';

/** An event with its place in its stream, in the form in which it is kept. */
export interface Mirrored {
  readonly stream: string;
  readonly revision: number;
  readonly content: Recordable;
}

/** What a mirror was handed doesn't go on from what it holds: the log was changed, or it is another one. */
export class MirrorBroken extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'MirrorBroken';
  }
}

/**
 * A local copy of a log that lies on another machine: it numbers the events from 0 in the order of that log, so that every machine gives an
 * event the same position, and answers at once. It holds nothing of its own; lost, it is filled again. Synchronous: it stands in
 * the same process.
 */
export interface LogMirror extends Stood {
  /** How far into the other log it was filled, in that log's own words; undefined when it is empty. */
  reached(): string | undefined;
  /** Adds events at the end and notes how far that is: both or neither. @throws MirrorBroken for a gap or an id that stands already */
  take(events: readonly Mirrored[], reached: string): void;
  read(stream: string, options?: ReadOptions): RecordedEvent[];
  readAll(options?: ReadAllOptions): Positioned[];
  head(): Position | undefined;
  last(): RecordedEvent | undefined;
  close(): void;
}
