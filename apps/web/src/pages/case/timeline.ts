import { caseEventLabels } from '@srd/domain/case';
import { dayOfInstant } from '../../shared/format';

/** An event as the interface gives it, in the form of the log protocol. */
export interface Recorded {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly version: number;
  readonly at: string;
  readonly actor: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What goes along with the case without moving it: folded, and counted. */
const minor = new Set([
  'EvidenceAdded',
  'ConflictStated',
  'ChecklistFilled',
  'MaterialsReceived',
  'CopySent',
  'CopyFiled',
  'PublicationReviewed',
  'RecusalDeclined',
]);

/** A type in Chinese; undefined for one that this version doesn't know. */
export function labelOfType(type: string): string | undefined {
  return Object.hasOwn(caseEventLabels, type) ? (caseEventLabels as Readonly<Record<string, string>>)[type] : undefined;
}

export interface TimelineFilter {
  /** Types, divided by commas. */
  readonly kind?: string | undefined;
  readonly by?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Days are China's, both ends included. */
export function filtered(events: readonly Recorded[], { kind, by, from, to }: TimelineFilter): readonly Recorded[] {
  const kinds = kind?.split(',');
  return events.filter(({ type, actor, at }) => {
    const day = dayOfInstant(at);
    return (
      (kinds?.includes(type) ?? true) &&
      (by === undefined || actor === by) &&
      (from === undefined || day >= from) &&
      (to === undefined || day <= to)
    );
  });
}

export type Entry = { readonly event: Recorded } | { readonly folded: readonly Recorded[] };

/** The events in their order, runs of minor ones as one entry each. */
export function folded(events: readonly Recorded[]): readonly Entry[] {
  const entries: Entry[] = [];
  for (const event of events) {
    const last = entries.at(-1);
    if (!minor.has(event.type)) entries.push({ event });
    else if (last && 'folded' in last) entries[entries.length - 1] = { folded: [...last.folded, event] };
    else entries.push({ folded: [event] });
  }
  return entries;
}

/** How often each value occurs, in the order of its first occurrence. */
export function tally(values: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts];
}
