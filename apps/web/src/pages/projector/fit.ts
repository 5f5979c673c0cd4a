/** What is left for the result below the head, in hundredths of the window's height, and of its width. */
const HEIGHT = 52;
const WIDTH = 92;
const LINE = 1.35;
/** The window's width over its height: projectors are 16:9. Another one changes how well it fits, not that it does. */
const ASPECT = 16 / 9;
const MOST_COLUMNS = 4;

/**
 * As large as so many lines can be on a wall, for readers in the last row: into how many columns they go, the size of their letters and
 * the height of a line, for CSS. `longest` is the longest line's length in letters.
 */
export function fitted(
  lines: number,
  longest: number,
): { readonly columns: number; readonly size: string; readonly line: string } {
  const of = (columns: number) => {
    const high = HEIGHT / Math.ceil(lines / columns) / LINE;
    const wide = WIDTH / columns / (longest + 3); // a number stands before it, and a gap behind
    return {
      columns,
      size: Math.min(high, wide * ASPECT),
      css: `min(${high.toFixed(2)}vh, ${wide.toFixed(2)}vw, 9vh)`,
    };
  };
  const choices = Array.from({ length: MOST_COLUMNS }, (_, at) => of(at + 1));
  const { columns, css } = choices.reduce((best, each) => (each.size > best.size + 0.1 ? each : best));
  const share = HEIGHT / Math.ceil(lines / columns);
  return { columns, size: css, line: `clamp(${LINE}em, ${share.toFixed(2)}vh, 2em)` };
}
