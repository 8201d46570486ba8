import { baseName, folderOf, joinPath, resolvePath, standsForFolder, stemOf } from '../paths.ts';

/** Finds files and folders of the lab the ways people write their paths. */
export type PathIndex = Readonly<{
  /** A file or folder by its exact path. */
  file: (path: string) => string | undefined;
  folder: (path: string) => string | undefined;
  /** A page by its path without ending, or with `.html`, as site generators write links. */
  page: (path: string) => string | undefined;
  /** The same in another case or another Unicode form, if only one fits. */
  inOtherCase: (path: string) => string | undefined;
  /** README or index page of a folder. */
  frontOf: (folder: string) => string | undefined;
  /** Files with this name, in any case, with or without a page's ending; a README also has the name of its folder. */
  named: (name: string) => readonly NamedFile[];
  /** The same where blanks, `-` and `_` are one. */
  namedAlike: (name: string) => readonly NamedFile[];
  paths: readonly string[];
}>;

/** `ways` are the paths, folded, by which a link may mean it: with its ending, without, a README by its folder. */
export type NamedFile = Readonly<{ path: string; front: boolean; ways: readonly string[] }>;

export function indexPaths(paths: readonly string[]): PathIndex {
  const files = new Set(paths);
  const folders = new Set(['']);
  for (const path of paths)
    for (let folder = folderOf(path); !folders.has(folder); folder = folderOf(folder)) folders.add(folder);
  const folded = Map.groupBy([...files, ...folders], fold);
  const fronts = new Map<string, string>();
  for (const path of paths.toSorted(byFront))
    if (standsForFolder(path) && !fronts.has(folderOf(path))) fronts.set(folderOf(path), path);
  const pages = new Map<string, string>();
  for (const path of paths.toReversed()) if (stemOf(path) !== baseName(path)) pages.set(barePath(path), path);
  const names = byName(paths.map(namedFile));
  let alike: ReadonlyMap<string, readonly NamedFile[]> | undefined; // few labs ask for it

  return {
    file: (path) => (files.has(path) ? path : undefined),
    folder: (path) => (folders.has(path) ? path : undefined),
    page: (path) => pages.get(path.replace(/\.html?$/i, '')),
    inOtherCase: (path) => {
      const [only, ...others] = folded.get(fold(path)) ?? [];
      return others.length === 0 ? only : undefined;
    },
    frontOf: (folder) => fronts.get(folder),
    named: (name) => names.get(fold(name)) ?? [],
    namedAlike: (name) => {
      alike ??= byName(paths.map(namedFile).map(alikeFile));
      return alike.get(oneGap(fold(name))) ?? [];
    },
    paths,
  };
}

const barePath = (path: string): string => joinPath(folderOf(path), stemOf(path));

function namedFile(path: string): NamedFile {
  const front = standsForFolder(path);
  return { path, front, ways: [path, barePath(path), ...(front ? [folderOf(path)] : [])].map(fold) };
}

const alikeFile = (file: NamedFile): NamedFile => ({ ...file, ways: file.ways.map(oneGap) });

function byName(files: readonly NamedFile[]): ReadonlyMap<string, readonly NamedFile[]> {
  const names = new Map<string, NamedFile[]>();
  for (const file of files)
    for (const name of new Set(file.ways.map(baseName))) {
      const group = names.get(name);
      if (group) group.push(file);
      else names.set(name, [file]);
    }
  return names;
}

const oneGap = (path: string): string => path.replaceAll(/[\s_-]+/g, '-');

const fold = (path: string): string => path.normalize('NFC').toLowerCase();

/** How many steps lie between two files' folders. */
function distance(from: string, to: string): number {
  const a = folderOf(from).split('/');
  const b = folderOf(to).split('/');
  let shared = 0;
  while (shared < Math.min(a.length, b.length) && a[shared] === b[shared]) shared++;
  return a.length + b.length - 2 * shared;
}

/** README.md before index.md before others of the same folder. */
const byFront = (a: string, b: string): number => frontRank(a) - frontRank(b) || (a < b ? -1 : 1);
const frontRank = (path: string): number =>
  /^readme\.md$/i.test(baseName(path)) ? 0 : /^_?index\./i.test(baseName(path)) ? 1 : 2;

/** The path below a folder that a wiki link or a root-absolute link names, when some file ends with it. */
export function endingWith(index: PathIndex, target: string, from: string): string | undefined {
  const wanted = fold(resolvePath('', target));
  if (wanted === '') return undefined;
  const end = `/${wanted}`;
  const found = index
    .named(baseName(wanted))
    .filter(({ ways }) => ways.some((way) => way === wanted || way.endsWith(end)));
  return nearest(found, from)?.path;
}

/** The only file whose path ends as a wiki link says, where blanks, `-` and `_` are one: wikis name `Page Name` so. */
export function endingAlike(index: PathIndex, target: string): string | undefined {
  const wanted = oneGap(fold(resolvePath('', target)));
  if (!/[^-]/.test(wanted)) return undefined;
  const end = `/${wanted}`;
  const [only, ...others] = index
    .namedAlike(baseName(wanted))
    .filter(({ ways }) => ways.some((way) => way === wanted || way.endsWith(end)));
  return others.length === 0 ? only?.path : undefined;
}

function nearest(files: readonly NamedFile[], from: string): NamedFile | undefined {
  if (files.length < 2) return files[0];
  return files.toSorted(
    (a, b) =>
      Number(a.front) - Number(b.front) ||
      distance(from, a.path) - distance(from, b.path) ||
      a.path.length - b.path.length ||
      (a.path < b.path ? -1 : 1),
  )[0];
}

/** The one page whose name begins with a number of its own (`PM-2026-033` for `PM-2026-033-disk-full.md`). */
export function beginningWith(index: PathIndex, name: string): string | undefined {
  if (!/\d{2}/.test(name) || name.includes('/')) return undefined;
  const start = new RegExp(`^${RegExp.escape(fold(name))}[-_. ]`);
  const [only, ...others] = index.paths.filter(
    (path) => start.test(fold(stemOf(path))) && stemOf(path) !== baseName(path),
  );
  return others.length === 0 ? only : undefined;
}
