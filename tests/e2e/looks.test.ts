import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { connect } from './browser.ts';
import { PAGE_TYPES } from './page-types.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await connect(inject('browser'));
});
afterAll(() => browser.close());

const origin = (): string => inject('sites')[0]?.origin ?? '';

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(origin() + path);
  return page;
}

// A window of 1280 pixels at 200 % is 640 wide, and at 400 % as narrow as the smallest phone.
test.each([
  [640, 2],
  [320, 1],
])('at %d pixels nothing has to be scrolled sideways', async (width, deviceScaleFactor) => {
  const page = await open('/', { viewport: { width, height: 400 }, deviceScaleFactor });
  const wide: string[] = [];
  for (const path of Object.values(PAGE_TYPES)) {
    await page.goto(origin() + path);
    wide.push(...(await page.evaluate(beyondTheEdge)).map((what) => `${path}: ${what}`));
  }
  expect(wide).toEqual([]);
});

/** Runs in the page: what is cut at the edge of the window, without what scrolls by itself. */
function beyondTheEdge(): string[] {
  const { clientWidth } = document.documentElement;
  return [...document.querySelectorAll('main *, .bar *')].flatMap((element) => {
    const { right, width } = element.getBoundingClientRect();
    const scrolls = element.closest('pre, .table, .diagram, .listing, .skip');
    return width > 0 && right > clientWidth + 1 && !scrolls
      ? [`${element.localName}.${element.className}`]
      : [];
  });
}

describe('the button of a command', () => {
  const RUNBOOK = PAGE_TYPES.runbook;

  test('copies it', async () => {
    const page = await open(RUNBOOK, { permissions: ['clipboard-read', 'clipboard-write'] });
    const code = await page.locator('.code:has(.copy) pre').first().textContent();
    await page.getByRole('button', { name: 'Copy', exact: true }).first().click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
  });

  test('copies it in the old way where a browser has no other, as over plain HTTP', async () => {
    const page = await open('/');
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.goto(origin() + RUNBOOK);
    const code = (await page.locator('.code:has(.copy) pre').first().textContent()) ?? '';
    await page.evaluate(() =>
      document.addEventListener('copy', () => (document.title = String(getSelection()))),
    );
    await page.getByRole('button', { name: 'Copy', exact: true }).first().click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect((await page.title()).trim()).toBe(code.trim().replaceAll(/\s+/g, ' '));
  });
});

test('who wants less motion gets none', async () => {
  const page = await open(PAGE_TYPES.runbook, { reducedMotion: 'reduce' });
  const moving = await page.evaluate(
    () =>
      [document.documentElement, ...document.querySelectorAll('*')].filter((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        return transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior !== 'auto';
      }).length,
  );
  expect(moving).toBe(0);
});

test('with forced colours production and sandbox differ by their edges', async () => {
  expect(await edge(PAGE_TYPES.service, 'main')).toBe('6px solid');
  expect(await edge(PAGE_TYPES['sandbox service'], 'main')).toBe('6px dashed');
  expect(await edge(PAGE_TYPES['list of services'], '.rows > [data-mode="production"]')).toBe('6px solid');
  expect(await edge(PAGE_TYPES['list of services'], '.rows > [data-mode="sandbox"]')).toBe('6px dashed');
});

test.each([
  'home',
  'service',
  'runbook',
  'postmortem',
  'list of services',
  'list of postmortems',
  'actions',
] as const)('%s stays where it is while it loads', async (type) => {
  for (const width of [390, 1280]) {
    const page = await open(PAGE_TYPES[type], { viewport: { width, height: 800 } });
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(shift), `${width} pixels`).toBe(0);
  }
});

/** Runs in the page: how far its layout has shifted so far. */
function shift(): Promise<number> {
  return new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(sum), 200);
  });
}

/** How the edge is drawn of the first that `selector` finds. */
async function edge(path: string, selector: string): Promise<string> {
  const page = await open(path, { forcedColors: 'active' });
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { borderInlineStartStyle, borderInlineStartWidth } = getComputedStyle(element);
      return `${borderInlineStartWidth} ${borderInlineStartStyle}`;
    });
}
