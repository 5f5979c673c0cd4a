// The README's pictures, taken of a clean demonstration: `npm run pictures`. Written to docs/pictures.
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inDemonstration, windowOf } from './demonstration.mjs';
import { root } from './node24.mjs';
import { halt, ready } from './ready.mjs';

/** Who looks at which page, and what is there once it can be pictured. */
const PICTURES = [
  ['board', 'kazuo-leader', '/desk/board', 'article.card'],
  ['case', 'kazuo-leader', '/desk/cases/kazuo-2024-3-1', '.case-page .rows'],
  [
    'rectification',
    'kazuo-rectification',
    '/desk/rectification/fc-kazuo-2024-3?do=ArrangeRevisit&measure=d1',
    '.fu-days',
  ],
  ['public', undefined, '/public', 'main'],
];

await ready().catch(halt);
const folder = join(root, 'docs', 'pictures');
mkdirSync(folder, { recursive: true });
await inDemonstration({
  work: async (place) => {
    for (const [name, account, path, there] of PICTURES) {
      const context = await windowOf(place, account, [1280, 800]);
      const page = await context.newPage();
      await page.goto(path);
      await page.locator(there).first().waitFor();
      if (account === undefined) await page.waitForLoadState('load');
      else await page.waitForTimeout(1_500);
      const file = join(folder, `${name}.png`);
      await page.evaluate('window.scrollTo(0, 0)');
      await page.screenshot({ path: file, animations: 'disabled' });
      console.log(`${name}.png ${Math.round(statSync(file).size / 1024)} KiB`);
      await context.close();
    }
  },
});
