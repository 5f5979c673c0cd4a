import type { Hash, JsonObject } from '@srd/kernel';
import { verify, type DrawTranscript, type Verdict } from '@srd/proof/draw';
import { sayOpen } from './cases';
import { nameOf, type Bundle, type Entry } from './document';
import { judgeSeries } from './selections';
import type { Strand } from './streams';
import { isOwn } from './streams';
import { drawIdOf, hashOf, revealedBy, type Revealed } from './transcripts';
import { firstWrong, Wrong, type BundleOptions, type JudgedDraw, type Said } from './verdict';

/** All draws that the log's events reveal, recomputed. @throws Wrong the first that doesn't follow or isn't the one recorded */
export function judgeDraws(
  bundle: Bundle,
  strands: ReadonlyMap<string, Strand>,
  withheld: number,
  { hash, drawn }: Pick<BundleOptions, 'hash' | 'drawn'>,
  said: Said,
): readonly JudgedDraw[] {
  const revealed: Revealed[] = [];
  const whole = new Set<string>();
  const series = [...strands.values()].filter(({ stream }) => stream.startsWith('selection-'));
  const checks = series.flatMap((strand) => [
    () => {
      if (!strand.whole) return;
      const { open } = judgeSeries(strand, strands, hash);
      if (!open) whole.add(strand.stream);
      else if (strand.head !== null || isOwn(bundle.subject, strand.stream))
        sayOpen(open, strand.stream, withheld, said);
    },
    ...strand.entries.map((entry) => () => {
      const found = reveal(entry, hash);
      if (found) revealed.push(found);
    }),
  ]);
  firstWrong(checks);
  firstWrong(casesDrawn(bundle, revealed, strands, said));
  for (const { draw, verdict, entry, transcript } of revealed) {
    if (!transcript) said.notes.push(`抽取 ${draw} 不在本系统内进行，不能复算`);
    sayOf(draw, verdict, whole.has(entry.event.stream), said);
  }
  const more = attached(bundle, revealed, hash, said);
  const transcripts = [...revealed, ...more].flatMap(({ transcript }) => transcript ?? []);
  for (const transcript of transcripts) drawn?.(transcript);
  return [
    ...revealed.map(({ draw, entry, verdict }) => judged(draw, entry.index, verdict)),
    ...more.map(({ draw, verdict }) => judged(draw, null, verdict)),
  ];
}

/** A content that isn't a draw's makes reading it stumble: then it is wrong, and not an error. */
function reveal(entry: Entry, hash: Hash): Revealed | null {
  try {
    return revealedBy(entry, hash);
  } catch (error) {
    if (error instanceof Wrong) throw error;
    throw new Wrong('DRAW_WRONG', `${nameOf(entry)}的抽取记录不成形`, entry.index);
  }
}

const elsewhere: Verdict = {
  verdict: 'cannot-judge',
  code: 'PROTOCOL_UNKNOWN',
  finding: '不在本系统内进行的抽取',
  notes: [],
};

function judged(draw: string, index: number | null, verdict: Verdict | null): JudgedDraw {
  return { draw, index, verdict: verdict ?? elsewhere };
}

/** What a draw's own yes adds; with its whole series here no attempt is missing. */
function sayOf(draw: string, verdict: Verdict | null, isWhole: boolean, said: Said): void {
  for (const note of verdict?.notes ?? [])
    if (!isWhole || !note.startsWith('第')) said.notes.push(`抽取 ${draw}：${note}`);
}

