import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { present, syncFolder, writeNew } from './files';

/** What a copy of the folder came to. */
export interface AttachmentsCopied {
  /** Contents, not counting receipts. */
  readonly files: number;
  readonly bytes: number;
  /** Hashes of contents that aren't what they are known by. They were copied as they are. */
  readonly damaged: readonly string[];
}

/**
 * Copies the folder while others may add to it, each content hashed on its way and each file synced. A file under its name never changes,
 * so there is no moment to catch; contents go before receipts, so that no receipt is copied without its content.
 */
export async function copyAttachments(from: string, to: string): Promise<AttachmentsCopied> {
  const damaged: string[] = [];
  let files = 0;
  let bytes = 0;
  await mkdir(to, { recursive: true, mode: 0o700 });
  const shelves = existsSync(from) ? (await readdir(from)).filter((name) => /^[0-9a-f]{2}$/.test(name)).sort() : [];
  for (const shelf of shelves) {
    await mkdir(join(to, shelf), { mode: 0o700 });
    // `<sha256>` sorts before `<sha256>.<organ>.json`.
    for (const name of (await readdir(join(from, shelf))).sort()) {
      const content = await present(readFile(join(from, shelf, name)));
      // Thrown away meanwhile: no event names it.
      if (content === undefined) continue;
      if (!name.endsWith('.json')) {
        files++;
        bytes += content.length;
        if (createHash('sha256').update(content).digest('hex') !== name) damaged.push(name);
      }
      await writeNew(join(to, shelf, name), (handle) => handle.writeFile(content));
    }
    await syncFolder(join(to, shelf));
  }
  await syncFolder(to);
  return { files, bytes, damaged };
}
