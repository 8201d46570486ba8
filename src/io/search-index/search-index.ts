import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { join } from 'node:path';
import { labCacheFolder } from '../cache-folder.ts';
import { buildSearchIndex, type IndexFile, type Searchable } from './build-search-index.ts';
import { keepIndex, keptIndex } from './index-store.ts';

type Options = Readonly<{
  language: string;
  /** Folder of the cache, and the real path of the lab. */
  cache: string;
  root: string;
}>;

/** The search index of `pages`: the one that was kept when they are what they were, else a new one. */
export async function searchIndex(
  pages: readonly Searchable[],
  { language, cache, root }: Options,
): Promise<IndexFile[]> {
  const path = join(labCacheFolder(cache, root), 'search-index');
  const key = keyOf(pages, language);
  const kept = keptIndex(path, key);
  if (kept) return kept;
  const files = await buildSearchIndex(pages, { language });
  keepIndex(path, key, files);
  return files;
}

/** Counts the changes of what is made of Pagefind's files. */
const SELECTION = 3;

/** Stands for everything that decides the bytes of an index. */
function keyOf(pages: readonly Searchable[], language: string): string {
  const hash = createHash('sha256').update(`${SELECTION} ${pagefindVersion()} ${language}`);
  for (const { url, html } of pages) hash.update(`\n${url} ${html.length}\n`).update(html);
  return hash.digest('base64url');
}

function pagefindVersion(): string {
  const path = findPackageJSON('pagefind', import.meta.url);
  if (path === undefined) throw new Error('Pagefind is not installed.');
  // Whichever platform it runs on: the same version makes the same index.
  return JSON.parse(readFileSync(path, 'utf8')).version;
}
