#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isRecent, node24, root } from '../../../scripts/node24.mjs';
import { built, halt, installed } from '../../../scripts/ready.mjs';

await installed().catch(halt);
if (isRecent) {
  await built().catch(halt);
  const settings = join(root, '.env');
  if (existsSync(settings)) process.loadEnvFile(settings);
  await import(pathToFileURL(join(root, 'dist', 'apps', 'cli', 'src', 'main.js')).href);
} else {
  again();
}

/** The same command on Node 24, as if it had been called so: its streams, its signals, its exit code. */
function again() {
  let child;
  try {
    child = spawn(node24(), [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  } catch (error) {
    halt(error);
  }
  // Ctrl-C at a terminal reaches both processes by itself.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code);
    for (const heard of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(heard);
    process.kill(process.pid, signal);
  });
}
