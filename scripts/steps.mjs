// What the build's steps share: what a step depends on, and running a program for it.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './node24.mjs';

/** Hash over the names and contents of files. */
export function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Files under a folder, in order; `leftOut` is asked by path. */
export function* sources(folder, leftOut) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = `${folder}/${entry.name}`;
    if (leftOut.test(path)) continue;
    if (entry.isDirectory()) yield* sources(path, leftOut);
    else if (entry.isFile()) yield path;
  }
}

export function stampOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Runs a command in the checkout; its output is kept and shown only when it fails. */
export function run(command, args, env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const stop = (signal) => {
      child.kill(signal);
      child.on('close', () => process.exit(signal === 'SIGINT' ? 130 : 143));
    };
    process.on('SIGINT', stop).on('SIGTERM', stop);
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      resolve({ code: code ?? 1, output: stripVTControlCharacters(output) });
    });
  });
}

export function say(line) {
  process.stderr.write(`${line}\n`);
}
