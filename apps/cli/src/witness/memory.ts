import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** What a witness keeps: the log's keys as first seen, the last note that it signed, and evidence. Written through before it signs. */
export class Memory {
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  /** Verifier keys of the log that are trusted, one a line; none before the first visit. */
  get keys(): readonly string[] {
    return (this.read('log.vkey') ?? '').split('\n').filter((line) => line !== '');
  }

  trust(keys: readonly string[]): void {
    this.write('log.vkey', `${keys.join('\n')}\n`);
  }

  /** The last checkpoint that was found consistent, as a note. */
  get last(): string | undefined {
    return this.read('checkpoint.note');
  }

  remember(note: string): void {
    this.write('checkpoint.note', note);
  }

  /** The last note with this witness's line. */
  keepCosigned(note: string): void {
    this.write('cosigned.note', note);
  }

  /** Keeps two notes that don't go together, and what was said of them. @returns where */
  accuse(name: string, held: string, shown: string, proof: string): string {
    const folder = join(this.folder, 'evidence', name);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const [file, text] of Object.entries({ 'held.note': held, 'shown.note': shown, 'proof.json': proof }))
      written(join(folder, file), text);
    return folder;
  }

  private read(name: string): string | undefined {
    const file = join(this.folder, name);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  }

  private write(name: string, text: string): void {
    written(join(this.folder, name), text);
  }
}

/** Synced before it takes its name: a witness that forgets what it signed is none. */
function written(file: string, text: string): void {
  const descriptor = openSync(`${file}.new`, 'w', 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(`${file}.new`, file);
}
