import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the built pages lie, seen from the built server and from its sources. */
const PLACES = ['../../../../../apps/web/dist', '../../../web/dist'].map((place) => join(__dirname, place));

/** Folder of the built pages; undefined while they haven't been built. */
export function webFolder(): string | undefined {
  return PLACES.find((folder) => existsSync(join(folder, 'index.html')));
}

/** A built page: the desk's `index`, or `witness` for whoever watches a draw; undefined while it hasn't been built. */
export function builtPage(name: 'index' | 'witness'): string | undefined {
  const folder = webFolder();
  return folder === undefined ? undefined : readFileSync(join(folder, `${name}.html`), 'utf8');
}