/** Transcripts beside the events: each follows from its seed and is the one that an event recorded. @throws Wrong */
function attached(
  bundle: Bundle,
  revealed: readonly Revealed[],
  hash: Hash,
  said: Said,
): readonly Pick<Revealed, 'draw' | 'verdict' | 'transcript'>[] {
  const byHash = new Map(revealed.map((each) => [each.transcriptHash, each]));
  const quoted = new Map<string, Entry>();
  for (const entry of bundle.entries) {
    const told = entry.event.data?.['transcriptHash'];
    if (typeof told === 'string' && !quoted.has(told)) quoted.set(told, entry);
  }
  const isHidden = bundle.entries.some(
    ({ event }) => event.data === undefined && event.stream.startsWith('selection-'),
  );
  const more: Pick<Revealed, 'draw' | 'verdict' | 'transcript'>[] = [];
  bundle.draws.forEach((transcript: JsonObject, at) => {
    const draw = drawIdOf(transcript);
    const what = `所附第 ${at + 1} 份抽取记录（${draw}）`;
    const verdict = verify(transcript, hash);
    if (verdict.verdict !== 'yes') throw new Wrong('DRAW_WRONG', `${what}：${verdict.finding}`);
    const told = hashOf(transcript, hash);
    if (byHash.has(told)) return;
    const entry = quoted.get(told);
    if (!entry && !isHidden) throw new Wrong('DRAW_NOT_RECORDED', `${what}不是日志所记的抽取`);
    if (!entry) said.notes.push(`${what}的揭晓记录未披露，未核是否为日志所记`);
    sayOf(draw, verdict, false, said);
    more.push({ draw, verdict, transcript: transcript as unknown as DrawTranscript });
  });
  return more;
}

/** Cases have the objects and teams that the draws gave them, where both are here. */
function casesDrawn(
  bundle: Bundle,
  revealed: readonly Revealed[],
  strands: ReadonlyMap<string, Strand>,
  said: Said,
): readonly (() => void)[] {
  const drawn = new Map(revealed.map((each) => [each.draw, each]));
  const lacking = new Set<string>();
  const checks = bundle.entries.flatMap((entry) => {
    const { stream, type, data } = entry.event;
    if (!stream.startsWith('case-') || (type !== 'ObjectDrawn' && type !== 'TeamDrawn') || data === undefined)
      return [];
    const id = typeof data['draw'] === 'string' ? data['draw'] : '';
    const draw = drawn.get(id);
    if (draw) return [() => demandDrawn(entry, draw, strands)];
    lacking.add(id);
    return [];
  });
  if (lacking.size > 0)
    said.notes.push(`抽取 ${[...lacking].slice(0, 5).join('、')} 的揭晓记录不在包内或未披露，案件与抽取是否一致未核`);
  return checks;
}

/** Who is who in a draw of natural persons: the id made for the draw → the person. */
function peopleOf(
  { draw, data, entry }: Revealed,
  strands: ReadonlyMap<string, Strand>,
): Readonly<Record<string, string>> {
  const freeze = strands.get(entry.event.stream)?.entries.find(({ event }) => {
    const { draw: id } = (event.data?.['request'] ?? {}) as { readonly draw?: unknown };
    return event.type === 'DrawFrozen' && id === draw;
  });
  return (freeze?.event.data?.['people'] ?? data['people'] ?? {}) as Readonly<Record<string, string>>;
}

function demandDrawn(entry: Entry, draw: Revealed, strands: ReadonlyMap<string, Strand>): void {
  const { type, stream } = entry.event;
  const data = entry.event.data as JsonObject;
  if (data['transcriptHash'] !== draw.transcriptHash)
    throw new Wrong('DRAW_NOT_RECORDED', `${nameOf(entry)}所引的抽取 ${draw.draw} 不是日志所记的那一次`, entry.index);
  if (type === 'ObjectDrawn') {
    const { id } = data['institution'] as { readonly id: string };
    const reserve = (strands.get(draw.entry.event.stream)?.entries ?? []).filter(
      ({ event }) => event.type === 'ReserveCalled',
    );
    const people = peopleOf(draw, strands);
    const given = [
      ...(draw.data['selected'] as readonly string[]),
      ...reserve.map(({ event }) => (event.data?.['by'] ?? null) as string | null),
    ].map((each) => (each === null ? null : (people[each] ?? each)));
    if (!given.includes(id) && !given.includes(null))
      throw new Wrong('CASE_NOT_DRAWN', `${nameOf(entry)}的对象 ${id} 不是抽取 ${draw.draw} 抽中的`, entry.index);
    return;
  }
  const teams = draw.data['teams'] as readonly { readonly case: string; readonly inspectors: readonly string[] }[];
  const team = teams.find((each) => `case-${each.case}` === stream)?.inspectors ?? [];
  const members = (data['inspectors'] as readonly { readonly inspector: string }[]).map(({ inspector }) => inspector);
  if (members.toSorted().join() !== team.toSorted().join())
    throw new Wrong('CASE_NOT_DRAWN', `${nameOf(entry)}的检查人员不是抽取 ${draw.draw} 选派的`, entry.index);
}
