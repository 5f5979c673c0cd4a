import type { RecordedEvent } from './event';
import type { JsonObject } from './json';

/** What can be filtered and sorted by. */
export type Column = string | number | null;

/** A read model as data: for each event type the row that follows. `undefined` leaves the row be, `null` takes it away. */
export interface View<Row extends object = JsonObject> {
  readonly name: string;
  /** Counted up when the rows change their shape: the view is then built anew. */
  readonly version: number;
  /** The row an event belongs to. */
  key(event: RecordedEvent): string;
  /** The organ whose data the row is; the scope filter rests on it. Null where it belongs to none. */
  organ(row: Row): string | null;
  /** What can be filtered and sorted by. */
  readonly columns: Readonly<Record<string, (row: Row) => Column>>;
  readonly on: Readonly<Record<string, (row: Row | undefined, event: RecordedEvent) => Row | null | undefined>>;
}
