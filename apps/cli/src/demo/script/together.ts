import type { Instant } from '@srd/kernel';

/** Waits until nobody's next moment comes before this one. */
export type Turn = (at: Instant) => Promise<void>;
export type Script = (turn: Turn) => Promise<void>;

interface Waiting {
  readonly at: Instant;
  readonly place: number;
  readonly go: () => void;
}

/**
 * Several scripts side by side, each told from its beginning to its end: whoever's next moment comes first goes on, alone, until it
 * waits for another. So what they record is in order of date, and the same for the same scripts. @throws what any of them throws
 */
export async function together(scripts: readonly Script[]): Promise<void> {
  const waiting: Waiting[] = [];
  let paused = (): void => undefined;
  let failed: (reason: unknown) => void = () => undefined;
  const untilItWaits = (go: () => void): Promise<void> =>
    new Promise((resolve, reject) => {
      [paused, failed] = [resolve, reject];
      go();
    });

  for (const [place, script] of scripts.entries()) {
    const turn: Turn = (at) =>
      new Promise((go) => {
        waiting.push({ at, place, go });
        paused();
      });
    await untilItWaits(() => {
      script(turn).then(
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
