import type { Page } from '../model/lab.ts';
import { folderOf, standsForFolder } from '../paths.ts';
import { nameInWords } from './page-data.ts';

/** READMEs that all have one heading ("Sample application") are told apart by their folders. */
export function withTellingTitles(pages: readonly Page[]): Page[] {
  const named = Map.groupBy(pages.filter(hasFolder), ({ title }) => title.toLowerCase());
  return pages.map((page) => {
    const same = hasFolder(page) ? (named.get(page.title.toLowerCase()) ?? []) : [];
    const names = new Set(same.map(({ path }) => nameInWords(path).toLowerCase()));
    // Folders of one name tell them apart no better.
    return same.length > 1 && names.size === same.length ? { ...page, title: nameInWords(page.path) } : page;
  });
}

const hasFolder = ({ path, data }: Page): boolean =>
  standsForFolder(path) && folderOf(path) !== '' && data['title'] === undefined;
