/**
 * What search costs: time and size of the index, and the first search in a browser over loopback. Run by hand on a quiet
 * machine:
 *
 *   npm exec -- node tests/bench/search.ts FOLDER "some words"
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordHtml } from '../../src/core/search/record-html.ts';
import { searchRecords } from '../../src/core/search/search-records.ts';
import { indexLab } from '../../src/core/views/lab-index.ts';
import { loadLab } from '../../src/io/load-lab.ts';
import { searchIndex } from '../../src/io/search-index/search-index.ts';
import { serveFolder } from '../../src/io/server/serve-folder.ts';
import { HEADER_POLICIES } from '../../src/site/csp.ts';
import { connect, startBrowser } from '../e2e/browser.ts';
import { mustBuild } from '../e2e/run-build.ts';

const [root, words = 'disk full'] = process.argv.slice(2);
if (root === undefined) throw new Error('Name the folder of a lab.');
const home = mkdtempSync(join(tmpdir(), 'blackstart-bench-'));
const cache = join(home, 'cache');
const lab = await loadLab(root, { cache });
const options = { language: lab.language, cache: join(home, 'index-cache'), root };

const records = await timed(() =>
  searchRecords(indexLab(lab)).map(({ url, ...more }) => ({ url, html: recordHtml({ url, ...more }) })),
);
const cold = await timed(() => searchIndex(records.result, options));
const warm = await timed(() => searchIndex(records.result, options));
const bytes = cold.result.reduce((sum, { content }) => sum + content.length, 0);
console.log(
  JSON.stringify({
    places: records.result.length,
    recordsMs: records.ms,
    indexMs: cold.ms,
    keptMs: warm.ms,
    files: cold.result.length,
    MB: Number((bytes / 1e6).toFixed(2)),
  }),
);

await mustBuild(['--lab', root, '--out', join(home, 'site')], { env: { BLACKSTART_CACHE: cache } });
const address = { host: 'localhost', port: 0, folder: join(home, 'site'), base: '/' };
const server = await serveFolder({ ...address, policies: HEADER_POLICIES });
const starter = await startBrowser();
const browser = await connect(starter.wsEndpoint());
for (const run of [1, 2, 3]) {
  const page = await browser.newPage();
  let requests = 0;
  let transferred = 0;
  page.on('requestfinished', async (request) => {
    const sizes = await request.sizes();
    requests += 1;
    transferred += sizes.responseBodySize + sizes.responseHeadersSize;
  });
  await page.goto(`${server.url}findings/`, { waitUntil: 'networkidle' });
  const before = { requests, transferred };
  const ms = await page.evaluate(firstSearch, words);
  await page.waitForLoadState('networkidle');
  console.log(
    JSON.stringify({
      run,
      firstSearchMs: Math.round(ms),
      requests: requests - before.requests,
      KB: Math.round((transferred - before.transferred) / 1024),
    }),
  );
  await page.context().close();
}
await browser.close();
await starter.close();
await server.close();
rmSync(home, { recursive: true, force: true });

async function timed<T>(work: () => T | Promise<T>): Promise<{ result: T; ms: number }> {
  const start = performance.now();
  const result = await work();
  return { result, ms: Math.round(performance.now() - start) };
}

/** Runs in the page: from the first focus to the first result, with the pause after the last key in it. */
function firstSearch(query: string): Promise<number> {
  const input = document.querySelector<HTMLInputElement>('site-search input');
  if (!input) throw new Error('There is no search field.');
  const start = performance.now();
  input.focus();
  input.value = query;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  return new Promise((resolve) => {
    const look = (): void =>
      document.querySelector('[role="option"]')
        ? resolve(performance.now() - start)
        : void requestAnimationFrame(look);
    look();
  });
}
