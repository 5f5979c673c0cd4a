import type { Schemas } from '../../../api/client';

export type Work = Schemas['WorkUnderWay'];

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
