import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../..');

/** The child of these tests as a command: program and arguments. */
export function childCommand(...args: (string | number)[]): [string, string[]] {
  const hook = path.join(ROOT, 'scripts/ts-hook.cjs');
  return [process.execPath, ['--no-warnings', '-r', hook, path.join(__dirname, 'child.ts'), ...args.map(String)]];
}

export function startChild(...args: (string | number)[]): ChildProcess {
  const [program, given] = childCommand(...args);
  return spawn(program, given, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The child under strace: its output, and the calls it made. @throws Error that says what to install */
export function traceChild(
  directory: string,
  options: string[],
  ...args: (string | number)[]
): { out: string; calls: string } {
  const trace = path.join(directory, 'trace.txt');
  const [program, given] = childCommand(...args);
  const run = spawnSync('strace', ['-f', '-y', '-s', '24', '-o', trace, ...options, program, ...given], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (run.error)
    throw new Error('strace is needed to prove that appends are synced: apt-get install -y strace', {
      cause: run.error,
    });
  const calls = spawnSync('cat', [trace], { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout;
  return { out: run.stdout, calls };
}

/** A directory for one test, taken away after it. */
export function scratch(): { readonly directory: string; readonly file: string; remove(): void } {
  const directory = mkdtempSync(path.join(tmpdir(), 'srd-sqlite-'));
  return {
    directory,
    file: path.join(directory, 'events.db'),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}
