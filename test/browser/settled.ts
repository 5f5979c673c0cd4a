import { setTimeout as delay } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';

/** How long a page may take until it shows what is expected, in milliseconds: whoever isn't kept waiting doesn't wait. */
export const PATIENCE = 60_000;

/**
 * Expects something that comes a moment after what was done: the answer to a request, a step that a list shows later. Tries until it
 * holds; what doesn't hold in time fails as it failed last.
 */
export async function soon(expected: () => Promise<void>): Promise<void> {
  for (const until = Date.now() + PATIENCE; ; await delay(100)) {
    try {
      return await expected();
    } catch (failure) {
      if (Date.now() > until) throw failure;
    }
  }
}

/** What is found wrong with a page and stays so: a page that was made narrower is drawn anew a moment later. */
export async function lasting(find: () => Promise<string[]>): Promise<string[]> {
  let found = await find();
  for (const until = Date.now() + 10_000; found.length > 0 && Date.now() < until; found = await find())
    await delay(200);
  return found;
}

/** Waits until a page shows what it loads and its elements have stood still for a moment. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1, h2').first().waitFor();
  await page.locator('output.state, .ant-spin-spinning').first().waitFor({ state: 'detached' });
  await page.evaluate(`new Promise((resolve) => {
    let quiet;
    const still = () => { clearTimeout(quiet); quiet = setTimeout(done, 150); };
    const watch = new MutationObserver(still);
    const done = () => { watch.disconnect(); resolve(); };
    watch.observe(document, { subtree: true, childList: true });
    still();
    setTimeout(done, 2_000);
  })`);
}

/**
 * Takes a choice of a list, the first where none is named, by its keys: a press by the mouse may scroll the page behind, with which the
 * choices move a moment later and are missed.
 */
export async function choose(list: Locator, name?: string): Promise<void> {
  await list.click();
  if (name !== undefined) await list.fill(name);
  await list
    .page()
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-active', {
      hasText: name ?? '',
    })
    .waitFor();
  await list.press('Enter');
}
