import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { connect } from './browser.ts';
import { PAGE_TYPES } from './page-types.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await connect(inject('browser'));
});
afterAll(() => browser.close());

/** The site that is not at the root: keys must know its base. */
const site = () => inject('sites')[1] ?? { origin: '', base: '/' };

async function open(path: string, options = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(address(path));
  return page;
}

const address = (path: string): string => `${site().origin}${site().base}${path}`;
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim());
const until = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.activeElement?.textContent?.trim() === wanted, text);

test('? shows the keys, Escape closes them, and the focus is where it was', async () => {
  const page = await open('postmortems/');
  await page.locator('.crumbs a').first().focus();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await dialog.waitFor();
  expect(await dialog.getByText('next and previous row').isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  expect(await dialog.isVisible()).toBe(false);
  expect(await focused(page)).toBe('Home');
});

test('g and a letter go to a list, h goes home', async () => {
  const page = await open('postmortems/');
  await page.keyboard.press('g');
  await page.waitForTimeout(300); // the first key loads what keys do
  await page.keyboard.press('r');
  await page.waitForURL(address('runbooks/'));
  await page.keyboard.press('g');
  await page.waitForTimeout(300);
  await page.keyboard.press('h');
  await page.waitForURL(address(''));
});

test('j and k walk over the rows, Enter opens one', async () => {
  const page = await open('postmortems/');
  await page.keyboard.press('j');
  await until(page, 'The film stutters at eight');
  await page.keyboard.press('j');
  await until(page, 'Two hundred and fourteen cartons of oat milk');
  await page.keyboard.press('k');
  await until(page, 'The film stutters at eight');
  await page.keyboard.press('Enter');
  await page.waitForURL(address('postmortems/2026-11-07-the-film-stutters/'));
});

test('[ and ] go to the pages before and after, by date', async () => {
  const page = await open('postmortems/2026-03-14-the-only-dns/');
  await page.keyboard.press(']');
  await page.waitForURL(address('postmortems/2026-05-30-backup-of-nothing/'));
  await page.keyboard.press('[');
  await page.waitForURL(address('postmortems/2026-03-14-the-only-dns/'));
});

test('keys are letters in a field, and with a modifier they are the browser’s', async () => {
  const page = await open('postmortems/');
  await page.keyboard.press('/');
  await page.keyboard.type('?j[');
  expect(await page.locator('input[name="q"]').first().inputValue()).toBe('?j[');
  expect(await page.locator('dialog').count()).toBe(0);
  // Answers may lie over the heading.
  await page.keyboard.press('Escape');
  await page.locator('h1').click();
  await page.keyboard.press('Control+j');
  await page.keyboard.press('Alt+k');
  expect(await page.locator('dialog').count()).toBe(0);
});

test('keys can be turned off, and on again', async () => {
  const page = await open('postmortems/');
  await page.keyboard.press('?');
  await page.getByLabel('Single keys do this').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.waitForTimeout(200);
  expect(await page.evaluate(onRow)).toBe(false);
  await page.getByRole('button', { name: 'Keyboard' }).click();
  await page.getByLabel('Single keys do this').check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.waitForFunction(onRow);
});

test('the first stop of the Tab key skips to the content', async () => {
  const page = await open('runbooks/dns-down/');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Skip to the content');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
});

test.each(['none', 'active'] as const)(
  'with forced colours %s, whatever has the focus shows it',
  async (forcedColors) => {
    const page = await open('', { forcedColors });
    for (const path of [PAGE_TYPES.home, PAGE_TYPES['list of services'], PAGE_TYPES.runbook]) {
      await page.goto(address(path.slice(1)));
      for (let stop = 0; stop < 25; stop++) {
        await page.keyboard.press('Tab');
        const seen = await page.evaluate(() => {
          const element = document.activeElement;
          if (!element || element === document.body) return true;
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          const { width, height } = element.getBoundingClientRect();
          return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && width > 0 && height > 0;
        });
        expect(seen, `${path}, stop ${stop}`).toBe(true);
      }
    }
  },
);

const link = (page: Page) => page.locator('.toc').getByRole('link', { name: 'Diagnosis' });

test('on a phone the contents of a page are folded, beside the text they are not', async () => {
  const phone = await open('runbooks/dns-down/', { viewport: { width: 390, height: 800 } });
  expect(await link(phone).isVisible()).toBe(false);
  await phone.locator('.toc summary').click();
  expect(await link(phone).isVisible()).toBe(true);
  const desk = await open('runbooks/dns-down/');
  expect(await link(desk).isVisible()).toBe(true);
});

const onRow = (): boolean => document.activeElement?.closest('main .rows') !== null;
