import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { runCli } from './cli';
import type { Terminal } from './command';

/** A question at the terminal; a hidden answer isn't echoed. */
async function ask(question: string, { hidden = false }: { readonly hidden?: boolean } = {}): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  if (hidden) process.stderr.write(question);
  const lines = createInterface({ input: process.stdin, output: hidden ? silent : process.stderr, terminal: true });
  try {
    return (await lines.question(hidden ? '' : question)).trim();
  } finally {
    lines.close();
    if (hidden) process.stderr.write('\n');
  }
}

const terminal: Terminal = {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  env: process.env,
  ...(process.stdin.isTTY ? { ask } : {}),
};

// A reader that has seen enough (`srd … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

runCli(process.argv.slice(2), terminal).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  },
);
