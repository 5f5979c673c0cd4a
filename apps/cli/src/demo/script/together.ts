import type { Instant } from '@srd/kernel';
import type { Stage } from './stage';

export type Script = (stage: Stage) => Promise<void>;

interface Waiting {
  readonly at: Instant;
  readonly place: number;
  readonly go: () => void;
}

/**
 * Several scripts on one stage, each told from its beginning to its end: whoever's next moment comes first goes on, alone, until it
 * waits for another. So the record is in order of date, and the same for the same scripts. @throws what any of them throws
 */
export async function together(stage: Stage, scripts: readonly Script[]): Promise<void> {
  const waiting: Waiting[] = [];
  let paused = (): void => undefined;
  let failed: (reason: unknown) => void = () => undefined;
  const untilItWaits = (go: () => void): Promise<void> =>
    new Promise((resolve, reject) => {
      [paused, failed] = [resolve, reject];
      go();
    });

  for (const [place, script] of scripts.entries()) {
    const turn = (at: Instant): Promise<void> =>
      new Promise((go) => {
        waiting.push({ at, place, go });
        paused();
      });
    await untilItWaits(() => {
      script(stage.inTurn(turn)).then(
        () => paused(),
        (reason: unknown) => failed(reason),
      );
    });
  }
  while (waiting.length > 0) {
    waiting.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.place - b.place));
    const next = waiting.shift();
    if (next) await untilItWaits(next.go);
  }
}
