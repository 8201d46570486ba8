import type { Stats } from 'node:fs';
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf } from '../../core/paths.ts';
import { isEditorFile } from './editor-files.ts';
import { explore } from './explore.ts';
import { watchGit } from './git-state.ts';
import { keptOut } from './kept-out.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { patience } from './patience.ts';
import { saysWhatIsIgnored } from './says-what-is-ignored.ts';
import { watchFolders } from './watch-folders.ts';
import { watchPlace } from './watch-place.ts';

export type LabWatchOptions = Readonly<{
  /** Paths in the lab that are no longer what they were; '' is the lab itself, and `.git` its history. */
  onChange: (paths: readonly string[]) => void;
  onNote: (note: string) => void;
}>;

export type LabWatch = Readonly<{
  /** A load begins, or began at a time. What it gives back is told which files the lab has, once the load knows. */
  begin: (at?: number) => (files: ReadonlySet<string>) => Promise<void>;
  close: () => void;
}>;

/** Watches the lab at `root`, a real path, for what may change what it says. Begins with the first load. */
export async function watchLab(root: string, { onChange, onNote }: LabWatchOptions): Promise<LabWatch> {
  const [git, isKeptOut] = await Promise.all([watchGit(root, () => onChange(['.git'])), keptOut(root)]);
  let files: ReadonlySet<string> = new Set();
  let folders: ReadonlySet<string> = new Set();
  let pending = new Set<string>();
  /** Told since the last load began, and unknown till then. */
  let told: readonly string[] = [];
  const ignored = new Set<string>();

  const hear = (path: string, named: boolean): void => {
    if (path === '.git' || path.startsWith('.git/')) return git.look();
    if (isEditorFile(path) || isIgnored(path)) return;
    if (named) watching.drop(path);
    pending.add(path);
    if (isKnown(path)) waiting.soon();
    else waiting.perhaps();
  };
  const isKnown = (path: string) => files.has(path) || folders.has(path);
  const isIgnored = (path: string) => wayTo(path).some((each) => ignored.has(each));
  const ignore = (paths: Iterable<string>) => {
    if (ignored.size > MOST_IGNORED) ignored.clear();
    for (const path of paths) ignored.add(path);
  };

  const watching = watchFolders(root, { onEvent: hear, onNote });
  const look = async (at: Iterable<string>) =>
    ignore(await explore(at, { root, watch: watching, keptOut: isKeptOut }));

  const tell = async () => {
    const paths = [...pending];
    pending = new Set();
    if (paths.some(saysWhatIsIgnored)) ignored.clear();
    const known = paths.filter(isKnown);
    const there = paths.flatMap((path) => statsOf(root, path) ?? []);
    // What came and went again before anybody looked was never there.
    const unknown = there.filter(({ path }) => !isKnown(path)).map(({ path }) => path);
    // The folders on the way to a path are asked about too: one answer then does for all that is in them.
    const asked = new Set(unknown.flatMap(wayTo).filter((path) => !folders.has(path)));
    if (asked.size > 0) ignore(await isKeptOut([...asked]));
    const counted = unknown.filter((path) => !isIgnored(path));
    await look(
      there.filter(({ path, stats }) => stats.isDirectory() && !isIgnored(path)).map(({ path }) => path),
    );
    if (known.length > 0 || counted.length === 0) waiting.learn(known.length > 0);
    if (known.length + counted.length === 0) return;
    told = [...told, ...counted];
    onChange([...known, ...counted].sort());
  };
  const telling = oneAtATime(tell);
  const waiting = patience(telling.request);
  const place = watchPlace(root, () => {
    watching.drop('');
    pending.add('');
    waiting.soon();
  });

  const settle = async (found: ReadonlySet<string>, began: number, covered: readonly string[]) => {
    files = found;
    folders = foldersOf(found);
    if (covered.length > 0) waiting.learn(covered.some(isKnown));
    const left = covered.filter((path) => !isKnown(path)).flatMap((path) => statsOf(root, path) ?? []);
    ignore(left.filter(({ stats }) => stats.isFile() && stats.ctimeMs < began).map(({ path }) => path));
    const fresh = new Set([...folders].filter((folder) => !watching.has(folder)));
    await look(fresh);
    // What was written after the load read it and before the watch began has no event.
    const unheard = [...fresh, ...[...files].filter((path) => fresh.has(folderOf(path)))];
    const late = unheard.filter((path) => (statsOf(root, path)?.stats.mtimeMs ?? Infinity) >= began);
    if (late.length === 0) return;
    pending = new Set([...pending, ...late]);
    waiting.soon();
  };

  return {
    begin: (at = Date.now()) => {
      const covered = told;
      told = [];
      return (found) => settle(found, at - CLOCK_STEP, covered);
    },
    close: () => {
      waiting.close();
      watching.close();
      place.close();
      git.close();
    },
  };
}

const MOST_IGNORED = 10_000;
/** File systems take the time from a clock that moves in steps. */
const CLOCK_STEP = 20;

/** The folders that lead to `path`, and `path` itself. */
function wayTo(path: string): string[] {
  const way = [path];
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) way.unshift(folder);
  return way;
}

function foldersOf(files: Iterable<string>): Set<string> {
  const folders = new Set(['']);
  for (const path of files)
    for (let folder = folderOf(path); !folders.has(folder); folder = folderOf(folder)) folders.add(folder);
  return folders;
}

function statsOf(root: string, path: string): { path: string; stats: Stats } | undefined {
  try {
    return { path, stats: lstatSync(join(root, path)) };
  } catch {
    return undefined; // gone, or closed to us
  }
}
