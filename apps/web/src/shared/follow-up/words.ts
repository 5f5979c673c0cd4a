/** The two ladders of B三(三), which never meet; what stands on neither ends with a record or a receipt. */
export const ladderLabels = { breach: '违法违规', risk: '风险提示', other: '其他' } as const;

/** The page of a case's follow-up; with a measure and a command it opens that form. */
export function followUpPath(id: string, about: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(about).toString();
  return `/desk/rectification/${encodeURIComponent(id)}${search === '' ? '' : `?${search}`}`;
}
