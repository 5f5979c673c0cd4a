import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Where a server keeps its data, and its keys apart from them. */
export interface Place {
  readonly mode: 'demo' | 'serve';
  readonly dataDir: string;
  readonly keyDir: string;
  /** Where its events lie: in the data folder, or in a namespace of its own on a server. */
  readonly eventStore: string;
  /** Folder that all nodes of an installation share; the data folder where there is one node. */
  readonly sharedDir?: string;
}

/** How a process ended: its code, or the signal that ended it. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

const root = join(__dirname, '..', '..');
const PATIENCE = 180_000;

/** What the server inherits of this process's environment: none of its settings. */
function environment(place: Place, more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(SRD_|PORT$|DATA_DIR$|EVENT_STORE$|NODE_OPTIONS$)/.test(name),
  );
  return {
    ...Object.fromEntries(inherited),
    DATA_DIR: place.dataDir,
    SRD_KEY_DIR: place.keyDir,
    ...(place.sharedDir === undefined ? {} : { SRD_SHARED_DIR: place.sharedDir }),
    SRD_MODE: place.mode,
    EVENT_STORE: place.eventStore,
    SRD_REQUESTS_PER_MINUTE: '1000000',
    PORT: '0',
    ...more,
  };
}

function run(place: Place, more: Readonly<Record<string, string>>): ChildProcess {
  const args = ['-r', join(root, 'scripts', 'ts-hook.cjs'), join(root, 'apps', 'api', 'src', 'main.ts')];
  return spawn(process.execPath, args, { cwd: root, env: environment(place, more), stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The api in a process of its own, as it runs in use: from main.ts, with its settings in the environment. */
export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    /** Every line the process has printed so far. */
    readonly lines: readonly string[],
    readonly ended: Promise<Ended>,
  ) {}

  /** @throws Error with what the process printed when it ends before it listens */
  static async start(place: Place, more: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
    const child = run(place, more);
    const lines: string[] = [];
    const ended = new Promise<Ended>((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));
    createInterface({ input: child.stderr! }).on('line', (line) => lines.push(line));
    const listening = new Promise<string>((resolve) => {
      createInterface({ input: child.stdout! }).on('line', (line) => {
        lines.push(line);
        const { listening: url } = JSON.parse(line.startsWith('{') ? line : '{}') as { listening?: string };
        if (url !== undefined) resolve(url);
      });
    });
    const failed = ended.then(({ code }): never => {
      throw new Error(`the server ended with ${code} before it listened:\n${lines.join('\n')}`);
    });
    const url = await Promise.race([listening, failed, after(PATIENCE, 'the server didn’t listen in time')]);
    failed.catch(() => undefined);
    return new ServerProcess(child, url, lines, ended);
  }

  /** SIGTERM, and how it ended. */
  async stop(): Promise<Ended> {
    this.child.kill('SIGTERM');
    return this.ended;
  }

  /** SIGTERM without waiting. */
  terminate(): void {
    this.child.kill('SIGTERM');
  }

  /** SIGKILL, as when the machine loses its power but not its disk’s content. */
  async kill(): Promise<Ended> {
    this.child.kill('SIGKILL');
    return this.ended;
  }
}

/** A start that is expected to be refused: the exit code, and what was printed on stderr. */
export function refusedStart(
  place: Place,
  more: Readonly<Record<string, string>> = {},
): Promise<Ended & { readonly said: string }> {
  const child = run(place, more);
  let said = '';
  child.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  child.stdout!.on('data', (chunk: Buffer) => {
    if (chunk.toString('utf8').includes('"listening"')) child.kill('SIGKILL');
  });
  return new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal, said })));
}

function after(milliseconds: number, message: string): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(message)), milliseconds).unref();
  });
}
