import { give, newKey } from '../../api/client';
import { chosenFile } from '../command-form/file-hash';
import type { CaseDetail } from './detail';

const HASH = /^[0-9a-f]{64}$/;

/** What this page has put on file already, by case and hash: a form that is sent again doesn't file it again. */
const filed = new Set<string>();

/** Hashes that stand under `evidence` anywhere in what is sent. */
export function evidenceIn(body: unknown): readonly string[] {
  if (typeof body !== 'object' || body === null) return [];
  const found = Object.entries(body).flatMap(([member, value]) => {
    if (member !== 'evidence') return evidenceIn(value);
    return [value].flat().filter((each): each is string => typeof each === 'string' && HASH.test(each));
  });
  return [...new Set(found)];
}

/**
 * Puts on the case's file what a command names and the file doesn't hold yet, each as a record of its own (AddEvidence), so that a paper
 * can be chosen in the form that speaks of it. @returns the revision after it, or the one seen where somebody else acted in between
 */
export async function fileEvidence(detail: CaseDetail, body: unknown, seen: number): Promise<number> {
  const { disposition = null, occurredOn } = body as { disposition?: string | null; occurredOn?: string };
  let standing = seen;
  for (const sha256 of evidenceIn(body).filter((each) => !detail.evidence.includes(each))) {
    if (filed.has(`${detail.id} ${sha256}`)) continue;
    const file = chosenFile(sha256);
    const path = `/api/v1/cases/${encodeURIComponent(detail.id)}/add-evidence`;
    const known = detail.dispositions.some((one) => one.disposition === disposition);
    const content = { sha256, disposition: known ? disposition : null, ...(file && { name: file.name }) };
    const told = occurredOn === undefined ? content : { ...content, occurredOn };
    const { revision } = await give({ path, body: told, key: newKey() });
    filed.add(`${detail.id} ${sha256}`);
    // Only our own record came in between: what was seen still holds.
    if (revision === standing + 1) standing = revision;
  }
  return standing;
}
