const DAY = 86_400_000;
const WEEK = 7;
const text = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The weeks of a month, Monday first, with the days of its neighbours that fill them: `2024-08`. */
export function weeksOf(month: string): readonly (readonly string[])[] {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const start = first - ((new Date(first).getUTCDay() + 6) % WEEK) * DAY;
  const end = Date.parse(`${monthAfter(month, 1)}-01T00:00:00Z`);
  const weeks: string[][] = [];
  for (let monday = start; monday < end; monday += WEEK * DAY)
    weeks.push(Array.from({ length: WEEK }, (_, at) => text(monday + at * DAY)));
  return weeks;
}

/** A month so many after another; `2024-12` and 1 give `2025-01`. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return text(Date.UTC(year, number - 1 + months, 1)).slice(0, 'YYYY-MM'.length);
}
