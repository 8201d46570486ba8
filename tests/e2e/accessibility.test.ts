import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { connect } from './browser.ts';
import { PAGE_TYPES } from './page-types.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await connect(inject('browser'));
});
afterAll(() => browser.close());

const LOOKS = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [390, 1280].map((width) => ({ colorScheme, width })),
);

describe.each(LOOKS)('$colorScheme, $width px', ({ colorScheme, width }) => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.newPage({ colorScheme, viewport: { width, height: 800 } });
  });
  afterAll(() => page.close());

  test.each(Object.entries(PAGE_TYPES))('%s: nothing stands in the way of anybody', async (_, path) => {
    await page.goto(`${inject('sites')[0]?.origin}${path}`);
    await page.evaluate(axe.source);
    const { violations, passes } = await page.evaluate(() =>
      window.axe.run({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }),
    );
    expect(passes.length).toBeGreaterThan(10); // a check that saw an empty page proves nothing
    const wrong = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
    );
    expect(wrong).toEqual([]);
  });
});

declare global {
  interface Window {
    axe: typeof axe;
  }
}
