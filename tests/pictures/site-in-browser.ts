import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { serveFolder } from '../../src/io/server/serve-folder.ts';
import { HEADER_POLICIES } from '../../src/site/csp.ts';
import { connect, startBrowser } from '../e2e/browser.ts';
import { mustBuild } from '../e2e/run-build.ts';

export type Look = Readonly<{ width: number; height: number; scheme: 'light' | 'dark'; scale?: number }>;

export type SiteInBrowser = Readonly<{
  /** Address of the site, with `/` at the end. */
  url: string;
  /** The built `lab.json`. */
  lab: Readonly<{ pages: readonly Readonly<{ kind: string; url: string; path: string }>[] }>;
  /** The page at `path`, as it is looked at; the caller closes its context. */
  open: (path: string, look: Look) => Promise<Page>;
}>;

const PATIENCE = 120_000;

/** Builds the site of a lab, serves it and shows it to `work` in a real browser. */
export async function siteInBrowser(
  lab: string,
  work: (site: SiteInBrowser) => Promise<void>,
  build: readonly string[] = [],
): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'blackstart-pictures-'));
  const folder = join(home, 'site');
  await mustBuild(['--lab', lab, '--out', folder, ...build], {
    env: { BLACKSTART_CACHE: join(home, 'cache') },
  });
  const server = await serveFolder({
    host: 'localhost',
    port: 0,
    folder,
    base: '/',
    policies: HEADER_POLICIES,
  });
  const starter = await startBrowser();
  const browser = await connect(starter.wsEndpoint());
  try {
    await work({
      url: server.url,
      lab: JSON.parse(readFileSync(join(folder, 'lab.json'), 'utf8')),
      open: (path, look) => opened(browser, new URL(path, server.url).href, look),
    });
  } finally {
    await browser.close();
    await starter.close();
    await server.close();
    rmSync(home, { recursive: true, force: true });
  }
}

async function opened(browser: Browser, url: string, look: Look): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height },
    colorScheme: look.scheme,
    deviceScaleFactor: look.scale ?? 1,
  });
  // A busy machine takes its time.
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  await page.goto(url);
  return page;
}
