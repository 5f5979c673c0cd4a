import type { Page } from 'playwright-core';
import { lasting } from './settled';

/** 1440 × 900 at 200 % (WCAG 1.4.4), and the narrowest width that a page has to fit (1.4.10), in CSS pixels. */
export const ZOOMED = { width: 720, height: 450 };
export const NARROW = { width: 320, height: 640 };

/** A page of A4 between its margins, in CSS pixels. */
export const PAPER = { width: 688, height: 1000 };

const LOOK = (printed: boolean): string => `(() => {
  const found = [];
  const wide = innerWidth;
  const over = document.documentElement.scrollWidth - wide;
  if (over > 0) found.push('the page scrolls sideways by ' + over);
  const hidden = (element) => {
    for (let each = element; each; each = each.parentElement)
      if (getComputedStyle(each).clipPath !== 'none' || each.matches('.skip, [aria-hidden=true]')) return true;
    return !element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };
  const scrolled = (element) => {
    if (${printed}) return false;
    for (let each = element.parentElement; each && each !== document.body; each = each.parentElement)
      if (/auto|scroll/.test(getComputedStyle(each).overflowX)) return true;
    return false;
  };
  const told = (element) => element.tagName.toLowerCase() + '.' + element.className + ' ' + element.textContent.slice(0, 30);
  for (const element of document.querySelectorAll('body *')) {
    if (!(element instanceof HTMLElement)) continue;
    const text = [...element.childNodes].some((each) => each.nodeType === 3 && each.data.trim() !== '');
    const { left, right, width } = element.getBoundingClientRect();
    if (text && width > 1 && (right > wide + 1 || left < -1) && !scrolled(element) && !hidden(element))
      found.push('beyond the window: ' + told(element));
    const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(element);
    if (element.clientWidth <= 1 || textOverflow === 'ellipsis' || webkitLineClamp !== 'none') continue;
    const cutX = /hidden|clip${printed ? '|auto|scroll' : ''}/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
    const cutY = /hidden|clip${printed ? '|auto|scroll' : ''}/.test(overflowY) && element.scrollHeight > element.clientHeight + 2;
    if ((cutX || cutY) && element.innerText.trim() !== '' && !hidden(element)) found.push('cut off: ' + told(element));
  }
  return [...new Set(found)];
})()`;

/** What doesn't fit the window: a page that scrolls sideways, text beyond its edge or cut off by its frame. */
export function misfitsOf(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(LOOK(false));
}

const NAVIGATION = `[...document.querySelectorAll('nav, [role=menu], .top, .skip, .query, .filter, .page-actions, .pager')]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.getClientRects().length > 0)
  .map((each) => 'printed: ' + each.tagName.toLowerCase() + '.' + each.className)`;

async function printedOf(page: Page): Promise<string[]> {
  const wide = await page.evaluate<number>(`document.querySelector('#content, main').getBoundingClientRect().width`);
  return [
    ...(wide < PAPER.width - 40 ? [`the content is ${wide} px wide`] : []),
    ...(await page.evaluate<string[]>(LOOK(true))),
    ...(await page.evaluate<string[]>(NAVIGATION)),
  ];
}

/** What is wrong with a page on paper: where one could scroll on the screen it is cut off, and nothing leads anywhere from there. */
export async function misprintsOf(page: Page): Promise<string[]> {
  await page.setViewportSize(PAPER);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(`new Promise((resolve) => {
    const look = () => setTimeout(matchMedia('print').matches && innerWidth === ${PAPER.width} ? resolve : look, 150);
    look();
  })`);
  // The picture of the procedure is drawn anew a moment after its frame.
  const found = await lasting(() => printedOf(page));
  await page.emulateMedia({ media: null });
  return found;
}
