export type NoteFault =
  /** Not of the format. */
  | 'MALFORMED'
  /** A known key's signature doesn't fit. */
  | 'SIGNATURE_WRONG'
  /** No known key signed. */
  | 'NO_KNOWN_SIGNER'
  /** A trusted key that no key may be: of small order, off the curve, another way of writing one, or its id isn't its own. */
  | 'KEY_REFUSED';

/** A note, checkpoint or key isn't to be trusted; `signer` names whose line it is. */
export class NoteRefused extends Error {
  constructor(
    readonly fault: NoteFault,
    what: string,
    readonly signer?: string,
  ) {
    super(what);
    this.name = 'NoteRefused';
  }
}
