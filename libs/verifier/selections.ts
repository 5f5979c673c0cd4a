import type { Fact, Hash } from '@srd/kernel';
import {
  contributionsOf,
  latest,
  selectionWith,
  type Attempt,
  type SelectionEvent,
  type SelectionState,
} from '@srd/domain/selection';
import { requestFinding, requestHash, type DrawTranscript } from '@srd/proof/draw';
import { nameOf, type Entry } from './document';
import { demandPlan } from './plans';
import { replayed, type Replayed } from './replay';
import type { Strand } from './streams';
import { isSame } from './transcripts';
import { Wrong } from './verdict';

function not(entry: Entry, what: string): never {
  throw new Wrong('DRAW_NOT_RECORDED', `${nameOf(entry)}：${what}`, entry.index);
}

/** What the reveal opens is what the events before it fixed: request, commitment, seals in order, absences, beacon. @throws Wrong */
function demandCeremony(entry: Entry, transcript: DrawTranscript, attempt: Attempt): void {
  if (!isSame(transcript.request, attempt.request)) not(entry, '抽取的请求不是冻结时的请求');
  if (transcript.commitment !== attempt.commitment) not(entry, '抽取的承诺不是冻结时的承诺');
  if (!isSame(transcript.contributions, contributionsOf(attempt)))
    not(entry, '见证人的封存、次序或缺席与截止、开启记录不符');
  const beacon = attempt.beacon === null ? null : { value: attempt.beacon };
  if (!isSame(transcript.beacon, beacon)) not(entry, '信标不是两人录入的信标');
}

/** One event of a draw against what stood before it. @throws Wrong */
function demandStep(
  entry: Entry,
  fact: Fact<SelectionEvent>,
  state: SelectionState,
  strands: ReadonlyMap<string, Strand>,
  hash: Hash,
): void {
  const attempt = latest(state);
  switch (fact.type) {
    case 'DrawFrozen': {
      const { request, series } = fact.data;
      const finding = requestFinding(request);
      if (finding) throw new Wrong('DRAW_WRONG', `${nameOf(entry)}的请求：${finding.finding}`, entry.index);
      if (requestHash(request, hash) !== fact.data.requestHash) not(entry, '所记的散列不是该请求的');
      if (entry.event.stream !== `selection-${series}` || request.series !== series) not(entry, '请求属于另一序列');
      if (request.protocol === 'srd-draw/1') demandPlan(entry, request, strands);
      return;
    }
    case 'SealingClosed':
      if (!isSame(fact.data.seals, attempt?.seals)) not(entry, '截止时所列的封存与收到的不符');
      return;
    case 'OpeningEnded': {
      const absent = attempt?.seals.filter(({ by }) => !attempt.opened[by]).map(({ by }) => by) ?? [];
      if (!isSame(fact.data.absent.toSorted(), absent.toSorted())) not(entry, '所记的缺席与开启记录不符');
      return;
    }
    case 'ObjectsDrawn':
    case 'InspectorsDrawn':
      if (attempt) demandCeremony(entry, fact.data.transcript, attempt);
      return;
    default:
  }
}

/** Folds a draw's whole series, and holds each reveal against what was frozen, sealed and opened. @throws Wrong */
export function judgeSeries(
  strand: Strand,
  strands: ReadonlyMap<string, Strand>,
  hash: Hash,
): Replayed<SelectionState> {
  const selection = selectionWith(hash);
  const evolve = (state: SelectionState, fact: Fact<SelectionEvent>): SelectionState => selection.evolve(state, fact);
  return replayed<SelectionState, SelectionEvent>(strand, selection.initial, evolve, (entry, fact, state) =>
    demandStep(entry, fact, state, strands, hash),
  );
}
