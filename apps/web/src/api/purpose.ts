/** What this page's reader opens each case for, as they said it; by the case's id. */
const stated = new Map<string, string>();

/** What the reader said goes along with all that is read of the case from now on. */
export function statePurpose(id: string, purpose: string): void {
  stated.set(id, purpose);
}

export const hasStatedPurpose = (id: string): boolean => stated.has(id);

/** The header that carries the purpose of reading a case; none where it isn't a case's route or nothing was asked. */
export function purposeHeaders(url: string): Record<string, string> {
  const [, id] = /\/api\/v1\/cases\/([^/?]+)/.exec(url) ?? [];
  const purpose = id === undefined ? undefined : stated.get(decodeURIComponent(id));
  return purpose === undefined ? {} : { 'srd-purpose': encodeURIComponent(purpose) };
}
