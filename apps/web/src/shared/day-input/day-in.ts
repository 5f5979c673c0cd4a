/** The day that somebody typed: `2024-3-9`, `2024/03/09`, `2024.3.9`, `20240309`, `2024年3月9日`; undefined for anything else, 30 February too. */
export function dayIn(text: string): string | undefined {
  const [year = '', month = '', date = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.trim())?.slice(1) ??
    /^(\d{4})(\d\d)(\d\d)$/.exec(text.trim())?.slice(1) ??
    [];
  if (year === '') return undefined;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? undefined : day;
}
