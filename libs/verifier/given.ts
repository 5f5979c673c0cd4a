/**
 * What a reader gives beside a bundle, in the forms in which it is had: from the answer of an address, or from a file of one's own.
 * The command line and the page read it alike.
 */

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const linesOf = (text: string): string[] =>
  text.split('\n').flatMap((line) => (line.trim() === '' || line.trim().startsWith('#') ? [] : [line.trim()]));

/** Verifier keys in a text: one a line (`#` begins a remark), or the answer of `/api/v1/public/log/keys`, witnesses included. */
export function keysIn(text: string): readonly string[] {
  const answer = text.trimStart().startsWith('{') ? jsonOf(text) : undefined;
  const { items, witnesses } = (answer ?? {}) as { readonly items?: unknown; readonly witnesses?: unknown };
  return Array.isArray(items) ? [items, witnesses ?? []].flat().map(String) : linesOf(text);
}

/** The proof in the answer of `/api/v1/public/log/consistency`, or the hashes themselves. */
export function consistencyIn(text: string): string {
  const { proof } = (jsonOf(text) ?? {}) as { readonly proof?: unknown };
  return Array.isArray(proof) ? JSON.stringify(proof) : text;
}
