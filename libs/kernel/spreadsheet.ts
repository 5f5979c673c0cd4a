/** What a spreadsheet takes for the beginning of a formula, the full-width signs of a Chinese keyboard among them. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A text for a cell that stays a text: with an apostrophe before what would be run as a formula (OWASP, CSV injection). */
export function spreadsheetText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
