import type { Id } from '@srd/kernel';
import type { Receipt } from '@srd/runtime';
import type { Stores } from '../ports';
import { refuse } from '../refusals';
import { filesIn } from './named';

/** An organ's own receipt for a file that it quotes: what another organ sent isn't somebody's for knowing its hash. @throws Refusal */
export async function receivedBy({ attachments }: Stores, organ: Id, sha256: string): Promise<Receipt> {
  const receipt = await attachments.receipt(sha256, organ);
  const short = `${sha256.slice(0, 12)}…`;
  return (
    receipt ?? refuse('ATTACHMENT_NOT_RECEIVED', `本机关没有收到 SHA-256 为 ${short} 的文件，请先上传`, { sha256 })
  );
}

/** Every file that a command quotes is on file already or was received by the asker's organ. @throws Refusal ATTACHMENT_NOT_RECEIVED */
export async function demandFiles(stores: Stores, organ: Id, data: unknown, onFile: readonly string[]): Promise<void> {
  for (const hash of filesIn(data).keys()) if (!onFile.includes(hash)) await receivedBy(stores, organ, hash);
}
