import { sha256, toHex } from '@srd/kernel';
import type { DrawTranscript } from '@srd/proof/draw';
import { judge, verifyEd25519, type Judged } from '@srd/verifier';
import type { Answer, Asked } from './messages';
import { toldDraws } from './told-draw';

/** The worker's own side of `postMessage`: the document's has another signature. */
const answer = (message: Answer): void =>
  (globalThis as unknown as { postMessage(m: Answer): void }).postMessage(message);

/** SHA-256 of the file: the platform's own beside the judging, where the page is from a place that it trusts (a file is, plain http isn't). */
async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  return subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : sha256(bytes);
}

async function judgeFile({ file, keys, checkpoint, consistency }: Asked): Promise<void> {
  const begun = performance.now();
  let text: string;
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    answer({ is: 'unreadable' });
    return;
  }
  const digest = digestOf(bytes);
  const transcripts: DrawTranscript[] = [];
  const judged: Judged = judge(text, {
    keys,
    ...(checkpoint === undefined ? {} : { checkpoint }),
    ...(consistency === undefined ? {} : { consistency }),
    hash: sha256,
    verifySignature: verifyEd25519,
    drawn: (transcript) => transcripts.push(transcript),
    progress: (proven, of) => answer({ is: 'progress', proven, of }),
  });
  if (judged.kind === 'draw' && judged.verdict.verdict === 'yes') transcripts.push(JSON.parse(text) as DrawTranscript);
  const draws = toldDraws(transcripts);
  const milliseconds = Math.round(performance.now() - begun);
  answer({ is: 'result', result: { judged, draws, sha256: toHex(await digest), milliseconds } });
}

/** Judges each file that it is asked about. */
export function work(): void {
  addEventListener('message', (event: MessageEvent<Asked>) => void judgeFile(event.data));
}
