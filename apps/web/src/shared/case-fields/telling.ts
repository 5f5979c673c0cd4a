/** Told by the picture, or by another field in words. */
const elsewhere = /^\/(value|stage\/code)(\/|$)/;

export const isElsewhere = (path: string): boolean => elsewhere.test(path);

/** Nothing is said there: what stands empty is hidden unless asked for, and its coming and going is no change. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === false || typeof value === 'object';
}
