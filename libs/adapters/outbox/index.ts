/** Channels as folders: what goes out lies there as JSON and CSV, what comes back is laid beside it as a receipt file. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ChannelUnavailable,
  type ChannelReceipt,
  type OutgoingPublication,
  type PublicationChannels,
} from '@srd/runtime';
import { csvOf } from './csv';

export { copyOutbox } from './copy';

const RECEIPTS = 'receipts';

/**
 * `<folder>/<channel>/<id>.json` and `.csv` for each publication; receipts are read from `<channel>/receipts/*.json`
 * (`{"publication": …, "accepted": true, "receipt": …}` or `{…, "accepted": false, "reason": …}`) and put into `taken` or `refused` there.
 */
export function openOutbox(folder: string): PublicationChannels {
  return {
    async send(publication) {
      const place = join(folder, safe(publication.channel));
      try {
        mkdirSync(join(place, RECEIPTS), { recursive: true, mode: 0o700 });
        keep(join(place, `${safe(publication.id)}.json`), jsonOf(publication));
        keep(join(place, `${safe(publication.id)}.csv`), csvOf(publication));
      } catch (error) {
        if (error instanceof ChannelUnavailable) throw error;
        throw new ChannelUnavailable(`载体 ${publication.channel} 的发件目录无法写入`, error);
      }
    },

    async receipts() {
      return subfolders(folder).flatMap((channel) => {
        const place = join(folder, channel, RECEIPTS);
        const names = existsSync(place) ? readdirSync(place).filter((name) => name.endsWith('.json')) : [];
        return names.sort().map((name) => receiptIn(join(place, name), decodeURIComponent(channel), name));
      });
    },

    async settle({ channel, source }, refused) {
      const place = join(folder, safe(channel), RECEIPTS);
      const away = join(place, refused === undefined ? 'taken' : 'refused');
      mkdirSync(away, { recursive: true, mode: 0o700 });
      if (refused !== undefined) writeFileSync(join(away, `${source}.txt`), `${refused}\n`);
      renameSync(join(place, source), join(away, source));
    },
  };
}

/** A name that stays within its folder on every file system. */
function safe(name: string): string {
  return encodeURIComponent(name)
    .replaceAll('*', '%2A')
    .replace(/^\.+/, (dots) => '%2E'.repeat(dots.length));
}

function subfolders(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Whole or not at all; what lies there already must be the same. */
function keep(file: string, text: string): void {
  if (existsSync(file)) {
    if (readFileSync(file, 'utf8') === text) return;
    throw new ChannelUnavailable('同一公示编号已有不同内容，不予覆盖');
  }
  writeFileSync(`${file}.new`, text, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

function jsonOf({ fields, ...rest }: OutgoingPublication): string {
  const named = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
  return `${JSON.stringify({ ...rest, ...named }, null, 2)}\n`;
}

/** A receipt file as far as it can be understood. */
function receiptIn(file: string, channel: string, source: string): ChannelReceipt {
  const told = { channel, source, publication: '' };
  try {
    const { publication, accepted, receipt, reason } = JSON.parse(readFileSync(file, 'utf8')) as Record<
      string,
      unknown
    >;
    const known = { ...told, publication: typeof publication === 'string' ? publication : '' };
    if (known.publication === '') return { ...known, accepted: null, fault: '回执未写明公示编号' };
    if (accepted === true && typeof receipt === 'string' && receipt.trim() !== '')
      return { ...known, accepted, receipt };
    if (accepted === false && typeof reason === 'string' && reason.trim() !== '') return { ...known, accepted, reason };
    return { ...known, accepted: null, fault: '回执须写明已接收及回执编号，或者未接收及原因' };
  } catch {
    return { ...told, accepted: null, fault: '回执文件不是 JSON' };
  }
}
