import { api, dataOf, type Schemas } from '../../../api/client';
import { problemIn, problemOf } from '../../../api/problem';

export type Work = Schemas['WorkUnderWay'];

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

const steps: Readonly<Record<Work['step'], string>> = {
  events: '正在读取记录',
  proofs: '正在逐条附上证明',
  attachments: '正在核对和附上附件',
};

/** How far it has come, in words and as a percentage where that is known. */
export function progressOf(work: Work | undefined): { readonly text: string; readonly percent: number | undefined } {
  if (!work) return { text: '正在等待检查点签署', percent: undefined };
  const { step, done, total } = work;
  if (total === null || total === 0) return { text: `${steps[step]}（${done}）`, percent: undefined };
  return { text: `${steps[step]}（${done} / ${total}）`, percent: Math.round((100 * done) / total) };
}
