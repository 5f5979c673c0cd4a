import type { Page } from 'playwright-core';

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
