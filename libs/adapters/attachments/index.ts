/**
 * Attachments as files of one folder: `ab/<sha256>` is a content, `ab/<sha256>.<organ>.json` an organ's receipt for it. A file appears under
 * its name when it is whole and synced, and so is its folder; what a crash leaves half written lies in `incoming` and goes at the next start.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AttachmentDamaged, type AttachmentStore, type Receipt } from '@srd/runtime';
import { present, syncFolder, writeNew } from './files';

export { copyAttachments } from './copy';
export type { AttachmentsCopied } from './copy';

const SHA256 = /^[0-9a-f]{64}$/;
const INCOMING = 'incoming';
const HOUR = 3_600_000;

/** Opens the folder, or makes it. It is the process's own; or each of several that share it has a name, under which it takes in what arrives. */
export function openAttachments(folder: string, node = ''): AttachmentStore {
  const incoming = join(folder, INCOMING, node);
  rmSync(incoming, { recursive: true, force: true });
  mkdirSync(incoming, { recursive: true, mode: 0o700 });
  const shelf = (sha256: string): string => join(folder, sha256.slice(0, 2));
  const contentFile = (sha256: string): string => join(shelf(sha256), sha256);
  const receiptFile = (sha256: string, organ: string): string =>
    join(shelf(sha256), `${sha256}.${encodeURIComponent(organ)}.json`);

  const anyReceiptFile = async (sha256: string): Promise<string | undefined> => {
    const files = (await present(readdir(shelf(sha256)))) ?? [];
    const file = files.sort().find((name) => name.startsWith(`${sha256}.`));
    return file === undefined ? undefined : join(shelf(sha256), file);
  };
  /** When a hash's receipts were last asked for. */
  const asked = new Map<string, number>();

  async function place(partial: string, file: string): Promise<void> {
    if (await mkdir(dirname(file), { recursive: true, mode: 0o700 })) await syncFolder(folder);
    await rename(partial, file);
    await syncFolder(dirname(file));
  }

  return {
    async receive(content, judge) {
      const partial = join(incoming, randomUUID());
      try {
        const arrived = await arriving(content, partial);
        const receipt: Receipt = { ...arrived, ...(await judge(arrived)) };
        // A content that stands there already is replaced by the same one: what was damaged is whole again.
        await place(partial, contentFile(receipt.sha256));
        await writeNew(partial, (handle) => handle.writeFile(`${JSON.stringify(receipt)}\n`));
        await place(partial, receiptFile(receipt.sha256, receipt.organ));
        return receipt;
      } finally {
        await rm(partial, { force: true });
      }
    },

    async receipt(sha256, organ) {
      if (!SHA256.test(sha256)) return undefined;
      asked.set(sha256, Date.now());
      const file = organ === undefined ? await anyReceiptFile(sha256) : receiptFile(sha256, organ);
      const text = file && (await present(readFile(file, 'utf8')));
      return text === undefined ? undefined : (JSON.parse(text) as Receipt);
    },

    async *receipts() {
      for (const name of await readdir(folder)) {
        if (!/^[0-9a-f]{2}$/.test(name)) continue;
        for (const file of await readdir(join(folder, name))) {
          if (!file.endsWith('.json')) continue;
          const text = await present(readFile(join(folder, name, file), 'utf8'));
          if (text !== undefined) yield JSON.parse(text) as Receipt;
        }
      }
    },

    async read(sha256) {
      if (!SHA256.test(sha256)) return undefined;
      const bytes = await present(readFile(contentFile(sha256)));
      if (bytes === undefined) return undefined;
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new AttachmentDamaged(sha256, bytes);
      return bytes;
    },

    async discard({ sha256, organ }) {
      const now = Date.now();
      for (const [hash, at] of asked) if (at + HOUR < now) asked.delete(hash);
      if (asked.has(sha256)) return false;
      await rm(receiptFile(sha256, organ), { force: true });
      const left = (await present(readdir(shelf(sha256)))) ?? [];
      if (!left.some((file) => file.startsWith(`${sha256}.`))) await rm(contentFile(sha256), { force: true });
      if (left.length > 0) await syncFolder(shelf(sha256));
      return true;
    },
  };
}

/** Writes what arrives and says what it is; durable when it settles. */
function arriving(content: AsyncIterable<Uint8Array>, file: string): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  return writeNew(file, async (handle) => {
    for await (const chunk of content) {
      hash.update(chunk);
      size += chunk.length;
      await handle.writeFile(chunk);
    }
    return { sha256: hash.digest('hex'), size };
  });
}
