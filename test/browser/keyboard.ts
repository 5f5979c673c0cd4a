import type { Page } from 'playwright-core';
import { soon } from './settled';

/** What the page remembers between two stops: how the last one looked with the focus on it. */
const BEGIN = `(() => {
  const looks = (element) => {
    const seen = [element, ...element.parentElement?.children ?? []];
    for (let each = element.parentElement, up = 0; each && up < 4; each = each.parentElement, up++) seen.push(each);
    const drawn = [];
    for (const each of seen)
      for (const part of [undefined, '::before', '::after']) {
        const { outline, boxShadow, borderColor, backgroundColor, left, top } = getComputedStyle(each, part);
        drawn.push([outline, boxShadow, borderColor, backgroundColor, each.matches('.skip') && [left, top]].join());
      }
    return drawn.join('|');
  };
  const told = (element) => {
    const name = element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent;
    return element.tagName.toLowerCase() + '.' + element.className + ' ' + name.trim().slice(0, 40);
  };
  const covered = (element) => {
    const box = (element.closest('label') ?? element).getBoundingClientRect();
    if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) return true;
    const [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)];
    const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
    const parts = [0.1, 0.5, 0.9];
    const spots = parts.flatMap((x) => parts.map((y) => [left + (right - left) * x, top + (bottom - top) * y]));
    return spots.every(([x, y]) => {
      const there = document.elementFromPoint(x, y);
      return !there || !(element.contains(there) || there.contains(element) || there.closest('label')?.contains(element) ||
        there.parentElement?.contains(element));
    });
  };
  const KINDS = 'a[href], button, input, select, textarea, summary, [tabindex]';
  const walk = { reached: new Set(), faults: [], last: undefined, again: 0 };
  walk.stop = async () => {
    // What follows the focus is drawn first.
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const element = document.activeElement;
    start.remove();
    // A day's field has several stops of its own.
    if (walk.last?.element === element && (walk.again += 1) < 8) return true;
    walk.again = 0;
    // A field's frame stays marked while the focus goes to a button inside it.
    const leaves = walk.last?.element !== element && !walk.last?.element.closest('.ant-input-affix-wrapper, .ant-select')?.contains(element);
    const same = () => walk.last?.element.isConnected && leaves && looks(walk.last.element) === walk.last.look;
    // A field may let go of its frame a moment later.
    for (let tries = 0; tries < 20 && same(); tries++) await new Promise((resolve) => setTimeout(resolve, 100));
    if (same())
      walk.faults.push('no visible focus: ' + told(walk.last.element));
    if (!element || element === document.body || walk.reached.has(element)) return false;
    if (walk.last && !(walk.last.element.compareDocumentPosition(element) & 4) && walk.last.element.isConnected)
      walk.faults.push('out of order: ' + told(walk.last.element) + ' → ' + told(element));
    if (covered(element)) walk.faults.push('covered: ' + told(element));
    walk.reached.add(element);
    walk.last = { element, look: looks(element) };
    return true;
  };
  walk.end = () => {
    const within = document.querySelector('[role=dialog]') ?? document;
    for (const element of within.querySelectorAll(KINDS)) {
      const passed = element.disabled || element.tabIndex < 0 || element.closest('[inert], [aria-hidden=true]') ||
        (element.type === 'radio' && [...walk.reached].some((each) => each.name === element.name)) ||
        !element.checkVisibility({ visibilityProperty: true });
      if (!passed && !walk.reached.has(element)) walk.faults.push('not reached: ' + told(element));
    }
    return [...new Set(walk.faults)];
  };
  window.walk = walk;
  // Begins at the page's beginning, wherever the page has put the focus; within a dialog from where that has put it.
  const start = document.createElement('span');
  start.tabIndex = -1;
  if (document.querySelector('[role=dialog]')) walk.reached.add(document.activeElement);
  else {
    document.body.prepend(start);
    start.focus();
  }
})()`;

const MOST = 400;

/**
 * Goes through a page by Tab until it has been everywhere, and says what is wrong: no visible focus (WCAG 2.4.7), covered by something
 * (2.4.11), out of order (2.4.3), not reached (2.1.1) or never left (2.1.2).
 */
export async function walk(page: Page): Promise<string[]> {
  // A dialog takes the focus when it has come.
  const dialog = page.locator('[role=dialog]').first();
  if (await dialog.isVisible())
    await page.locator(':is(.ant-drawer, [role=dialog]):is(:focus, :focus-within)').first().waitFor();
  await page.evaluate(BEGIN);
  for (let pressed = 0; ; pressed += 1) {
    await page.keyboard.press('Tab');
    if (!(await page.evaluate<boolean>('window.walk.stop()'))) break;
    if (pressed === MOST) return ['no end'];
  }
  return page.evaluate('window.walk.end()');
}

/** What has the focus is called: its label, else its text. */
const FOCUSED = `(() => {
  const element = document.activeElement;
  if (element === document.body) return '';
  return element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent ?? '';
})()`;

export async function focused(page: Page): Promise<string> {
  return (await page.evaluate<string>(FOCUSED)).trim();
}

/** What was opened or put away moves the focus a moment later. */
export async function focusOn(page: Page, name: string | RegExp): Promise<void> {
  await soon(async () => expect(await focused(page)).toMatch(name));
}

/**
 * Presses Tab, or another key, until the focus is on what is looked for; within so many times.
 * @param className what its class has to match besides, where several have the name
 */
export async function tabTo(page: Page, name: RegExp, key = 'Tab', most = 200, className = /./s): Promise<void> {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press(key);
    const found = name.test(await focused(page));
    if (found && className.test(`.${await page.evaluate<string>('document.activeElement.className')}`)) return;
  }
  throw new Error(`the keyboard doesn't reach ${name}`);
}

/** Goes to a button or link by Tab, or another key, and presses it. */
export async function press(page: Page, name: RegExp, key = 'Tab', className?: RegExp): Promise<void> {
  await tabTo(page, name, key, 200, className);
  await page.keyboard.press('Enter');
}
