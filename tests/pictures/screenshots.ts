/**
 * Pictures of every page type, whole pages and prints, to be looked at one by one. Run by hand:
 *
 *   npm run screenshots -- FOLDER [LAB]
 *
 * Of the demo lab, or of another one: then its lists, and the longest page of each kind.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PAGE_TYPES } from '../e2e/page-types.ts';
import { siteInBrowser, type SiteInBrowser } from './site-in-browser.ts';

const [target, lab] = process.argv.slice(2);
if (target === undefined) throw new Error('Name the folder for the pictures.');
/** A browser draws no picture that is higher than this. */
const HIGHEST = 16_000;
const SCREENS = { 390: 844, 1280: 800 } as const;
const PRINTED = ['runbook', 'service'];

await siteInBrowser(resolve(lab ?? 'content'), async (site) => {
  const pages = lab === undefined ? PAGE_TYPES : pagesOf(site);
  for (const scheme of ['light', 'dark'] as const)
    for (const width of [390, 1280] as const) {
      const folder = join(target, `${scheme}-${width}`);
      mkdirSync(folder, { recursive: true });
      const page = await site.open('/', { width, height: SCREENS[width], scheme });
      for (const [name, path] of Object.entries(pages)) {
        await page.setViewportSize({ width, height: SCREENS[width] });
        await page.goto(new URL(path, site.url).href, { waitUntil: 'load' });
        await page.evaluate(() => document.fonts.ready);
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        // In a window as high as the page, what is fixed to the lower edge lies at the end.
        await page.setViewportSize({ width, height: Math.min(height, HIGHEST) });
        await page.screenshot({ path: join(folder, `${name.replaceAll(' ', '-')}.png`) });
      }
      await page.context().close();
    }
  for (const name of PRINTED) {
    const page = await site.open(pages[name as keyof typeof pages] ?? '/', {
      width: 800,
      height: 1100,
      scheme: 'light',
    });
    await page.pdf({ path: join(target, `${name}.pdf`), preferCSSPageSize: true });
    await page.context().close();
  }
});

function pagesOf({ lab: { pages } }: SiteInBrowser): Record<string, string> {
  const lists = ['services', 'runbooks', 'postmortems', 'notes', 'actions', 'tags', 'findings'];
  const found: Record<string, string> = { home: '/' };
  for (const list of lists) found[`list of ${list}`] = `/${list}/`;
  for (const { kind, url } of pages) found[kind] ??= url;
  return found;
}
