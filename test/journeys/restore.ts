import { spawnSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { House } from './server';

const root = resolve(__dirname, '..', '..');

/** A test of copies that hold the events: those on a server are the server's to back up. */
export const withItsOwnLog = process.env['TEST_ESDB_URL'] === undefined ? it : it.skip;

/** Backs the running house up, loses its data folder, puts the copy back and starts again, as the office would. @returns what the backup said */
export async function loseAndRestore(
  house: House,
  today: string,
  onceCopied: () => Promise<void> = async () => undefined,
): Promise<string> {
  const { dataDir, keyDir } = house.place;
  const srd = (...args: string[]): string => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['-r', join(root, 'scripts', 'ts-hook.cjs'), join(root, 'apps', 'cli', 'src', 'main.ts'), ...args],
      {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, DATA_DIR: dataDir, SRD_KEY_DIR: keyDir, SRD_MODE: 'demo' },
      },
    );
    if (status !== 0) throw new Error(`srd ${args.join(' ')}: ${stderr}`);
    return stdout;
  };
  const copy = join(dataDir, '..', 'copy');
  const said = srd('backup', '--all', copy);
  await onceCopied();
  await house.server.stop();
  rmSync(dataDir, { recursive: true });
  cpSync(copy, dataDir, { recursive: true });
  // The demonstration's mark with its clock is no data.
  writeFileSync(join(dataDir, 'demonstration.json'), JSON.stringify({ clock: `${today}T01:00:00.000Z` }));
  srd('rebuild');
  await house.restart();
  return said;
}
