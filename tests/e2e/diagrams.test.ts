import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { connect } from './browser.ts';
import { visit, watchPolicy } from './visit.ts';

const PAGES = ['/notes/guides/network/', '/postmortems/2026-03-14-the-only-dns/', '/services/dns/pihole/'];
const PHONE = { width: 390, height: 800 };
/** Pixels: a letter that a phone shows smaller is not read. */
const SMALLEST = 12;

let browser: Browser;
beforeAll(async () => {
  browser = await connect(inject('browser'));
});
afterAll(() => browser.close());

describe.each(PAGES)('the drawing on %s', (path) => {
  test('breaks no policy and stays in its frame on a phone', async () => {
    const context = await browser.newContext({ viewport: PHONE });
    await watchPolicy(context);
    const page = await context.newPage();
    const { violations, errors, overflow, ids } = await visit(
      page,
      `${inject('sites')[1]?.origin}/a/b${path}`,
    );
    expect({ violations, errors, overflow }).toEqual({ violations: [], errors: [], overflow: 0 });
    expect(new Set(ids).size).toBe(ids.length);
    expect(await page.locator('.diagram svg[role=img]').count()).toBe(1);
    expect(await page.evaluate(smallestLetter)).toBeGreaterThanOrEqual(SMALLEST);
    await context.close();
  });

  test('keeps its words inside their boxes, and its colours apart from the paper, in both schemes', async () => {
    const colours: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ colorScheme });
      await page.goto(`${inject('sites')[0]?.origin}${path}`);
      expect(await page.evaluate(wordsOutside)).toEqual([]);
      colours.push(await inkOf(page));
      await page.close();
    }
    expect(new Set(colours).size).toBe(2);
  });

  test('is small when packed', () => {
    const html = readFileSync(join(inject('sites')[0]?.folder ?? '', path, 'index.html'), 'utf8');
    const [svg = ''] = /<svg role="img".*?<\/svg>/s.exec(html) ?? [];
    expect(svg.length).toBeGreaterThan(500);
    expect(gzipSync(svg).length).toBeLessThan(8_192);
  });
});

/** Runs in the page. */
function smallestLetter(): number {
  const svgs = [...document.querySelectorAll<SVGSVGElement>('.diagram svg')];
  return Math.min(
    ...svgs.map((svg) => {
      const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      return Number.parseFloat(getComputedStyle(svg).fontSize) * scale;
    }),
  );
}

/** Runs in the page: texts of nodes that are wider than the outline before them. */
function wordsOutside(): string[] {
  return [...document.querySelectorAll<SVGTextElement>('.diagram .nodes text')].flatMap((text) => {
    const outline = text.previousElementSibling?.getBoundingClientRect();
    const words = text.getBoundingClientRect();
    const fits = outline && words.left >= outline.left && words.right <= outline.right;
    return fits ? [] : [text.textContent ?? ''];
  });
}

const inkOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const text = document.querySelector('.diagram text');
    return text ? getComputedStyle(text).fill : '';
  });
