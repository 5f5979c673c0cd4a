/** Which installation a folder is of, where several nodes serve one. */
import type { OpenJournal, Taker } from '@srd/runtime';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { makeOnce } from '../keys';

/** File that names the installation, in each folder that is its own. */
export const INSTALLATION = 'installation.id';

/** The installation's name as the first node entered it. */
class First implements Taker<{ readonly id: string }> {
  id: string | undefined;
  #taken = -1;

  taken(): number {
    return this.#taken;
  }

  take({ id }: { readonly id: string }, number: number): void {
    this.#taken = number;
    this.id ??= id;
  }
}

/**
 * Holds a node's folders to the installation on the server: the shared one, which its first node enters there, and the data folder, whose copies of
 * accounts and persons must not be another's.
 * @throws Error for a folder that isn't its own; LogUnavailable
 */
export async function holdTo(
  { dataDir, sharedDir = dataDir }: { readonly dataDir: string; readonly sharedDir?: string },
  open: OpenJournal,
): Promise<void> {
  const first = new First();
  const journal = await open('installation', first);
  const shared = join(sharedDir, INSTALLATION);
  if (first.id === undefined) {
    makeOnce(shared, randomUUID);
    await journal.recordAs(0, { id: idIn(shared) as string });
  }
  const id = first.id as string | undefined;
  if (id === undefined) throw new Error('事件库服务器没有记下本套系统的标识，请稍后重试');
  if (idIn(shared) !== id)
    throw new Error(
      `SRD_SHARED_DIR: ${sharedDir} 不是各节点共用的目录（其中的 ${INSTALLATION} 应为 ${id}）。请指向存放附件的共用目录；附件确已恢复到此处的，请补上该文件`,
    );
  const own = join(dataDir, INSTALLATION);
  makeOnce(own, () => id);
  if (idIn(own) !== id)
    throw new Error(
      `DATA_DIR: ${dataDir} 是另一套系统的缓存（${INSTALLATION} 不符）：请核对 EVENT_STORE 和 DATA_DIR，或另设空目录`,
    );
}

function idIn(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}
