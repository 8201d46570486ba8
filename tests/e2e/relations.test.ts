import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connect } from './browser.ts';

const SERVICE = '/services/dns/pihole/';
/** Has more mentions than are shown at once. */
const HOST = '/hosts/heron/';
const PHONE = { width: 390, height: 800 };

let browser: Browser;
beforeAll(async () => {
  browser = await connect(inject('browser'));
});
afterAll(() => browser.close());

async function open(path: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
  await page.goto(`${inject('sites')[0]?.origin}${path}`);
  return page;
}

test('a row shows its summary while the pointer is on it, on the summary too, and hides nothing by it', async () => {
  const page = await open(SERVICE);
  const row = page.locator('.related > li:has(> .summary)').first();
  const summary = row.locator('> .summary');
  expect(await summary.isVisible()).toBe(false);
  await row.hover({ position: { x: 20, y: 10 } });
  expect(await summary.isVisible()).toBe(true);
  expect(await page.evaluate(hiddenBySummary)).toEqual([]);
  await summary.hover();
  expect(await summary.isVisible()).toBe(true);
  await page.mouse.move(5, 5);
  expect(await summary.isVisible()).toBe(false);
  await page.close();
});

test('the keyboard shows it, too, also on a phone, where it makes the page no wider', async () => {
  const page = await open(SERVICE, { viewport: PHONE });
  const row = page.locator('.related > li:has(> .summary)').first();
  await row.locator('> a').first().focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  expect(await row.locator('> .summary').isVisible()).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  expect(await page.evaluate(hiddenBySummary)).toEqual([]);
  await page.close();
});

test('what is folded opens with the keyboard and without scripts', async () => {
  const page = await open(HOST, { javaScriptEnabled: false });
  const fold = page.locator('.fold').first();
  const hidden = fold.locator('li').last();
  expect(await hidden.isVisible()).toBe(false);
  await fold.locator('summary').focus();
  await page.keyboard.press('Enter');
  expect(await hidden.isVisible()).toBe(true);
  await page.close();
});

test('paper shows all of it, and no summary', async () => {
  const page = await open(HOST);
  await page.emulateMedia({ media: 'print' });
  const visible = (selector: string) =>
    page.locator(selector).evaluateAll((all) => all.map((one) => one.checkVisibility()));
  expect(new Set(await visible('.fold li'))).toEqual(new Set([true]));
  expect(new Set(await visible('.related > li > .summary'))).toEqual(new Set([false]));
  await page.close();
});

test('each row says which line made it, and leads to that line', async () => {
  const page = await open(SERVICE);
  const runbook = page.locator('.relation', { hasText: 'Runbooks' }).locator('.at').first();
  expect(await runbook.getAttribute('title')).toBe('runbooks/dns-down.md');
  const at = page.locator('.glance > div', { hasText: 'Last failure' }).locator('.at');
  expect(await at.getAttribute('title')).toBe('postmortems/2026-03-14-the-only-dns.md');
  await at.click();
  expect(await page.locator('li:target').innerText()).toContain('services:');
  await page.close();
});

test('the first mention of a service in prose leads to it, quieter than a link of the author', async () => {
  const page = await open('/postmortems/2026-03-14-the-only-dns/');
  const mention = page.locator('a.mention', { hasText: 'Pi-hole' });
  expect(await mention.count()).toBe(1);
  const colour = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).color);
  expect(await colour('a.mention')).toBe(await colour('.prose p'));
  await mention.click();
  expect(new URL(page.url()).pathname).toBe(SERVICE);
  await page.close();
});

/** Runs in the page: texts that stand under the summary which is shown. */
function hiddenBySummary(): string[] {
  const summary = [...document.querySelectorAll('.summary')].find((one) => one.checkVisibility());
  const box = summary?.getBoundingClientRect();
  if (!summary || !box) return ['no summary is shown'];
  const others = [...document.querySelectorAll('.related a, .related p, .related .soft, .relation .heading')];
  return others.flatMap((other) => {
    if (other === summary || !other.checkVisibility()) return [];
    // A heading is as wide as its section, its words are not.
    const words = document.createRange();
    words.selectNodeContents(other);
    const overlaps = [...words.getClientRects()].some(
      ({ left, right, top, bottom }) =>
        left < box.right && right > box.left && top < box.bottom && bottom > box.top,
    );
    return overlaps ? [other.textContent ?? ''] : [];
  });
}
