import { nth, type JsonObject } from '@srd/kernel';
import { nameOf, type Bundle, type Entry } from './document';
import { Wrong, type Said, type Subject } from './verdict';

/** The entries of one stream, in order, and what the bundle promises of it. */
export interface Strand {
  readonly stream: string;
  readonly entries: readonly Entry[];
  /** Stands there from revision 0 without a gap. */
  readonly whole: boolean;
  /** Its last revision, where `BundleIssued` says so. */
  readonly head: number | null;
}

/** Whether a stream is the subject's own: its history is what the bundle is about. */
export function isOwn({ kind, id }: Subject, stream: string): boolean {
  if (kind === 'case') return stream === `case-${id}`;
  if (kind === 'integrity-file') return stream === `integrity-${id}`;
  if (kind === 'draw') return stream === `selection-${id}` || stream === `selection-${id.replace(/\.\d+$/, '')}`;
  if (kind === 'organ-year' && stream === `report-${id}`) return true;
  // A task's plan is of its organ and year: the task's id without its last part.
  if (stream === `plan-${kind === 'task' ? id.replace(/-[^-]*$/, '') : id}`) return true;
  return ['selection', 'case'].some((each) => {
    const name = `${each}-${id}`;
    return stream === name || stream.startsWith(`${name}:`) || stream.startsWith(`${name}-`);
  });
}

function headsOf(entry: Entry): ReadonlyMap<string, number> {
  const heads = entry.event.data?.['heads'];
  if (!Array.isArray(heads)) throw new Wrong('BUNDLE_INVALID', `${nameOf(entry)}没有列出各流的末条`, entry.index);
  const named = new Map<string, number>();
  for (const head of heads as readonly JsonObject[]) {
    const { stream, revision } = head ?? {};
    if (typeof stream !== 'string' || typeof revision !== 'number' || revision < 0)
      throw new Wrong('BUNDLE_INVALID', `${nameOf(entry)}所列的末条不成形`, entry.index);
    named.set(stream, revision);
  }
  return named;
}

/** What the last entry, `BundleIssued`, promises; null where its content is withheld. @throws Wrong */
function promised(bundle: Bundle): ReadonlyMap<string, number> | null {
  const last = bundle.entries.at(-1);
  if (last?.event.type !== 'BundleIssued' || !last.event.stream.startsWith('access-'))
    throw new Wrong('BUNDLE_ISSUED_MISSING', '末条不是开具本包的记录（BundleIssued），末尾有缺', last?.index ?? null);
  if (last.event.data === undefined) return null;
  const { subject } = last.event.data as { readonly subject?: { readonly kind?: unknown; readonly id?: unknown } };
  if (subject !== undefined && (subject.kind !== bundle.subject.kind || subject.id !== bundle.subject.id))
    throw new Wrong('SUBJECT_DIFFERS', `${nameOf(last)}是为另一主体开具的`, last.index);
  return headsOf(last);
}

/** Revisions rise with the leaves; in a stream that must be whole, by one. @throws Wrong naming the entry after the gap */
function demandRising(stream: string, entries: readonly Entry[], whole: boolean): void {
  let before = -1;
  for (const entry of entries) {
    const { revision } = entry.event;
    if (revision <= before) throw new Wrong('STREAM_GAP', `${nameOf(entry)}在 ${stream} 中的序号不升`, entry.index);
    if (whole && revision !== before + 1)
      throw new Wrong('STREAM_GAP', `${stream} 缺第 ${nth(before + 1)} 条：之后是${nameOf(entry)}`, entry.index);
    before = revision;
  }
}

/** Everything that the subject's own events rest on is here (`meta.basedOn`). @throws Wrong */
function demandBases(own: readonly Strand[], strands: ReadonlyMap<string, Strand>): void {
  const known = new Map<string, ReadonlySet<number>>();
  const holds = (stream: string, revision: number): boolean => {
    let revisions = known.get(stream);
    if (!revisions) {
      revisions = new Set(strands.get(stream)?.entries.map(({ event }) => event.revision));
      known.set(stream, revisions);
    }
    return revisions.has(revision);
  };
  for (const { entries } of own) {
    for (const entry of entries) {
      for (const { stream, revision } of entry.event.meta.basedOn) {
        if (holds(stream, revision)) continue;
        const finding = `${nameOf(entry)}依据 ${stream} 第 ${nth(revision)} 条，包内没有`;
        throw new Wrong('BASIS_MISSING', finding, entry.index);
      }
    }
  }
}

/** The bundle's streams, whole where they must be, with all that the subject's rest on. @throws Wrong */
export function demandStreams(bundle: Bundle, said: Said): ReadonlyMap<string, Strand> {
  const heads = promised(bundle);
  const byStream = Map.groupBy(bundle.entries, ({ event }) => event.stream);
  const strands = new Map<string, Strand>();
  const wrongs: Wrong[] = [];
  for (const [stream, entries] of byStream) {
    const head = heads?.get(stream) ?? null;
    try {
      demandRising(stream, entries, head !== null);
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      wrongs.push(error);
    }
    const whole = entries.every(({ event }, at) => event.revision === at);
    strands.set(stream, { stream, entries, whole, head });
  }
  const [first] = wrongs.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0));
  if (first) throw first;
  for (const [stream, revision] of heads ?? []) {
    const last = byStream.get(stream)?.at(-1)?.event.revision ?? -1;
    if (last < revision)
      throw new Wrong(
        'STREAM_END_MISSING',
        `${stream} 应到第 ${nth(revision)} 条，包内${last < 0 ? '一条也没有' : `只到第 ${nth(last)} 条`}`,
      );
  }
  const own = [...strands.values()].filter(({ stream }) => isOwn(bundle.subject, stream));
  if (own.length === 0 || own.some(({ head }) => head === null)) {
    const finding = heads ? '开具记录没有列全主体的流，是否完整无从判断' : '开具记录的内容未披露，是否完整无从判断';
    said.shortfalls.push({ code: 'SUBJECT_NOT_COVERED', finding });
  }
  demandBases(own, strands);
  return strands;
}
