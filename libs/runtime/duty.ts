/**
 * Which of several nodes does what one does at a time: signing checkpoints, what follows from events, what the passing of days brings. Two
 * that both think it is their turn do no harm: each of these things is recorded once, whoever does it.
 */
export interface Duty {
  /** Whether it is this node's turn. */
  held(): boolean;
  /** Has a handler called after each change. */
  watch(changed: () => void): void;
  /** Lets another have it, where this node can't do what it asks; it comes back here when nobody takes it. */
  handOn(): Promise<void>;
  /** What is wrong with this node's part in it, in Chinese; undefined when nothing is. */
  readonly trouble: string | undefined;
  /** Gives it up, so that another needn't wait until it lapses. */
  close(): Promise<void>;
}

/** The duty of a process that is alone. */
export const alwaysOnDuty: Duty = {
  held: () => true,
  watch: () => undefined,
  handOn: async () => undefined,
  trouble: undefined,
  close: async () => undefined,
};
