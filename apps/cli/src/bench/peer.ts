import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { JsonObject } from '@srd/kernel';

/** Emmett's store for SQLite with its native driver. Not among the project's dependencies: it has no licence and a build of its own. */
const PACKAGES = ['@event-driven-io/emmett@0.38.5', '@event-driven-io/emmett-sqlite@0.38.5', 'sqlite3@5.1.7'];
const INSTALL_MS = 10 * 60_000;

/** The part of emmett's store that is measured. */
export interface PeerStore {
  appendToStream(
    stream: string,
    events: readonly { readonly type: string; readonly data: JsonObject; readonly metadata: JsonObject }[],
    options: { readonly expectedStreamVersion: bigint },
  ): Promise<unknown>;
}

interface PeerModule {
  getSQLiteEventStore(options: { readonly fileName: string }): PeerStore;
}

/**
 * Opens the peer's store in a file. It is installed into `folder` by npm where it isn't there yet; its driver is compiled then,
 * which takes a minute or two. @throws Error with the reason when it can't be had
 */
export async function openPeer(folder: string, file: string): Promise<PeerStore> {
  const manifest = join(folder, 'package.json');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "name": "srd-bench-peer", "private": true }\n');
  if (!existsSync(join(folder, 'node_modules', '@event-driven-io', 'emmett-sqlite'))) await install(folder);
  const peer = createRequire(manifest)('@event-driven-io/emmett-sqlite') as PeerModule;
  return peer.getSQLiteEventStore({ fileName: file });
}

/** Name and version of what is installed. */
export function peerName(folder: string): string {
  const file = join(folder, 'node_modules', '@event-driven-io', 'emmett-sqlite', 'package.json');
  const { name, version } = JSON.parse(readFileSync(file, 'utf8')) as { name: string; version: string };
  return `${name} ${version}`;
}

async function install(folder: string): Promise<void> {
  // This process's Node comes first, so that the driver is built for it.
  const env = { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH ?? ''}` };
  const args = ['install', '--no-fund', '--no-audit', '--no-package-lock', '--prefix', folder, ...PACKAGES];
  try {
    await promisify(execFile)('npm', args, { cwd: folder, env, timeout: INSTALL_MS });
  } catch (error) {
    const { stderr, message } = error as { readonly stderr?: string; readonly message: string };
    const output = stderr ? stderr : message;
    const line = output.split('\n').find((each) => each.startsWith('npm error') && !each.includes('code ')) ?? output;
    throw new Error(
      line
        .replace(/^npm error /, '')
        .trim()
        .slice(0, 200),
      { cause: error },
    );
  }
}
