/** What a checkpoint's note says (C2SP tlog-checkpoint): origin, size, root, and who signed. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  /** In base64. */
  readonly root: string;
  /** Names of those who signed, the log itself first. */
  readonly signers: readonly string[];
}

/** Reads a published note without judging its signatures: that is the verifier's work. */
export function checkpointIn(note: string): Checkpoint {
  const [origin = '', size = '0', root = ''] = note.split('\n');
  const signers = [...note.matchAll(/^— (\S+) /gm)].map(([, name]) => name!);
  return { origin, size: Number(size), root, signers };
}
