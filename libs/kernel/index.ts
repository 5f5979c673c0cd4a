/** The kernel: what every other room speaks. It depends on nothing. */
export {
  addDays,
  addMonths,
  day,
  dayInWords,
  dayOf,
  daysBetween,
  instant,
  isDay,
  isInstant,
  timeInWords,
  weekday,
} from './day';
export type { Day, Instant } from './day';
export { canonicalize, NotCanonical, pointerTo, textAt } from './json';
export type { JsonObject, JsonValue } from './json';
export { fieldsOf } from './fields';
export type { Fields } from './fields';
export { NotStrictJson, parseStrictJson } from './strict-json';
export type { StrictJsonFault } from './strict-json';
export { compareBytes, concat, fromHex, toHex, utf8 } from './bytes';
export type { Hash } from './bytes';
export { sha256 } from './sha256';
export { shown } from './shown';
export { spreadsheetText } from './spreadsheet';
export { isId } from './id';
export type { Id } from './id';
export { CorruptHistory, Refusal, refuser } from './refusal';
export type { RefusalTable, RefusalText } from './refusal';
export { checked } from './decider';
export type { Context, Decider, DomainCommand, DomainEvent, Fact } from './decider';
export { nth } from './event';
export type { Basis, EventMeta, RecordedEvent } from './event';
export { context, given } from './given';
export type { Column, View } from './view';
