/**
 * Signs the log's checkpoints with a key that lies apart from the data: a file of another folder, or a device of its own. It remembers the
 * last note that it signed, as a device's counter would, so that data which were put back to an older state don't go unnoticed.
 */
export interface Signer {
  /** Name of the key, which is the log's origin: `srd/<instance>`. */
  readonly name: string;
  /** Ed25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array;
  /** Ed25519 signature of a text, 64 bytes. */
  sign(message: Uint8Array): Uint8Array;
  /** The last note that was signed and stored; undefined before the first. */
  lastSigned(): string | undefined;
  /** Remembers a note. */
  remember(note: string): void;
  /** Public key of the key that will sign next, made on first asking; it signs nothing yet. */
  successor(): Uint8Array;
  /** Retires this key and puts its successor in its place, for whoever opens the signer next. The announcement must be covered before. */
  handOver(): void;
}
