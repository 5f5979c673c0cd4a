import type { JsonObject } from '@srd/kernel';

/** Keeps secrets under a key that lies apart from the data and that all nodes share. */
export interface Vault {
  /** Ciphertext of a secret, bound to what it belongs to. */
  seal(secret: Uint8Array, purpose: string): JsonObject;
  /** The secret again; undefined when the key or the purpose isn't the one it was sealed with. */
  open(sealed: JsonObject, purpose: string): Uint8Array | undefined;
  /** A token that only a holder of the key can make, the same for the same purpose: a contributor's link. */
  token(purpose: string): string;
}
