import { utf8 } from '@srd/kernel';

/** A copy of a bundle in which one byte is another. */
export interface Tampered {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Place of the byte, counted from 0. */
  readonly offset: number;
  readonly from: string;
  readonly to: string;
}

const INSTANT = /"at":"\d{4}-\d\d-\d\dT\d\d:\d(\d)/g;

/** For the demonstration: a copy with the minute of one record changed, the one in the middle. Undefined where no record tells its time. */
export function tampered(bundle: Uint8Array<ArrayBuffer>): Tampered | undefined {
  const text = new TextDecoder().decode(bundle);
  const times = [...text.matchAll(INSTANT)];
  const time = times[Math.floor(times.length / 2)];
  if (!time) return undefined;
  const [whole, from = ''] = time;
  const offset = utf8(text.slice(0, time.index + whole.length - 1)).length;
  const to = String((Number(from) + 1) % 10);
  const bytes = bundle.slice();
  bytes.set(utf8(to), offset);
  return { bytes, offset, from, to };
}
