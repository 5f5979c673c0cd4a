import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..', '..');

/** What a call of `srd` said and how it ended. */
export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** `srd` as a process of its own, after a prefix such as `unshare`; none of this process's settings reach it, only those that are given. */
export function srd(
  args: readonly string[],
  prefix: readonly string[] = [],
  settings: Readonly<Record<string, string>> = {},
): Promise<Said> {
  const hook = ['-r', join(root, 'scripts', 'ts-hook.cjs'), join(root, 'apps', 'cli', 'src', 'main.ts')];
  const [command = '', ...rest] = [...prefix, process.execPath, ...hook, ...args];
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(SRD_|DATA_DIR$)/.test(name)));
  const child = spawn(command, rest, { cwd: root, env: { ...env, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) => done({ code, out, err }));
  });
}

/** A door in front of a server that lets everything pass and keeps the body of the last answer, to the byte. */
export class KeepingDoor {
  private body = Buffer.alloc(0);

  private constructor(
    private readonly server: Server,
    private readonly to: string,
  ) {}

  static async before(to: string): Promise<KeepingDoor> {
    const server = createServer();
    const door = new KeepingDoor(server, to);
    server.on('request', ({ url = '', headers }, response) => {
      const { authorization = '' } = headers;
      void fetch(`${door.to}${url}`, { headers: { authorization } }).then(async (answer) => {
        door.body = Buffer.from(await answer.arrayBuffer());
        response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
        response.end(door.body);
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return door;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Body of the last answer. */
  get kept(): Buffer {
    return this.body;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
