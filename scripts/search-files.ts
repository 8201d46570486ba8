import { recordHtml } from '../src/core/search/record-html.ts';
import { searchRecords } from '../src/core/search/search-records.ts';
import type { Lab } from '../src/core/model/lab.ts';
import { indexLab } from '../src/core/views/lab-index.ts';
import { searchIndex } from '../src/io/search-index/search-index.ts';

/** Where the search index stands below the output folder. */
export const SEARCH_FOLDER = 'pagefind/';

type Options = Readonly<{ root: string; cache: string }>;

/** The files of the search index of a lab, with their paths below the output folder. */
export async function searchFiles(
  lab: Lab,
  options: Options,
): Promise<{ path: string; content: () => Uint8Array }[]> {
  const pages = searchRecords(indexLab(lab)).map((record) => ({ url: record.url, html: recordHtml(record) }));
  const files = await searchIndex(pages, { ...options, language: lab.language });
  return files.map(({ path, content }) => ({ path: SEARCH_FOLDER + path, content: () => content }));
}
