import { formOf } from '../file-form.ts';
import { baseName, endingOf, folderOf, isImage, joinPath, standsForFolder } from '../paths.ts';
import { suggest } from '../suggest.ts';
import type { PathIndex } from './path-index.ts';

/**
 * What a dead link to `path` in the file `from` may mean: a file of that name elsewhere, if there is one alone; else the
 * nearest name in the same folder. Always of the same type.
 */
export function nearestFile(path: string, from: string, index: PathIndex): string | undefined {
  const alike = (candidate: string): boolean => endingOf(candidate) === endingOf(path);
  const [moved, ...others] = standsForFolder(path)
    ? []
    : index.named(baseName(path)).filter((file) => alike(file.path));
  if (moved !== undefined && others.length === 0 && (!isImage(path) || isInReach(moved.path, from, index)))
    return moved.path;
  const beside = index.paths.filter(
    (candidate) => folderOf(candidate) === folderOf(path) && alike(candidate),
  );
  const name = suggest(baseName(path), beside.map(baseName));
  return name === undefined ? undefined : joinPath(folderOf(path), name);
}

/** `output.png` beside another page is that page's: a picture is meant beside or above the page, or in a folder there that has no pages. */
function isInReach(picture: string, page: string, { paths }: PathIndex): boolean {
  const folder = folderOf(picture);
  if (isWithin(page, folder)) return true;
  return isWithin(page, folderOf(folder)) && !paths.some((path) => isPage(path) && folderOf(path) === folder);
}

const isWithin = (path: string, folder: string): boolean => folder === '' || path.startsWith(`${folder}/`);

const isPage = (path: string): boolean => formOf(path) === 'page';
