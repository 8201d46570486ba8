import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { serveFolder } from '../../src/io/server/serve-folder.ts';
import { HEADER_POLICIES } from '../../src/site/csp.ts';
import { byCommit, CORPUS, someLabs } from '../corpus/labs.ts';
import { connect } from './browser.ts';
import { deadOnDisk, pagesOnDisk } from './disk-crawl.ts';
import { runBuild } from './run-build.ts';
import { visit, watchPolicy } from './visit.ts';

const ALL = process.env['CORPUS'] === 'all';
const BASE = '/real/';
const MOST_TIME = 180_000;

const labs = someLabs(5);
/** Pages of each lab that are opened in the browser. */
const SAMPLE = Math.ceil((ALL ? 200 : 40) / Math.max(labs.length, 1));

if (labs.length === 0) console.log(`SKIPPED: the sites of real repositories need their files in ${CORPUS}.`);
else console.log(`Real repositories built and visited in this run: ${labs.join(', ')}`);

describe.skipIf(labs.length === 0)('the site of a real repository', () => {
  const home = mkdtempSync(join(tmpdir(), 'blackstart-real-'));
  let browser: Browser;
  beforeAll(async () => {
    browser = await connect(inject('browser'));
  });
  afterAll(async () => {
    await browser.close();
    rmSync(home, { recursive: true, force: true });
  });

  test.each(labs)('%s: links lead somewhere, and a browser finds nothing wrong', async (name) => {
    const out = join(home, name);
    const built = await runBuild(['--lab', join(CORPUS, name), '--out', out, '--base', BASE], {
      env: { BLACKSTART_CACHE: join(home, 'cache') },
      killAfter: MOST_TIME,
    });
    expect(built.code, built.stderr).toBe(0);
    expect(deadOnDisk(out, BASE)).toEqual([]);
    expect(await wrongInBrowser(browser, out)).toEqual([]);
    expect(await notFound(browser, out)).toEqual([]);
  });
});

/** What goes wrong when some pages of the site in `folder` are opened. */
const wrongInBrowser = (browser: Browser, folder: string): Promise<string[]> =>
  served(folder, async (site) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    await watchPolicy(context);
    const page = await context.newPage();
    const wrong: string[] = [];
    for (const path of byCommit(pagesOnDisk(folder)).slice(0, SAMPLE)) {
      const url = addressOf(site, path);
      const { status, ids, foreign, errors, violations, overflow } = await visit(page, url);
      const found = [...foreign, ...errors, ...violations];
      if (new Set(ids).size < ids.length) found.push('an id stands twice');
      if (status !== 200) found.push(`status ${status}`);
      if (overflow > 0) found.push(`${overflow} px wider than a window of 320`);
      wrong.push(...found.map((what) => `${path}: ${what}`));
    }
    await context.close();
    return wrong;
  });

const SEARCHES = 3;

/** Titles of some pages of the site in `folder` that a search for them does not find among its first results. */
const notFound = (browser: Browser, folder: string): Promise<string[]> =>
  served(folder, async (site) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const missed: string[] = [];
    for (const { path, title } of byCommit(pagesOnDisk(folder))
      .flatMap((one) => titled(folder, one) ?? [])
      .slice(0, SEARCHES)) {
      await page.goto(`${addressOf(site, 'search/')}?q=${encodeURIComponent(title)}`);
      await page.locator('.results > li').first().waitFor();
      const found = await page
        .locator('.results > li > a')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
      const wanted = new URL(addressOf(site, path)).pathname;
      if (!found.includes(wanted)) missed.push(`"${title}" found ${found.join(', ')} and not ${wanted}`);
    }
    await context.close();
    return missed;
  });

/** A page of the lab's own, with a title that is no single common word. */
function titled(folder: string, path: string): Readonly<{ path: string; title: string }> | undefined {
  if (!/^(runbooks|postmortems|notes)[/].*[/]$/.test(path)) return undefined;
  const [, title = ''] =
    /<h1>([^<&]{12,80})<\/h1>/.exec(readFileSync(join(folder, path, 'index.html'), 'utf8')) ?? [];
  return title === '' ? undefined : { path, title };
}

async function served<T>(folder: string, use: (site: string) => Promise<T>): Promise<T> {
  const server = await serveFolder({
    host: 'localhost',
    port: 0,
    folder,
    base: BASE,
    policies: HEADER_POLICIES,
  });
  try {
    return await use(server.url);
  } finally {
    await server.close();
  }
}

const addressOf = (site: string, path: string): string =>
  new URL(path.split('/').map(encodeURIComponent).join('/'), site).href;
