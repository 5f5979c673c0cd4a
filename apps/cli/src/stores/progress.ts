import type { Terminal } from '../command';

/** So many events in a second, rounded. */
export function rateOf(events: number, seconds: number): number {
  return Math.round(events / Math.max(seconds, 0.001));
}

/** Tells how far a long job is, a line a second at most. */
export function progressOf({ err }: Terminal, what: string): (events: number) => void {
  const begun = performance.now();
  let told = begun;
  return (events) => {
    const now = performance.now();
    if (now - told < 1_000) return;
    told = now;
    err(`${what} ${events} 条，每秒 ${rateOf(events, (now - begun) / 1000)} 条`);
  };
}
