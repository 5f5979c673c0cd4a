import { judge, sha256, verifyEd25519 } from '@srd/verifier';
import type { Answer, Asked } from './judging';

/** The worker's own side of `postMessage`: the document's has another signature. */
const answer = (message: Answer): void =>
  (globalThis as unknown as { postMessage(message: Answer): void }).postMessage(message);

async function judgeContent({ content, keys }: Asked): Promise<void> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await content.arrayBuffer());
  } catch {
    answer({ is: 'unreadable' });
    return;
  }
  const judged = judge(text, {
    keys,
    hash: sha256,
    verifySignature: verifyEd25519,
    progress: (proven, of) => answer({ is: 'progress', proven, of }),
  });
  answer({ is: 'result', judged });
}

addEventListener('message', (event: MessageEvent<Asked>) => void judgeContent(event.data));
