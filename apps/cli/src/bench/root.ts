import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The checkout's folder: the bench needs the recorded histories, and writes its page there. */
export const root = ((): string => {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'test', 'histories'))) return folder;
  }
  return process.cwd();
})();

/** A built file of the server beside the built command line. */
export function serverFile(name: string): string {
  return join(__dirname, '..', '..', '..', 'api', 'src', name);
}
