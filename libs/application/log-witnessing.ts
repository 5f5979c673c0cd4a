import { Inject, Injectable } from '@nestjs/common';
import { openNote, parseCheckpoint, parseNote, parseVerifierKey, NoteRefused, type VerifierKey } from '@srd/proof/log';
import type { Checkpoint } from '@srd/runtime';
import { nodeVerify } from './log-notes';
import { STORES, type Stores } from './ports';
import { refuse } from './refusals';

/** Those who watch the log from outside (`LogWitness`): which keys count, and their co-signatures of what was published. */
@Injectable()
export class LogWitnessing {
  private readonly known: readonly VerifierKey[];

  constructor(@Inject(STORES) private readonly stores: Stores) {
    this.known = stores.ledger.witnesses.map((key) => parseVerifierKey(key, stores.hash));
  }

  /** Verifier keys of the witnesses that this house knows. */
  get keys(): readonly string[] {
    return this.stores.ledger.witnesses;
  }

  /** Adds the lines of known witnesses to a published checkpoint. @throws Refusal for another text, an unknown witness or a wrong signature */
  async take(note: string): Promise<Checkpoint> {
    const { tree, common } = this.stores.ledger;
    let lines: readonly string[];
    let text: string;
    try {
      const opened = openNote(note, this.known, nodeVerify);
      text = opened.text;
      const names = new Set(opened.signatures.map(({ key }) => `${key.name} ${key.id}`));
      lines = linesOf(note, (name, id) => names.has(`${name} ${id}`));
    } catch (error) {
      if (error instanceof NoteRefused && error.fault === 'NO_KNOWN_SIGNER') return refuse('UNKNOWN_LOG_WITNESS');
      return refuse('COSIGNATURE_REFUSED', error instanceof NoteRefused ? `联署不能核验（${error.fault}）` : undefined);
    }
    const { size } = checkpointIn(text);
    const published = size > 0 ? tree.covering(size - 1) : undefined;
    if (!published || parseNote(published.note).text !== text) {
      return refuse('CHECKPOINT_UNKNOWN', `本日志没有公布过这一检查点（${size} 条）`);
    }
    // A witness that signs again takes the place of its own earlier line.
    const again = new Set(parseNote(`${text}\n${lines.join('')}`).lines.map(keyText));
    const kept = linesOf(published.note, (name, id) => !again.has(`${name} ${id}`));
    const cosigned = `${text}\n${kept.join('')}${lines.join('')}`;
    if (common) {
      // Where another entry came first, its lines stand in the note by now.
      if (!(await common.cosigned(size, cosigned))) return this.take(note);
    } else tree.cosigned(size, cosigned);
    return { ...published, note: cosigned };
  }
}

function checkpointIn(text: string): { readonly size: number } {
  try {
    return parseCheckpoint(text);
  } catch {
    return refuse('COSIGNATURE_REFUSED', '联署的不是检查点');
  }
}

function keyText({ name, id }: { readonly name: string; readonly id: string }): string {
  return `${name} ${id}`;
}

/** The signature lines of a note whose signer is wanted, as they stand. */
function linesOf(note: string, wanted: (name: string, id: string) => boolean): readonly string[] {
  const { lines } = parseNote(note);
  const texts = note.trimEnd().split('\n').slice(-lines.length);
  return texts.flatMap((text, at) => {
    const line = lines[at];
    return line && wanted(line.name, line.id) ? [`${text}\n`] : [];
  });
}
