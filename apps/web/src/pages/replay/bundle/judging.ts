import type { Judged } from '@srd/verifier';

/** What the page asks the worker to judge. */
export interface Asked {
  readonly content: Blob;
  /** Trusted verifier keys. */
  readonly keys: readonly string[];
}

export type Answer =
  | { readonly is: 'progress'; readonly proven: number; readonly of: number }
  | { readonly is: 'result'; readonly judged: Judged }
  | { readonly is: 'unreadable' };

/** Judges a bundle beside the page, which goes on answering meanwhile. @throws Error when the worker breaks off or the bundle isn't text */
export function judged(asked: Asked, onProgress: (share: number) => void): Promise<Judged> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Judged>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.is === 'progress') onProgress(data.proven / Math.max(1, data.of));
      else if (data.is === 'result') resolve(data.judged);
      else reject(new Error('读不出文本：不是 UTF-8 的文本文件，或对本浏览器过大'));
    };
    worker.onerror = () => reject(new Error('核验程序意外中止，可能是内存不足'));
    worker.postMessage(asked);
  }).finally(() => worker.terminate());
}
