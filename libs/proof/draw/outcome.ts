import type { Hash } from '@srd/kernel';
import { assignmentOf } from './assignment';
import type { DrawTranscript, Hex32, ObjectTranscript, TeamTranscript } from './document';
import type { Wrong } from './judge';
import { rankingOf, selectionOf } from './ranking';
import { commitmentOf, entriesOf, requestHash, seedOf } from './seal';

/** The first index at which two lists differ, or −1. */
function firstDifference<T>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean): number {
  const length = Math.max(a.length, b.length);
  for (let index = 0; index < length; index++) {
    if (index >= a.length || index >= b.length || !same(a[index]!, b[index]!)) return index;
  }
  return -1;
}

function rankingFinding({ request, ranking, selected }: ObjectTranscript, seed: Hex32, hash: Hash): Wrong | null {
  const code = 'RANKING_DIFFERS';
  const expected = rankingOf(request, seed, hash);
  const stratum = firstDifference(ranking, expected, (a, b) => a.stratum === b.stratum);
  if (stratum >= 0) return { code, finding: `排序的第 ${stratum + 1} 个类别与重算不符` };
  for (const [index, own] of expected.entries()) {
    const given = ranking[index]!;
    const rank = firstDifference(given.order, own.order, (a, b) => a.id === b.id && a.ticket === b.ticket);
    if (rank >= 0) return { code, finding: `${own.stratum} 排序的第 ${rank + 1} 名与重算不符` };
    if (given.orderHash !== own.orderHash) return { code, finding: `${own.stratum} 的完整排序与重算不符` };
  }
  const drawn = selectionOf(request, expected);
  const place = firstDifference(selected, drawn, (a, b) => a === b);
  if (place < 0) return null;
  return { code: 'SELECTION_DIFFERS', finding: `抽中名单的第 ${place + 1} 名应为 ${drawn[place] ?? '空'}` };
}

function assignmentFinding({ request, assigned }: TeamTranscript, seed: Hex32, hash: Hash): Wrong | null {
  const expected = assignmentOf(request, seed, hash);
  const index = firstDifference(
    assigned,
    expected,
    (a, b) => a.case === b.case && firstDifference(a.inspectors, b.inspectors, (x, y) => x === y) < 0,
  );
  if (index < 0) return null;
  const own = expected[index];
  const finding = own ? `${own.case} 的检查人员应为 ${own.inspectors.join('、')}` : `多出第 ${index + 1} 个检查组`;
  return { code: 'ASSIGNMENT_DIFFERS', finding };
}

/** The first thing that doesn't follow from a transcript's sound inputs: commitment, seed, ranking, selection or assignment. */
export function outcomeFinding(transcript: DrawTranscript, hash: Hash): Wrong | null {
  const { request, contributions, beacon, secret } = transcript;
  const frozen = requestHash(request, hash);
  if (commitmentOf(request.protocol, frozen, secret, hash) !== transcript.commitment) {
    return { code: 'COMMITMENT_DIFFERS', finding: '公开的服务器随机数与事先的承诺值不符' };
  }
  const seed = seedOf(request.protocol, frozen, secret, entriesOf(request, contributions, beacon), hash);
  if (seed !== transcript.seed) return { code: 'SEED_DIFFERS', finding: '种子与重算不符' };
  return 'assigned' in transcript ? assignmentFinding(transcript, seed, hash) : rankingFinding(transcript, seed, hash);
}
