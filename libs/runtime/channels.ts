/**
 * Where publications go: 门户网站, 信用信息公示平台 (A二(五), B三(一); R74). What a channel is made of is the adapter's business; that it may
 * take a while, refuse, or never answer is known here.
 */
export interface OutgoingPublication {
  /** The same for every attempt: a channel that has it already doesn't show it twice. */
  readonly id: string;
  readonly channel: string;
  /** `id` of what this adds to, puts right or takes back. */
  readonly replaces: string | null;
  /** The sentence that goes with a later publication. */
  readonly notice: string | null;
  /** Name, Chinese heading and value, in the order of the rule that asks for them. */
  readonly fields: readonly { readonly name: string; readonly label: string; readonly value: string }[];
}

/** What a channel says of a publication: taken, with its receipt, or not, with the reason. */
export type ChannelReceipt = {
  readonly channel: string;
  readonly publication: string;
  /** Handle of the receipt in its channel, for `settle`. */
  readonly source: string;
} & (
  | { readonly accepted: true; readonly receipt: string }
  | { readonly accepted: false; readonly reason: string }
  | { readonly accepted: null; readonly fault: string }
);

/** The channel can't take anything now; the message says why, in Chinese. */
export class ChannelUnavailable extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'ChannelUnavailable';
  }
}

export interface PublicationChannels {
  /** Hands a publication over. Once more under the same id leaves it there once. @throws ChannelUnavailable */
  send(publication: OutgoingPublication): Promise<void>;
  /** Receipts that came in and aren't settled, in a stable order; one that can't be read has `accepted: null`. */
  receipts(): Promise<readonly ChannelReceipt[]>;
  /** Puts a receipt away: taken, or set aside with the reason why it wasn't. */
  settle(receipt: ChannelReceipt, refused?: string): Promise<void>;
}
