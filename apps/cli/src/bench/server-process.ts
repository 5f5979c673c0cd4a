import { spawn } from 'node:child_process';
import { serverFile } from './root';

/** A server in a process of its own. */
export interface ServerProcess {
  readonly url: URL;
  /** Milliseconds from the start of the process until it listened. */
  readonly startedIn: number;
  stop(): Promise<void>;
}

const PATIENCE = 120_000;

/** Starts a built server on a data folder, at a free port. `entry`: `main.js`, or `without-store.js`. */
export async function startServer(entry: string, dataDir: string): Promise<ServerProcess> {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('SRD_'));
  const env = {
    ...Object.fromEntries(inherited),
    DATA_DIR: dataDir,
    PORT: '0',
    SRD_MODE: 'serve',
    SRD_KEY_DIR: `${dataDir}-keys`,
    SRD_LOG_LEVEL: 'fatal',
    SRD_REQUESTS_PER_MINUTE: '1000000',
  };
  const begun = performance.now();
  const child = spawn(process.execPath, [serverFile(entry)], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString('utf8')));
  try {
    const url = await new Promise<URL>((resolve, reject) => {
      let output = '';
      child.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString('utf8');
        const line = output.split('\n').find((each) => each.startsWith('{"listening"'));
        if (line?.endsWith('}')) resolve(new URL((JSON.parse(line) as { listening: string }).listening));
      });
      child.once('error', reject);
      void ended.then(() => reject(new Error(`${entry} 没有启动：${errors.slice(0, 500)}`)));
      setTimeout(() => reject(new Error(`${entry} 在 ${PATIENCE} ms 内没有启动`)), PATIENCE).unref();
    });
    const startedIn = performance.now() - begun;
    return {
      url,
      startedIn,
      async stop() {
        child.kill('SIGTERM');
        await ended;
      },
    };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}
