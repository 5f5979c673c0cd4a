import { api, dataOf } from '../../../api/client';
import { problemIn, problemOf } from '../../../api/problem';
import type { Work } from './progress';

/** How often the page asks how far its bundle has come, in milliseconds. */
const EVERY = 400;

/**
 * A case's audit bundle, the answer's own bytes; meanwhile how far the server has come with it. Each issue is an event of its own, with its
 * purpose. @throws Problem
 */
export async function exported(
  id: string,
  purpose: string,
  onProgress: (work: Work | undefined) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const asking = setInterval(() => {
    dataOf(api.GET('/api/v1/log/work'))
      .then(({ items }) => onProgress(items.find(({ kind, about }) => kind === 'bundle' && about?.id === id)))
      .catch(() => undefined);
  }, EVERY);
  try {
    const response = await fetch(`/api/v1/cases/${encodeURIComponent(id)}/bundle`, {
      headers: { 'srd-purpose': encodeURIComponent(purpose) },
    });
    if (!response.ok) throw await problemIn(response);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw problemOf(error);
  } finally {
    clearInterval(asking);
  }
}
