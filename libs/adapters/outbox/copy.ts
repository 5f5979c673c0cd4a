import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Copies the channels' folders while others may write there: what went out, what came back, what was taken in. A receipt on its way from
 * one folder to the next is in the later one, or in both, and is then known again by its name; files that are still being written
 * (`….new`, `….part`) are left. @returns how many files
 */
export async function copyOutbox(from: string, to: string): Promise<number> {
  if (!existsSync(from)) return 0;
  await mkdir(to, { recursive: true, mode: 0o700 });
  const entries = (await readdir(from, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  let files = 0;
  for (const { name } of entries.filter((entry) => entry.isFile() && !/\.(new|part)$/.test(entry.name))) {
    try {
      await copyFile(join(from, name), join(to, name));
      files++;
    } catch (error) {
      // Put away meanwhile.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  for (const entry of entries.filter((each) => each.isDirectory())) {
    files += await copyOutbox(join(from, entry.name), join(to, entry.name));
  }
  return files;
}
