import type { PagefindIndex } from 'pagefind';
import { reasonOf } from '../reason-of.ts';
import { withStableFilters } from './stable-index.ts';

/** A file of the index: its path below the folder of the index, and its bytes. */
export type IndexFile = Readonly<{ path: string; content: Uint8Array }>;

/** A page that search can find: `html` is what Pagefind reads of it. */
export type Searchable = Readonly<{ url: string; html: string }>;

/** Nothing can be searched. `message` says why, and what to do. */
export class SearchIndexFailed extends Error {
  override name = 'SearchIndexFailed';
}

type Options = Readonly<{ language: string; patience?: number }>;

/**
 * The index of `pages` in one language for all of them, sorted by path. The same pages in the same order make the same bytes.
 * `patience` is how many milliseconds Pagefind may keep silent.
 */
export async function buildSearchIndex(
  pages: readonly Searchable[],
  { language, patience = 300_000 }: Options,
): Promise<IndexFile[]> {
  const { createIndex, close } = await import('pagefind');
  const guarded = guard(patience);
  try {
    const { index, errors } = await guarded(createIndex({ forceLanguage: language }));
    if (!index) throw new Error(errors.join(' '));
    await addPages(index, pages, guarded);
    const { files, errors: problems } = await guarded(index.getFiles());
    if (problems.length > 0) throw new Error(problems.join(' '));
    return withStableFilters(usedFiles(files, pages.length)).sort((a, b) => (a.path < b.path ? -1 : 1));
  } catch (error) {
    throw new SearchIndexFailed(
      `The search index could not be made: ${reasonOf(error)}. The one of an earlier build stays. ` +
        'Run the build again; if it fails again, `npm ci` brings back a whole Pagefind, which makes the index.',
      { cause: error },
    );
  } finally {
    await close();
  }
}

type Guarded = <T>(answer: Promise<T>) => Promise<T>;

/** One page after the other: their order decides the bytes of the index. */
async function addPages(index: PagefindIndex, pages: readonly Searchable[], guarded: Guarded) {
  for (const { url, html } of pages) {
    const { errors } = await guarded(index.addHTMLFile({ url, content: html }));
    if (errors.length > 0) throw new Error(`${url}: ${errors.join(' ')}`);
  }
}

/** Pagefind is a process that may die, or never answer, and its library tells of neither. */
function guard(patience: number): Guarded {
  return async (answer) => {
    const { promise: silence, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(
      () => reject(new Error(`Pagefind gave no answer for ${patience / 1000} s`)),
      patience,
    ).unref();
    // Nothing else is left to do, and the answer that was waited for can't come.
    const onEmpty = () => reject(new Error('Pagefind ended before it answered'));
    process.once('beforeExit', onEmpty);
    try {
      return await Promise.race([answer, silence]);
    } finally {
      clearTimeout(timer);
      process.off('beforeExit', onEmpty);
    }
  };
}

/**
 * The files that this site uses: Pagefind adds those of interfaces that it does not have. A half-written index finds nothing
 * and says nothing, so what is missing is an error here.
 */
function usedFiles(files: readonly IndexFile[], pages: number): IndexFile[] {
  const languages = Object.values(languagesIn(files.find(({ path }) => path === 'pagefind-entry.json')));
  const [only] = languages;
  if (!only || languages.length > 1 || only.page_count !== pages)
    throw new Error(`Pagefind kept ${only?.page_count ?? 0} of ${pages} pages`);
  const needed = [
    'pagefind-entry.json',
    'pagefind.js',
    `pagefind.${only.hash}.pf_meta`,
    `wasm.${only.wasm ?? 'unknown'}.pagefind`,
  ];
  const used = files.filter(({ path }) => needed.includes(path) || /^(?:fragment|index|filter)\//.test(path));
  const written = new Set(used.filter(({ content }) => content.length > 0).map(({ path }) => path));
  const missing = needed.find((path) => !written.has(path));
  if (missing !== undefined) throw new Error(`Pagefind left out ${missing}`);
  if (written.size < used.length) throw new Error('Pagefind left a file empty');
  return used;
}

type Entry = Readonly<{ hash: string; wasm?: string | null; page_count: number }>;

function languagesIn(entry: IndexFile | undefined): Record<string, Entry> {
  if (!entry || entry.content.length === 0) throw new Error('Pagefind wrote no pagefind-entry.json');
  // Pagefind's own file, of the version that package.json names.
  const { languages }: Readonly<{ languages: Record<string, Entry> }> = JSON.parse(
    Buffer.from(entry.content).toString(),
  );
  return languages;
}
