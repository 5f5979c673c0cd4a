import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { instant, type Instant } from '@srd/kernel';
import { StandingClock } from '@srd/runtime';

/** The day on which a new demonstration begins. */
const BEGINNING = '2023-01-03T01:00:00.000Z' as Instant;

/** The demonstration's clock: it stands, moves forward only, and a restart finds it where it stood. */
export class KeptClock extends StandingClock {
  constructor(private readonly file: string) {
    super(existsSync(file) ? instant((JSON.parse(readFileSync(file, 'utf8')) as { clock: string }).clock) : BEGINNING);
  }

  override moveTo(at: Instant): void {
    super.moveTo(at);
    writeFileSync(`${this.file}.new`, `${JSON.stringify({ clock: this.now() })}\n`);
    renameSync(`${this.file}.new`, this.file);
  }
}
