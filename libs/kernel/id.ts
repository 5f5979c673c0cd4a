/** Name of a stream's subject, a person, an account …: `[A-Za-z0-9][A-Za-z0-9._:-]{0,127}`. */
export type Id = string;

const ID = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;

/** Whether the text can name something in events and in the draw's documents (draw.md, Notation). */
export function isId(text: unknown): text is Id {
  return typeof text === 'string' && ID.test(text);
}
