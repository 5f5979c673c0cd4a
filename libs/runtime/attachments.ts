import type { Instant } from '@srd/kernel';

/** A file as an organ received it. The content is known by its SHA-256 (hex), which is computed where it arrives and never believed. */
export interface Receipt {
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  /** The file's name as it was sent. */
  readonly name: string;
  /** Found out from the content. */
  readonly mediaType: string;
  readonly organ: string;
  /** Account that sent it. */
  readonly by: string;
  readonly at: Instant;
}

/** The stored content isn't the one that was received. */
export class AttachmentDamaged extends Error {
  constructor(
    readonly sha256: string,
    /** What is stored in its place. */
    readonly bytes: Uint8Array,
  ) {
    super(`attachment ${sha256} isn't the content that was received`);
    this.name = 'AttachmentDamaged';
  }
}

/**
 * Contents of evidence and other papers, kept by their hash apart from the events, which name them. The same content is kept once,
 * with a receipt for each organ that sent it.
 */
export interface AttachmentStore {
  /**
   * Takes a content in. `judge` is asked when all of it has arrived: it says what goes on the receipt, or throws, and then nothing is
   * kept. Settles when content and receipt are durable. Received once more by the same organ, the newest receipt stands.
   */
  receive(
    content: AsyncIterable<Uint8Array>,
    judge: (arrived: Pick<Receipt, 'sha256' | 'size'>) => Promise<Omit<Receipt, 'sha256' | 'size'>>,
  ): Promise<Receipt>;
  /** What an organ received; without one, whichever did. */
  receipt(sha256: string, organ?: string): Promise<Receipt | undefined>;
  /** All receipts, in no particular order. */
  receipts(): AsyncIterable<Receipt>;
  /** The content, hashed anew; undefined where there is none. @throws AttachmentDamaged */
  read(sha256: string): Promise<Uint8Array | undefined>;
  /**
   * Removes an organ's receipt, and the content with the last one. False, and nothing is removed, where the receipt was asked for within
   * the last hour: whoever asked may be about to name the file.
   */
  discard(receipt: Pick<Receipt, 'sha256' | 'organ'>): Promise<boolean>;
}
