import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { connect } from './browser.ts';
import type { Crawl } from './crawl.ts';
import { crawl } from './crawl.ts';
import { pagesOnDisk } from './disk-crawl.ts';
import { PAGE_TYPES } from './page-types.ts';
import type { Visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await connect(inject('browser'));
});
afterAll(() => browser.close());

const [root, deep] = inject('sites');
if (!root || !deep) throw new Error('The demo lab was not built.');

// The narrowest window that pages promise to fit, and a usual one.
const SITES = [
  { name: 'the site at /', site: root, viewport: { width: 320, height: 640 } },
  {
    name: 'the site at /a/b/ with the policy as a header',
    site: deep,
    viewport: { width: 1280, height: 800 },
  },
];

describe.each(SITES)('$name', ({ site, viewport }) => {
  let result: Crawl;
  let visits: readonly Visit[];
  beforeAll(async () => {
    const context = await browser.newContext({ viewport });
    result = await crawl(context, site.origin + site.base);
    visits = [...result.pages.values()];
    await context.close();
  });
  const all = (of: (visited: Visit) => readonly string[]): string[] =>
    visits.flatMap((visited) => of(visited).map((what) => `${visited.url}: ${what}`));

  test('every page is there, and a reader finds it by following links', () => {
    expect(visits.filter(({ status }) => status !== 200).map(({ url }) => url)).toEqual([]);
    // A list narrowed by its query is the list.
    const reached = new Set(
      visits.map(({ url }) => decodeURI(new URL(url).pathname).slice(site.base.length)),
    );
    expect([...reached].sort()).toEqual(pagesOnDisk(site.folder));
  });

  test('no internal link, anchor, picture or file leads nowhere', () => {
    expect(result.dead).toEqual([]);
  });

  test('nothing is asked of another host', () => expect(all(({ foreign }) => foreign)).toEqual([]));
  test('the console stays quiet', () => expect(all(({ errors }) => errors)).toEqual([]));
  test('no page breaks its content policy', () => expect(all(({ violations }) => violations)).toEqual([]));
  test('no id stands twice on a page', () => expect(all(({ ids }) => repeated(ids))).toEqual([]));
  test(`no page is wider than a window of ${viewport.width} pixels`, () =>
    expect(all(({ overflow }) => (overflow > 0 ? [`${overflow} px`] : []))).toEqual([]));

  test('an old address leads to the page', async () => {
    const page = await browser.newPage();
    for (const [from, to] of ALIASES) {
      await page.goto(site.origin + site.base + from);
      await page.waitForURL(site.origin + site.base + to);
    }
    await page.close();
  });

  test('without JavaScript every type of page says the same', async () => {
    const context = await browser.newContext({ viewport, javaScriptEnabled: false });
    const page = await context.newPage();
    for (const path of Object.values(PAGE_TYPES)) {
      const url = site.origin + site.base + path.slice(1);
      await page.goto(url);
      const text = await page.locator('body').innerText();
      expect(text.length, url).toBeGreaterThan(80);
      if (path !== '/404.html') expect(text, url).toBe(result.pages.get(url)?.text);
    }
    await context.close();
  });
});

/** Addresses that pages had once, and where they lead. */
const ALIASES = new Map([
  ['postmortems/dns-outage/', 'postmortems/2026-03-14-the-only-dns/'],
  ['runbooks/pihole/', 'runbooks/dns-down/'],
]);

const repeated = (values: readonly string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);
