/** For how long what a page reads after somebody's act counts as asked by them, in milliseconds. */
const LATELY = 60_000;

let last = Date.now();
for (const act of ['pointerdown', 'keydown', 'wheel'])
  window.addEventListener(act, () => (last = Date.now()), { capture: true, passive: true });

/**
 * Whether somebody has just used this page. What it reads otherwise, it reads by itself (the clock, a draw under way, what others
 * did), and says so, so that a session ends although a page was left open.
 */
export function hasActed(): boolean {
  return Date.now() - last < LATELY;
}
