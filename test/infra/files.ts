import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export const root = join(__dirname, '..', '..');

export const read = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');

/** Every file of infra/ whose name ends so, with its path from there. */
export function infraFiles(end: RegExp): string[] {
  return readdirSync(join(root, 'infra'), { recursive: true, encoding: 'utf8' }).filter((name) => end.test(name));
}

/** A service of a compose file, as far as its tests look at it. */
export interface Service {
  readonly image: string;
  readonly user?: string;
  readonly restart?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly logging?: { readonly options: Readonly<Record<string, string>> };
  readonly mem_limit?: string;
  readonly healthcheck?: { readonly test?: unknown; readonly disable?: boolean };
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly volumes?: readonly string[];
  readonly networks?: Readonly<Record<string, { readonly ipv4_address?: string }>>;
  readonly ports?: readonly string[];
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
}

export interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

export const modes = ['single', 'cluster'] as const;

/** A compose file with its anchors resolved and its variables left as they are written. */
export function compose(mode: (typeof modes)[number]): Compose {
  return parse(read('infra', mode, 'compose.yaml'), { merge: true }) as Compose;
}

/** Names and services of both compose files. */
export const services = modes.flatMap((mode) =>
  Object.entries(compose(mode).services).map(([name, service]) => ({ mode, name, service })),
);
