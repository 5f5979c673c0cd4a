/** What isn't seen, or turns what follows round. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}]/gu;
/** As many characters as tell a text apart. */
const MOST = 30;

/** Somebody's text as a sentence may repeat it: on one line, cut short, what isn't seen by its number (`[U+202E]`). */
export function shown(text: string): string {
  const characters = Array.from(text);
  const seen = characters
    .slice(0, MOST)
    .join('')
    .replaceAll(UNSEEN, (each) => {
      return each === '\n' ? ' ' : `[U+${each.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`;
    });
  return characters.length > MOST ? `${seen}…` : seen;
}
