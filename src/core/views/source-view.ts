import { baseName, folderOf, isImage } from '../paths.ts';
import type { LabIndex } from './lab-index.ts';

type Entry = Readonly<{ name: string; path: string }>;

/** What `/source/<path>/` shows: a folder's entries, a file's lines, or that the file is kept back. */
export type SourceView = Readonly<{
  name: string;
  crumbs: readonly Entry[];
  shownBy: Readonly<{ title: string; url: string }> | undefined;
}> &
  (
    | Readonly<{ type: 'folder'; entries: readonly Entry[] }>
    | Readonly<{ type: 'text'; lines: readonly string[] }>
    | Readonly<{ type: 'hidden' }>
  );

/** `textOf` gives the text of a file that may be shown, secrets masked. Undefined when the lab has no such path. */
export function sourceView(
  index: LabIndex,
  path: string,
  textOf: (path: string) => string | undefined,
): SourceView | undefined {
  const page = index.pageByPath.get(path);
  const shared = {
    name: baseName(path),
    crumbs: crumbsOf(path),
    shownBy: page && { title: page.title, url: page.url },
  };
  if (page?.private) return { ...shared, type: 'hidden' };
  if (page || index.lab.files.has(path)) {
    const text = isImage(path) ? undefined : textOf(path);
    return text === undefined
      ? { ...shared, type: 'hidden' }
      : { ...shared, type: 'text', lines: text.split(/\r\n|\r|\n/) };
  }
  const entries = entriesOf(index, path);
  return entries.length === 0 ? undefined : { ...shared, type: 'folder', entries };
}

/** Paths of every source view of a lab: its files and folders, '' for the lab itself. */
export function sourcePaths({ lab, pageByPath }: LabIndex): string[] {
  const paths = new Set(['', ...lab.files.keys(), ...pageByPath.keys()]);
  for (const path of [...paths])
    for (let folder = folderOf(path); !paths.has(folder); folder = folderOf(folder)) paths.add(folder);
  return [...paths].sort();
}

function entriesOf(index: LabIndex, folder: string): Entry[] {
  const below = folder === '' ? '' : `${folder}/`;
  const names = new Set<string>();
  for (const path of [...index.lab.files.keys(), ...index.pageByPath.keys()])
    if (path.startsWith(below)) names.add(path.slice(below.length).split('/', 1)[0] ?? '');
  return [...names].sort().map((name) => ({ name, path: below + name }));
}

function crumbsOf(path: string): Entry[] {
  const parts = path.split('/');
  return parts.slice(0, -1).map((name, index) => ({ name, path: parts.slice(0, index + 1).join('/') }));
}
