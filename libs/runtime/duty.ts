/**
 * Which of several nodes does what one does at a time: signing checkpoints, what follows from events, what the passing of days brings. Two
 * that both think it is their turn do no harm: each of these things is recorded once, whoever does it.
 */
export interface Duty {
  /** Whether it is this node's turn. */
  held(): boolean;
  /** Has a handler called after each change. */
  watch(changed: () => void): void;
  /** Gives it up, so that another needn't wait until it lapses. */
  close(): Promise<void>;
}

/** The duty of a process that is alone. */
export const alwaysOnDuty: Duty = {
  held: () => true,
  watch: () => undefined,
  close: async () => undefined,
};
