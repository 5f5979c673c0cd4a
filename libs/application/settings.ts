import { isIP } from 'node:net';
import { resolve } from 'node:path';

/** How the server runs, read once from the environment. */
export interface Settings {
  /** `demo`: the demonstration, with its clock and accounts. `serve`: real use, which refuses both. */
  readonly mode: 'demo' | 'serve';
  readonly port: number;
  readonly host: string;
  /** Folder of the event log and all other stores. */
  readonly dataDir: string;
  /** Folder of key files, apart from the data. */
  readonly keyDir: string;
  /** Folder of attachments and outgoing publications; where several nodes serve one installation, one that they all share. */
  readonly sharedDir: string;
  /** Where the event log lies: `sqlite` in the data folder, or a server's connection string. */
  readonly eventStore: string;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  /** How many requests one address may send in a minute. */
  readonly requestsPerMinute: number;
  /** Who may say for whom it asks (`X-Forwarded-For`, `X-Forwarded-Proto`): addresses, networks, or `loopback` for this machine. */
  readonly trustedProxies: readonly string[];
}

/** Injection token of `Settings`. */
export const SETTINGS = Symbol('settings');

/** A setting is wrong; the message names the variable. */
export class BadSetting extends Error {
  constructor(variable: string, reason: string) {
    super(`${variable}: ${reason}`);
    this.name = 'BadSetting';
  }
}

/** Every `SRD_…` variable there is. */
export const settingNames = [
  'SRD_MODE',
  'SRD_HOST',
  'SRD_KEY_DIR',
  'SRD_SHARED_DIR',
  'SRD_LOG_LEVEL',
  'SRD_REQUESTS_PER_MINUTE',
  'SRD_TRUSTED_PROXIES',
];
const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

/** Reads the settings. @throws BadSetting for an unknown `SRD_…` name or a value that can't be */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  for (const name of Object.keys(env)) {
    if (name.startsWith('SRD_') && !settingNames.includes(name)) {
      throw new BadSetting(name, `没有这个设置项；可用的有 ${settingNames.join('、')}`);
    }
  }
  const eventStore = env.EVENT_STORE ?? 'sqlite';
  if (eventStore !== 'sqlite' && !/^esdb(\+discover)?:\/\//.test(eventStore))
    throw new BadSetting('EVENT_STORE', '须为 sqlite，或 esdb:// 开头的连接串');
  if (env.DATA_DIR === '') throw new BadSetting('DATA_DIR', '不能为空');
  const mode = oneOf('SRD_MODE', env.SRD_MODE ?? 'serve', ['demo', 'serve'] as const);
  const dataDir = resolve(env.DATA_DIR ?? (mode === 'demo' ? 'data/demo' : 'data/srd'));
  return {
    mode,
    port: wholeNumber('PORT', env.PORT ?? '3000', 0, 65_535),
    host: env.SRD_HOST ?? '127.0.0.1',
    dataDir,
    keyDir: resolve(env.SRD_KEY_DIR ?? `${dataDir}-keys`),
    sharedDir: resolve(env.SRD_SHARED_DIR ?? dataDir),
    eventStore,
    requestsPerMinute: wholeNumber('SRD_REQUESTS_PER_MINUTE', env.SRD_REQUESTS_PER_MINUTE ?? '1200', 1, 1_000_000),
    trustedProxies: proxies('SRD_TRUSTED_PROXIES', env.SRD_TRUSTED_PROXIES ?? 'loopback'),
    logLevel: oneOf('SRD_LOG_LEVEL', env.SRD_LOG_LEVEL ?? 'info', LEVELS),
  };
}

function wholeNumber(variable: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!/^\d{1,7}$/.test(text) || value < least || value > most) {
    throw new BadSetting(variable, `“${text}”不可用；须为 ${least} 至 ${most} 的整数`);
  }
  return value;
}

function proxies(variable: string, text: string): readonly string[] {
  const given = text.split(',').map((each) => each.trim());
  for (const each of given) {
    const [address = '', prefix, ...rest] = each.split('/');
    const bits = { 4: 32, 6: 128 }[isIP(address)] ?? -1;
    const network = prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) > 0 && Number(prefix) <= bits);
    if (each !== 'loopback' && (bits < 0 || !network || rest.length > 0))
      throw new BadSetting(variable, `“${each}”不可用；须为反向代理的地址或网段，以逗号分隔，或 loopback（本机）`);
  }
  return given;
}

function oneOf<const T extends readonly string[]>(variable: string, value: string, allowed: T): T[number] {
  if (!allowed.includes(value)) throw new BadSetting(variable, `“${value}”不可用；可用的有 ${allowed.join('、')}`);
  return value;
}
