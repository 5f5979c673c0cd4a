/** Control characters, invisible formatting (bidi overrides, zero-width ones), half a pair, line and paragraph separators. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const INVISIBLE_IN_LINES = /[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

function tidied(text: unknown, forbidden: RegExp): string | null {
  if (typeof text !== 'string') return null;
  const tidy = text.normalize('NFC').trim();
  return tidy === '' || forbidden.test(tidy) ? null : tidy;
}

/** One line as it is kept: NFC, without outer blanks; null when empty or holding what can't be seen. */
export function plainLine(text: unknown): string | null {
  return tidied(text, INVISIBLE);
}

/** The same for a text of several lines, such as a reason; lines end in `\n`. */
export function plainText(text: unknown): string | null {
  return tidied(typeof text === 'string' ? text.replaceAll('\r\n', '\n') : text, INVISIBLE_IN_LINES);
}
