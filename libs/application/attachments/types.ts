import { TextDecoder } from 'node:util';
import { fileTypeFromBuffer } from 'file-type';
import { refuse } from '../refusals';

/** The most that one file may have, in bytes: it is held in memory to be hashed with each reading. */
export const MOST_BYTES = 20 * 1_048_576;

/** What may be kept, by what its first bytes show it to be, with the endings that its name may have. Nothing in it runs in a browser. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/ofd': ['ofd'],
  'video/mp4': ['mp4'],
  'audio/mpeg': ['mp3'],
  'audio/x-m4a': ['m4a'],
  'text/plain': ['txt'],
};

/** An ending before the last one that says the file is something to run: `照片.exe.jpg`. Days may stand in a name: `2023.7.10.jpg`. */
const RUNS =
  /\.(?:exe|com|scr|pif|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|msi|dll|jar|sh|py|php|asp|aspx|jsp|html?|xhtml|shtml|svg|xml|swf|lnk|apk)(?=\.)/i;

/** The test string of the European Institute for Computer Antivirus Research, put together here so that this file isn't taken for it. */
const EICAR = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''));
const HEAD = 262_144;

/** A name as people write it: one line, no folder, nothing invisible. In NFC. @throws Refusal ATTACHMENT_NAME_INVALID */
export function attachmentName(given: string): string {
  const name = given.normalize('NFC').trim();
  const odd = /[/\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name) || !name.isWellFormed();
  if (name === '' || name.length > 200 || odd || name.startsWith('.'))
    refuse('ATTACHMENT_NAME_INVALID', '文件名须为 1 至 200 字，不含路径和不可见字符');
  if (RUNS.test(name)) refuse('ATTACHMENT_NAME_INVALID', `文件名“${name}”有可执行文件或网页的双重后缀`);
  return name;
}

/** @throws Refusal ATTACHMENT_TYPE_REFUSED where a name's ending isn't one of its content's */
export function checkEnding(name: string, mediaType: string): void {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const fits = ENDINGS[mediaType] ?? [];
  if (!fits.includes(ending))
    refuse('ATTACHMENT_TYPE_REFUSED', `文件“${name}”的后缀与内容不符：内容应以 ${fits.join('、')} 为后缀`);
}

/** Looks at a content on its way into the store: how much it is, what it is, and whether it is known to do harm (T21). */
export class AttachmentInspection {
  private size = 0;
  private head = Buffer.alloc(0);
  private tail = Buffer.alloc(0);
  private harmful = false;
  private text: TextDecoder | undefined = new TextDecoder('utf-8', { fatal: true });

  /** @throws RangeError beyond `MOST_BYTES` */
  async *through(content: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    for await (const chunk of content) {
      this.size += chunk.length;
      if (this.size > MOST_BYTES) throw new RangeError('too large');
      this.see(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
      yield chunk;
    }
  }

  /** What the content is. @throws Refusal when it can't be kept under this name */
  async mediaTypeFor(name: string): Promise<string> {
    if (this.size === 0) refuse('ATTACHMENT_TYPE_REFUSED', `文件“${name}”是空的`);
    if (this.harmful) refuse('ATTACHMENT_HARMFUL', `文件“${name}”含有病毒特征，未予接收`);
    const mediaType = await this.found();
    if (mediaType === undefined || !Object.hasOwn(ENDINGS, mediaType))
      return refuse(
        'ATTACHMENT_TYPE_REFUSED',
        `文件“${name}”不是可以接收的类型：${Object.values(ENDINGS).flat().join('、')}`,
      );
    checkEnding(name, mediaType);
    return mediaType;
  }

  private see(chunk: Buffer): void {
    if (this.head.length < HEAD) this.head = Buffer.concat([this.head, chunk.subarray(0, HEAD - this.head.length)]);
    const joined = Buffer.concat([this.tail, chunk]);
    this.harmful ||= joined.includes(EICAR);
    this.tail = Buffer.from(joined.subarray(Math.max(0, joined.length - EICAR.length + 1)));
    this.text = isText(this.text, chunk) ? this.text : undefined;
  }

  private async found(): Promise<string | undefined> {
    const mime = (await fileTypeFromBuffer(this.head))?.mime;
    // 版式文件 (GB/T 33190) is a zip whose root document is OFD.xml.
    if (mime === 'application/zip' && this.head.includes('OFD.xml')) return 'application/ofd';
    if (mime !== undefined) return mime;
    const isMarkup = /^[\s\uFEFF]*</.test(this.head.subarray(0, 1_024).toString('utf8'));
    return isText(this.text) && !isMarkup ? 'text/plain' : undefined;
  }
}

/** Whether what has come so far, or (without a chunk) all of it, is UTF-8 text without control characters. */
function isText(decoder: TextDecoder | undefined, chunk?: Uint8Array): boolean {
  try {
    const text = chunk ? decoder?.decode(chunk, { stream: true }) : decoder?.decode();
    // oxlint-disable-next-line no-control-regex -- these are the characters that no text has
    return text !== undefined && !/[\u0000-\u0008\u000e-\u001f\u007f]/.test(text);
  } catch {
    return false;
  }
}
