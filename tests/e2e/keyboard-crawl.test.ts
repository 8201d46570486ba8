import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connect } from './browser.ts';
import { PAGE_TYPES } from './page-types.ts';

declare global {
  interface Window {
    reached: Set<Element>;
  }
}

let browser: Browser;
beforeAll(async () => {
  browser = await connect(inject('browser'));
});
afterAll(async () => {
  await browser.close();
});

/** More stops than any page of the demo has. */
const MOST_STOPS = 800;

/** Walks over the page with the Tab key, opening what is folded, until it comes back to the start. */
async function walk(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.reached = new Set();
    document.addEventListener('focusin', ({ target }) => {
      if (target instanceof Element) window.reached.add(target);
    });
  });
  let reached = 0;
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const { size, opens } = await page.evaluate(() => {
      const { activeElement } = document;
      const folded = activeElement?.localName === 'summary' && !activeElement.closest('details')?.open;
      const menu =
        activeElement instanceof HTMLButtonElement &&
        activeElement.popoverTargetElement?.matches(':popover-open') === false;
      return { size: window.reached.size, opens: folded || menu };
    });
    if (opens) await page.keyboard.press('Enter');
    else if (size === reached) return;
    reached = size;
  }
  throw new Error(`The walk over ${page.url()} did not end.`);
}

/** Links and controls that can be seen and were not reached. */
const missed = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('a[href], button:enabled, input:enabled, select, summary, [tabindex="0"]')]
      .filter(
        (element) => element.checkVisibility({ visibilityProperty: true }) && !window.reached.has(element),
      )
      .map((element) => element.outerHTML.slice(0, 120)),
  );

test('every link and control of every type of page is reached with the Tab key, on a narrow screen', async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 800 } });
  const page = await context.newPage();
  const { origin } = inject('sites')[0] ?? { origin: '' };
  const unreached: Record<string, string[]> = {};
  for (const [type, url] of Object.entries(PAGE_TYPES)) {
    await page.goto(origin + url);
    await walk(page);
    const found = await missed(page);
    if (found.length > 0) unreached[type] = found;
  }
  await context.close();
  expect(unreached).toEqual({});
});
