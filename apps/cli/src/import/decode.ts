/** A file's text and the encoding it was in. */
export interface Decoded {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'gb18030';
}

function decodeAs(encoding: Decoded['encoding'], bytes: Uint8Array): Decoded | undefined {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return undefined;
  }
}

/**
 * Text as office programs save it: UTF-8 with or without a byte-order mark, UTF-16 with one, else GB18030. A text in GB18030 is
 * hardly ever valid UTF-8 by accident, so the order decides. Undefined when it is none of them.
 */
export function decode(bytes: Uint8Array): Decoded | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes);
  return decodeAs('utf-8', bytes) ?? decodeAs('gb18030', bytes);
}
