import { baseName, folderOf, joinPath, resolvePath, standsForFolder, stemOf } from '../paths.ts';

/** Finds files and folders of the lab the ways people write their paths. */
export type PathIndex = Readonly<{
  /** A file or folder by its exact path. */
  file: (path: string) => string | undefined;
  folder: (path: string) => string | undefined;
  /** The same in another case or another Unicode form, if only one fits. */
  inOtherCase: (path: string) => string | undefined;
  /** README or index page of a folder. */
  frontOf: (folder: string) => string | undefined;
  /** Files with this name, in any case, with or without a page's ending; nearest to `from` first. */
  named: (name: string, from: string) => readonly string[];
  paths: readonly string[];
}>;

export function indexPaths(paths: readonly string[]): PathIndex {
  const files = new Set(paths);
  const folders = new Set(['']);
  for (const path of paths)
    for (let folder = folderOf(path); !folders.has(folder); folder = folderOf(folder)) folders.add(folder);
  const folded = Map.groupBy([...files, ...folders], fold);
  const fronts = new Map<string, string>();
  for (const path of paths.toSorted(byFront))
    if (standsForFolder(path) && !fronts.has(folderOf(path))) fronts.set(folderOf(path), path);
  const names = new Map<string, string[]>();
  for (const path of paths)
    for (const name of new Set([fold(baseName(path)), fold(stemOf(path))])) {
      const group = names.get(name);
      if (group) group.push(path);
      else names.set(name, [path]);
    }

  return {
    file: (path) => (files.has(path) ? path : undefined),
    folder: (path) => (folders.has(path) ? path : undefined),
    inOtherCase: (path) => {
      const [only, ...others] = folded.get(fold(path)) ?? [];
      return others.length === 0 ? only : undefined;
    },
    frontOf: (folder) => fronts.get(folder),
    named: (name, from) =>
      (names.get(fold(name)) ?? []).toSorted(
        (a, b) => distance(from, a) - distance(from, b) || a.length - b.length || (a < b ? -1 : 1),
      ),
    paths,
  };
}

/** A path with the endings that site generators leave out of a link. */
export function withEndings(path: string): string[] {
  const plain = path.replace(/\.html?$/i, '');
  return ['.md', '.mdx', '.markdown', '.html.md', '.html.md.erb'].map((ending) => plain + ending);
}

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
  const found = index.named(baseName(wanted), from).find((path) => {
    const whole = fold(path);
    const bare = fold(joinPath(folderOf(path), stemOf(path)));
    return whole === wanted || bare === wanted || whole.endsWith(`/${wanted}`) || bare.endsWith(`/${wanted}`);
  });
  if (found !== undefined) return found;
  const fronts = ['readme', 'index', '_index'].flatMap((name) => index.named(name, from));
  return fronts.find(
    (path) => fold(folderOf(path)) === wanted || fold(folderOf(path)).endsWith(`/${wanted}`),
  );
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
