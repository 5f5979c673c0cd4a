import type { JsonObject } from './json';

/** What one kind of refusal says to people: a short title and the article or rule it rests on. */
export interface RefusalText {
  readonly title: string;
  /** `B二(九)` for the documents, a law's article, or `本系统` for the software's own rule. */
  readonly basis: string;
  /** 409 (the default): the state or a rule is against it. 403: this person may not. 422: the content can't be. 404: no such thing. */
  readonly status?: 403 | 404 | 409 | 422;
}
export type RefusalTable = Readonly<Record<string, RefusalText>>;

/**
 * The answer "no" to a command: nothing was recorded and nothing changed. `code` is stable English, `detail` is Chinese for
 * the person who asked, `data` what the page needs to explain it.
 */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly text: RefusalText,
    readonly detail: string,
    readonly data: JsonObject = {},
  ) {
    super(`${code}: ${detail}`);
    this.name = 'Refusal';
  }
}

/** A function that refuses with one of the codes of a table: the closed union of one aggregate's refusals. */
export function refuser<T extends RefusalTable>(
  table: T,
): (code: keyof T & string, detail?: string, data?: JsonObject) => never {
  return (code, detail, data) => {
    const text = table[code] as RefusalText;
    throw new Refusal(code, text, detail ?? text.title, data);
  };
}

/** Recorded events that the procedure doesn't allow: not an answer but an alarm. */
export class CorruptHistory extends Error {
  constructor(
    readonly stream: string,
    readonly revision: number,
    reason: string,
  ) {
    super(`${stream}@${revision}: ${reason}`);
    this.name = 'CorruptHistory';
  }
}
