/** Markup that is safe to send: made only by `html`, which escapes whatever isn't markup already. */
export class Html {
  constructor(readonly text: string) {}
}

export type Part = Html | string | number | null | false | undefined | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that no markup may hold, and those that turn the direction of a line around, are left out. */
function escaped(text: string): string {
  return text.replace(/(?![\t\n\r])\p{Cc}|\p{Bidi_Control}/gu, '').replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}

function textOf(part: Part): string {
  if (part instanceof Html) return part.text;
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return part.map(textOf).join('');
}

/** Markup with values in it: text and numbers are escaped, so that they stand in text and in quoted attributes; nothing for null. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((text, at) => text + textOf(parts[at])).join(''));
}

/** An address of this site with a query; empty values are left out. */
export function address(path: string, query: Readonly<Record<string, string | undefined>> = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}

/** A path of this site with an id as its last part. */
export const pathTo = (folder: string, id: string): string => `/public/${folder}/${encodeURIComponent(id)}`;
