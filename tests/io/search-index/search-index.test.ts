import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { labCacheFolder } from '../../../src/io/cache-folder.ts';
import { buildSearchIndex, SearchIndexFailed } from '../../../src/io/search-index/build-search-index.ts';
import { searchIndex } from '../../../src/io/search-index/search-index.ts';
import { folderOf } from '../folders.ts';

const page = (name: string, words: string) => ({
  url: `/notes/${name}/`,
  html: `<!doctype html><html lang="de"><body><h1>${name}</h1><p>${words}</p></body></html>`,
});
const PAGES = Array.from({ length: 40 }, (_, index) => page(`n${index}`, `wort${index} gemeinsam words`));

test('the same pages make the same files, with all that a browser needs and nothing that it does not', async () => {
  const files = await buildSearchIndex(PAGES, { language: 'en' });
  expect(await buildSearchIndex(PAGES, { language: 'en' })).toEqual(files);
  const shapes = files.map(({ path }) => path.replace(/_[0-9a-f]+\./, '_*.'));
  expect([...new Set(shapes)]).toEqual([
    'fragment/en_*.pf_fragment',
    'index/en_*.pf_index',
    'pagefind-entry.json',
    'pagefind.en_*.pf_meta',
    'pagefind.js',
    'wasm.en.pagefind',
  ]);
  expect(shapes.filter((shape) => shape.startsWith('fragment/'))).toHaveLength(PAGES.length);
});

test('filters and their values stand in the same order in every run', async () => {
  const filtered = PAGES.map(({ url, html }, index) => {
    const filters = ['kind', 'year', 'mode', 'service'].map(
      (filter) => `<i data-pagefind-filter="${filter}:${filter}${index % 9}"></i>`,
    );
    return { url, html: html.replace('</body>', `${filters.join('')}</body>`) };
  });
  const files = await buildSearchIndex(filtered, { language: 'en' });
  expect(files.filter(({ path }) => path.startsWith('filter/'))).toHaveLength(4);
  for (let run = 0; run < 4; run += 1)
    expect(await buildSearchIndex(filtered, { language: 'en' })).toEqual(files);
});

test('a language that Pagefind does not know still makes one index of every page', async () => {
  const files = await buildSearchIndex(PAGES, { language: 'tlh' });
  expect(files.map(({ path }) => path)).toContain('wasm.unknown.pagefind');
});

test('an index is kept as long as its pages are what they were, and is made anew when it is damaged', async () => {
  const cache = folderOf();
  const options = { language: 'en', cache, root: '/lab' };
  const kept = join(labCacheFolder(cache, '/lab'), 'search-index');
  const first = await searchIndex(PAGES, options);
  const bytes = readFileSync(kept);
  vi.stubEnv('PAGEFIND_EXTENDED_BINARY_PATH', '/nowhere/pagefind');
  expect(await searchIndex(PAGES, options)).toEqual(
    first.map((file) => ({ ...file, content: Buffer.from(file.content) })),
  );
  vi.unstubAllEnvs();

  const fragments = async (pages: typeof PAGES) =>
    (await searchIndex(pages, options))
      .filter(({ path }) => path.startsWith('fragment/'))
      .map(({ content }) => gunzipSync(content).toString());
  expect((await fragments([...PAGES, page('new', 'neuling')])).join()).toContain('neuling');

  bytes[bytes.length - 100] = (bytes.at(-100) ?? 0) ^ 1;
  writeFileSync(kept, bytes);
  expect(await searchIndex(PAGES, options)).toEqual(first);
});

describe('when Pagefind', () => {
  test.runIf(process.platform !== 'win32').each([
    ['is not there', 'exit 127'],
    ['dies', 'read -r line; exit 3'],
    ['says nothing', 'exec sleep 60'],
    ['says nonsense', 'echo "e30=,"; exec sleep 60'],
  ])('%s, the build hears of it', async (_, program) => {
    const error = await failure(program, 1000);
    expect(error).toBeInstanceOf(SearchIndexFailed);
  });

  test('the message says what to do', async () => {
    const error = await failure('exec sleep 60', 300);
    expect(String(error)).toMatchInlineSnapshot(
      `"SearchIndexFailed: The search index could not be made: Pagefind gave no answer for 0.3 s. The one of an earlier build stays. Run the build again; if it fails again, \`npm ci\` brings back a whole Pagefind, which makes the index."`,
    );
  });

  test('leaves out a page, the build hears of it', async () => {
    const broken = { url: '/notes/broken/', html: 'no page' };
    await expect(buildSearchIndex([...PAGES, broken], { language: 'en' })).rejects.toThrow('40 of 41 pages');
  });
});

/** What goes wrong when `program`, a script of a shell, stands for Pagefind. */
async function failure(program: string, patience: number): Promise<unknown> {
  const path = join(folderOf(), 'pagefind');
  writeFileSync(path, `#!/bin/sh\n${program}\n`);
  chmodSync(path, 0o755);
  vi.stubEnv('PAGEFIND_EXTENDED_BINARY_PATH', path);
  vi.spyOn(console, 'error').mockReturnValue();
  try {
    return await buildSearchIndex(PAGES, { language: 'en', patience });
  } catch (error) {
    return error;
  } finally {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  }
}
