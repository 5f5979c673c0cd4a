import { toHex, type Hash } from '@srd/kernel';
import { isOwn } from './streams';
import { nameOf, type Bundle, type Entry } from './document';
import { Wrong, type Said } from './verdict';

/** Every text in an event's content, to find the files that it names by their hash. */
function collect(value: unknown, texts: Set<string>): void {
  if (typeof value === 'string') texts.add(value);
  else if (Array.isArray(value)) for (const item of value) collect(item, texts);
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) collect(item, texts);
}

/** The events that took a file in, by its hash. */
function receipts(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const taken = new Map<string, Entry>();
  for (const entry of entries) {
    const { type, data } = entry.event;
    const sha256 = data?.['sha256'];
    if (type === 'EvidenceAdded' && typeof sha256 === 'string') taken.set(sha256, entry);
  }
  return taken;
}

/** Each file is the one that an event named, to the byte (T11). @throws Wrong */
export function judgeAttachments({ subject, attachments, entries }: Bundle, hash: Hash, said: Said): void {
  const taken = receipts(entries);
  const named = new Set<string>();
  if (attachments.length > 0) for (const { event } of entries) collect(event.data, named);
  // The files are those of the subject's own events: what others hide names none of them.
  const isHidden = entries.some(({ event }) => event.data === undefined && isOwn(subject, event.stream));
  const shown = new Set<string>();
  for (const { sha256, name, size, content } of attachments) {
    shown.add(sha256);
    const differs = (what: string): never => {
      throw new Wrong('ATTACHMENT_DIFFERS', `附件「${name}」${what}`);
    };
    if (content && toHex(hash(content)) !== sha256) differs('的内容与其散列不符');
    if (content && content.length !== size) differs('的大小不符');
    const receipt = taken.get(sha256);
    const data = receipt?.event.data;
    if (receipt && data && (data['name'] !== name || data['size'] !== size))
      differs(`的名称或大小与${nameOf(receipt)}所记不符`);
    if (named.has(sha256)) continue;
    if (!isHidden) throw new Wrong('ATTACHMENT_UNKNOWN', `附件「${name}」不是日志所记的文件`);
    said.notes.push(`附件「${name}」由未披露的事件所记或不为日志所记，未核`);
  }
  const lacking = [...taken.keys()].filter((sha256) => !shown.has(sha256)).length;
  if (lacking > 0) said.notes.push(`${lacking} 件证据材料未附`);
  const empty = attachments.filter(({ content }) => content === null).length;
  if (empty > 0) said.notes.push(`${empty} 件附件未披露内容`);
}
