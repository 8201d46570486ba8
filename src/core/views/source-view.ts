import { baseName, isImage } from '../paths.ts';
import { escapeHtml } from './fill-slots.ts';
import type { LabIndex } from './lab-index.ts';

type Entry = Readonly<{ name: string; path: string }>;

/** What `/source/<path>/` shows: a folder's entries, a file's lines, a picture, or that the file is kept back. */
export type SourceView = Readonly<{
  name: string;
  crumbs: readonly Entry[];
  shownBy: Readonly<{ title: string; url: string }> | undefined;
}> &
  (
    | Readonly<{ type: 'folder'; entries: readonly Entry[] }>
    | Readonly<{ type: 'text'; html: string }>
    | Readonly<{ type: 'picture' }>
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
    shownBy: page?.private ? undefined : page && { title: page.title, url: page.url },
  };
  if (page?.private) return { ...shared, type: 'hidden' };
  if (page || index.lab.files.has(path)) {
    if (isImage(path)) return { ...shared, type: 'picture' };
    const text = textOf(path);
    return text === undefined
      ? { ...shared, type: 'hidden' }
      : { ...shared, type: 'text', html: listing(text) };
  }
  const entries = entriesOf(index, path);
  // The lab itself is there also when nothing is in it.
  return entries.length === 0 && path !== '' ? undefined : { ...shared, type: 'folder', entries };
}

/** One list item a line, each an address of its own. Made as text: files have thousands of lines. */
const listing = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map(
      (line, index) =>
        `<li id="L${index + 1}"><a href="#L${index + 1}">${index + 1}</a>${escapeHtml(line)}</li>`,
    )
    .join('');

/** Paths of every source view of a lab: its files and folders, '' for the lab itself. */
export function sourcePaths({ lab, pageByPath, folders }: LabIndex): string[] {
  return [...folders.keys(), ...lab.files.keys(), ...pageByPath.keys()].sort();
}

/** Folders first, each with a slash. */
function entriesOf({ folders }: LabIndex, folder: string): Entry[] {
  const paths = folders.get(folder) ?? [];
  return [
    ...paths.filter((path) => folders.has(path)).map((path) => ({ name: `${baseName(path)}/`, path })),
    ...paths.filter((path) => !folders.has(path)).map((path) => ({ name: baseName(path), path })),
  ];
}

function crumbsOf(path: string): Entry[] {
  const parts = path.split('/');
  return parts.slice(0, -1).map((name, index) => ({ name, path: parts.slice(0, index + 1).join('/') }));
}
