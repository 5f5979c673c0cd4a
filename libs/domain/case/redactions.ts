import type { Redaction } from './vocabulary';

/** Redactions with later ones in place of earlier ones of the same finding (C24, trap 10). */
export function merged(earlier: readonly Redaction[], later: readonly Redaction[]): readonly Redaction[] {
  return [...earlier.filter((one) => !later.some((other) => other.finding === one.finding)), ...later];
}
