import { isId, type Id } from '@srd/kernel';

/**
 * Whether somebody may hand the id in. The few names that every JavaScript object answers to (`constructor`, `toString` …) are left
 * out: what is looked up by them is always found, and never what was meant.
 */
export function isUsableId(text: unknown): text is Id {
  return isId(text) && !(text in Object.prototype);
}
