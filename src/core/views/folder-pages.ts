import type { Page } from '../model/lab.ts';
import { folderOf, standsForFolder } from '../paths.ts';
import type { LabIndex } from './lab-index.ts';
import { sortedBy, sortKey } from './order.ts';

/** The pages of a folder, and those that stand for the folders in it; without `said` and what they link to. */
export function pagesInFolder(index: LabIndex, folder: string, said: readonly Page[]): readonly Page[] {
  if (folder === '') return [];
  const linked = said.flatMap(({ targets }) =>
    targets.flatMap((target) => (target.type === 'page' ? [target.id] : [])),
  );
  const known = new Set([...said.map(({ id }) => id), ...linked].map((id) => index.pages.get(id)?.url));
  const folders = (index.folders.get(folder) ?? []).filter((child) => index.folders.has(child));
  const pages = [folder, ...folders]
    .flatMap((each) =>
      childrenOf(index, each).filter((page) => each === folder || standsForFolder(page.path)),
    )
    .filter((page) => !page.private && !known.has(page.url));
  const one = new Map(pages.map((page) => [page.url, page]));
  return sortedBy([...one.values()], ({ title, path }) => [sortKey(title), path]).slice(0, MOST);
}

/** The page that stands for the folder that `page` is in, if it is another. */
export function folderPage(index: LabIndex, { path, url }: Page): Page | undefined {
  const folder = standsForFolder(path) ? folderOf(folderOf(path)) : folderOf(path);
  if (folder === '') return undefined;
  const found = childrenOf(index, folder).find((child) => standsForFolder(child.path));
  return found?.url === url || found?.private ? undefined : found;
}

const childrenOf = (index: LabIndex, folder: string): Page[] =>
  (index.folders.get(folder) ?? []).flatMap((child) => index.pageByPath.get(child) ?? []);

const MOST = 200;
