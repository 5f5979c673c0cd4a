import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RETIRED } from '../keys';

/** Folder of the key folder in which those who watch the log are written down. */
export const WITNESSES = 'witnesses';

interface Watching {
  readonly retired: readonly string[];
  readonly witnesses: readonly string[];
  readonly witnessed: readonly { readonly name: string; readonly note: string }[];
}

/**
 * Who watches the log, from files beside the key: `witnesses/*.vkey` hold a verifier key a line, `witnesses/*.note` the newest note that
 * a witness keeps, and the file of retired keys those that signed before the present one.
 */
export function witnessesIn(keyDir: string): Watching {
  const folder = join(keyDir, WITNESSES);
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return {
    retired: linesOf(join(keyDir, RETIRED)).toReversed(),
    witnesses: names.filter((name) => name.endsWith('.vkey')).flatMap((name) => linesOf(join(folder, name))),
    witnessed: names
      .filter((name) => name.endsWith('.note'))
      .map((name) => ({ name: name.slice(0, -'.note'.length), note: readFileSync(join(folder, name), 'utf8') })),
  };
}

function linesOf(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
