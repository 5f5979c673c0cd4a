/** From a process alone to nodes with a server: what stands beside the log, into the journals that all nodes have in common. */
import { toHex } from '@srd/kernel';
import { parseNote } from '@srd/proof/log';
import type { CheckpointEntry, Taker } from '@srd/runtime';
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { credentialsIn } from '../credentials';
import type { EventStore } from '../eventstoredb';
import { personsIn } from '../persons';
import { openSqliteTree } from '../sqlite';

/** So many entries in one append: some kilobytes each at most, far below what a server takes at once. */
const TOGETHER = 100;

/**
 * Records passwords, offers, the sealed register of persons, checkpoints and the reactions' place on the server. Repeated after an interruption it
 * changes nothing that stands. The files stay under a name with `.migrated`; sessions aren't moved, everybody signs in again.
 */
export async function moveBeside(
  dataDir: string,
  server: EventStore,
  progress: (entries: number) => void = () => undefined,
): Promise<number> {
  let moved = 0;
  const move = async <E>(journal: string, entries: readonly E[]): Promise<void> => {
    if (entries.length === 0) return;
    const opened = await server.openJournal<E>(journal, passing());
    for (let from = 0; from < entries.length; from += TOGETHER) {
      const some = entries.slice(from, from + TOGETHER);
      await opened.recordAll(some);
      progress((moved += some.length));
    }
  };
  const file = (name: string): string => join(dataDir, `${name}.sqlite`);
  if (existsSync(file('credentials'))) {
    const { entries, place } = await credentialsIn(file('credentials'));
    await move('credentials', entries);
    if (place !== undefined) await (await server.openBookmark()).keep(place);
  }
  if (existsSync(file('persons'))) await move('persons', personsIn(file('persons')));
  if (existsSync(file('checkpoints'))) {
    const { signed, cosigned } = checkpointsIn(file('checkpoints'));
    await move('checkpoints', signed);
    await move('checkpoints', cosigned);
  }
  for (const name of ['credentials', 'persons', 'checkpoints']) {
    if (existsSync(file(name))) renameSync(file(name), file(`${name}.migrated`));
  }
  return moved;
}

/** Takes entries in by their number alone: the nodes will take in what they hold. */
function passing<E>(): Taker<E> {
  let last = -1;
  return {
    taken: () => last,
    take(_, number) {
      last = number;
    },
  };
}

function checkpointsIn(file: string): Readonly<Record<'signed' | 'cosigned', readonly CheckpointEntry[]>> {
  const tree = openSqliteTree(file);
  try {
    const all = [...tree.checkpoints()];
    return {
      signed: all.map(({ size, root, note }) => ({ kind: 'signed', size, root: toHex(root), note })),
      cosigned: all
        .filter(({ note }) => parseNote(note).lines.length > 1)
        .map(({ size, note }) => ({ kind: 'cosigned', size, note })),
    };
  } finally {
    tree.close();
  }
}
