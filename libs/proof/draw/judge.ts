import type { Hash } from '@srd/kernel';
import { leastCap } from './cap';
import type { DrawRequest, DrawTranscript, ObjectRequest } from './document';
import { quotaSize } from './quota';
import { flawOfRequest } from './request-check';
import { requestHash, sealOf } from './seal';
import { flawOfTranscript } from './transcript-check';
import type { Flaw } from './shape';

/** What can be wrong with a draw, by name. */
export type WrongCode =
  | 'DOCUMENT_INVALID'
  | 'QUOTA_DIFFERS'
  | 'CAP_NOT_LEAST'
  | 'CONTRIBUTOR_NOT_NAMED'
  | 'CONTRIBUTOR_TWICE'
  | 'SEAL_DOES_NOT_OPEN'
  | 'BEACON_NOT_NAMED'
  | 'COMMITMENT_DIFFERS'
  | 'SEED_DIFFERS'
  | 'RANKING_DIFFERS'
  | 'SELECTION_DIFFERS'
  | 'ASSIGNMENT_DIFFERS';

/** The first thing that is wrong; `finding` says it in Chinese, with the place. */
export type Wrong = { readonly code: WrongCode; readonly finding: string };

function invalid({ pointer, reason }: Flaw): Wrong {
  return { code: 'DOCUMENT_INVALID', finding: `文件不符合协议：${pointer || '/'} ${reason}` };
}

function quotaFinding({ candidates, quotas }: ObjectRequest): Wrong | null {
  const counts = new Map<string, number>();
  for (const { stratum } of candidates) counts.set(stratum, (counts.get(stratum) ?? 0) + 1);
  for (const quota of quotas) {
    const of = counts.get(quota.stratum) ?? 0;
    const size = quotaSize(quota, of);
    if (quota.of !== of) {
      return { code: 'QUOTA_DIFFERS', finding: `${quota.stratum} 写明候选 ${quota.of} 家，名单中为 ${of} 家` };
    }
    if (quota.size !== size) {
      return { code: 'QUOTA_DIFFERS', finding: `${quota.stratum} 写明抽取 ${quota.size} 家，按规则应为 ${size} 家` };
    }
  }
  return null;
}

function ruleFinding(request: DrawRequest): Wrong | null {
  if (request.protocol === 'srd-draw/1') return quotaFinding(request);
  const cap = leastCap(request);
  if (request.cap === cap) return null;
  const should = cap === null ? '任何上限都派不满' : `最小可行上限为 ${cap}`;
  return { code: 'CAP_NOT_LEAST', finding: `每人上限写明 ${request.cap}，而${should}` };
}

/**
 * What is wrong with a request before it is frozen, or `null`: not a request of this specification, a quota that isn't what its rule gives,
 * a cap that isn't the least.
 */
export function requestFinding(request: unknown): Wrong | null {
  const flaw = flawOfRequest(request);
  return flaw ? invalid(flaw) : ruleFinding(request as DrawRequest);
}

function contributionFinding({ request, contributions }: DrawTranscript, hash: Hash): Wrong | null {
  if (contributions.length === 0) return null;
  const frozen = requestHash(request, hash);
  const roles = new Map(request.contributors.map(({ by, role }) => [by, role]));
  const seen = new Set<string>();
  for (const each of contributions) {
    if (roles.get(each.by) !== each.role) {
      return { code: 'CONTRIBUTOR_NOT_NAMED', finding: `「${each.by}」（${each.role}）不在事先写明的见证人之列` };
    }
    if (seen.has(each.by)) return { code: 'CONTRIBUTOR_TWICE', finding: `见证人「${each.by}」出现两次` };
    seen.add(each.by);
    if (!('absent' in each) && sealOf(request.protocol, frozen, entryOf(each), hash) !== each.seal) {
      return { code: 'SEAL_DOES_NOT_OPEN', finding: `见证人「${each.by}」公开的内容与其封存值不符` };
    }
  }
  return null;
}

/** The opened contribution without its seal. */
function entryOf({ by, role, value, nonce }: { by: string; role: string; value: string; nonce: string }) {
  return { by, role, value, nonce };
}

/**
 * The first thing that is wrong with what a transcript's seed is made of, in the order of the specification: the document, its
 * quotas or its cap, the contributions, the beacon. `null` when only what follows from them is left to judge.
 */
export function inputFinding(transcript: DrawTranscript, hash: Hash): Wrong | null {
  const flaw = flawOfTranscript(transcript);
  if (flaw) return invalid(flaw);
  const wrong = ruleFinding(transcript.request) ?? contributionFinding(transcript, hash);
  if (wrong) return wrong;
  if (transcript.beacon && !transcript.request.beacon) {
    return { code: 'BEACON_NOT_NAMED', finding: '用了事先没有写明的信标' };
  }
  return null;
}
