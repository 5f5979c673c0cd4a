import { sha256, toHex } from '@srd/kernel';
import { judge, verifyEd25519, type Judged } from '@srd/verifier';
import type { Answer, Asked } from './messages';
import { toldDraws } from './told-draw';

/** The worker's own side of `postMessage`: the document's has another signature. */
const answer = (message: Answer): void =>
  (globalThis as unknown as { postMessage(m: Answer): void }).postMessage(message);

async function judgeFile({ file, keys, checkpoint, consistency }: Asked): Promise<void> {
  const begun = performance.now();
  let text: string;
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    answer({ is: 'unreadable' });
    return;
  }
  const judged: Judged = judge(text, {
    keys,
    ...(checkpoint === undefined ? {} : { checkpoint }),
    ...(consistency === undefined ? {} : { consistency }),
    hash: sha256,
    verifySignature: verifyEd25519,
    progress: (proven, of) => answer({ is: 'progress', proven, of }),
  });
  const draws = toldDraws(text, judged);
  const milliseconds = Math.round(performance.now() - begun);
  answer({ is: 'result', result: { judged, draws, sha256: toHex(sha256(bytes)), milliseconds } });
}

/** Judges each file that it is asked about. */
export function work(): void {
  addEventListener('message', (event: MessageEvent<Asked>) => void judgeFile(event.data));
}
