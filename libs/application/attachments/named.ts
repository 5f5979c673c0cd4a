import type { Day, Id, Instant, RecordedEvent } from '@srd/kernel';

/** A file as events name it. Only evidence of a case has its size and type there: of the others the receipt tells. */
export interface NamedAttachment {
  readonly sha256: string;
  readonly name?: string;
  readonly size?: number;
  readonly mediaType?: string;
  /** The event that named it first. */
  readonly by: Id;
  readonly at: Instant;
  readonly revision: number;
  readonly disposition?: Id | null;
  readonly occurredOn?: Day;
}

const SHA256 = /^[0-9a-f]{64}$/;
const isHash = (value: unknown): value is string => typeof value === 'string' && SHA256.test(value);

/** Hashes under `evidence`, alone or in a list, and the files `{ label, sha256 }`, with their labels, wherever they stand in a content. */
export function filesIn(data: unknown): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) return value.forEach(look);
    const { sha256, label, evidence } = value as { sha256?: unknown; label?: unknown; evidence?: unknown };
    if (isHash(sha256)) found.set(sha256, typeof label === 'string' ? label : undefined);
    const listed: readonly unknown[] = Array.isArray(evidence) ? evidence : [evidence];
    for (const hash of listed.filter(isHash)) if (!found.has(hash)) found.set(hash, undefined);
    Object.values(value).forEach(look);
  };
  look(data);
  return found;
}

/** The files that events name, each with the event that named it first. */
export function attachmentsNamed(events: readonly RecordedEvent[]): readonly NamedAttachment[] {
  const found = new Map<string, NamedAttachment>();
  for (const { type, data, actor: by, at, revision } of events) {
    for (const [sha256, label] of filesIn(data)) {
      if (found.has(sha256)) continue;
      const filed = type === 'EvidenceAdded' ? (data as Partial<NamedAttachment>) : { name: label };
      const { name, size, mediaType, disposition, occurredOn } = filed as Partial<NamedAttachment>;
      found.set(sha256, {
        sha256,
        by,
        at,
        revision,
        ...(name === undefined ? {} : { name }),
        ...(size === undefined ? {} : { size }),
        ...(mediaType === undefined ? {} : { mediaType }),
        ...(disposition === undefined ? {} : { disposition }),
        ...(occurredOn === undefined ? {} : { occurredOn }),
      });
    }
  }
  return [...found.values()];
}
