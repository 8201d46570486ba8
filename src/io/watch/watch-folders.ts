import type { FSWatcher } from 'node:fs';
import { watch } from 'node:fs';
import { join } from 'node:path';

/** `path` is below the root, with `/`; `named` when something came or went there, and not only its content changed. */
export type OnEvent = (path: string, named: boolean) => void;

export type FolderWatch = Readonly<{
  /** Whether the folder is news. */
  add: (folder: string) => boolean;
  /** Ends watching `folder` and what is below: it is gone, or another one. */
  drop: (folder: string) => void;
  has: (folder: string) => boolean;
  /** Ends all of it: nothing is added any more. */
  close: () => void;
}>;

export type WatchOptions = Readonly<{ onEvent: OnEvent; onNote: (note: string) => void }>;

/**
 * Watches folders below `root`, by their path there; '' is `root` itself. Where the system can watch a whole tree, it does,
 * and `add` only remembers. Linux would take a watch for every file for that, so there each folder has its own.
 */
export function watchFolders(root: string, options: WatchOptions): FolderWatch {
  const whole = process.platform === 'darwin' || process.platform === 'win32';
  const watchers = new Map<string, FSWatcher | undefined>();
  const start = starter(root, options, whole);
  let closed = false;
  const drop = (folder: string) => {
    if (!watchers.has(folder)) return;
    const below = folder === '' ? '' : `${folder}/`;
    for (const [each, watcher] of watchers) {
      if (each !== folder && !each.startsWith(below)) continue;
      watcher?.close();
      watchers.delete(each);
    }
  };
  return {
    add: (folder) => {
      if (closed || watchers.has(folder)) return false;
      watchers.set(folder, whole && folder !== '' ? undefined : start(folder));
      return true;
    },
    drop,
    has: (folder) => watchers.has(folder),
    close: () => {
      closed = true;
      for (const watcher of watchers.values()) watcher?.close();
      watchers.clear();
    },
  };
}

/** Starts watchers; none when the folder is gone or closed to us, which reading the lab says better. */
function starter(root: string, { onEvent, onNote }: WatchOptions, recursive: boolean) {
  let exhausted = false;
  return (folder: string): FSWatcher | undefined => {
    const inFolder = folder === '' ? '' : `${folder}/`;
    try {
      const watcher = watch(join(root, folder), { recursive }, (type, name) => {
        const below = process.platform === 'win32' ? name?.replaceAll('\\', '/') : name;
        onEvent(inFolder + (below ?? ''), type === 'rename');
      });
      watcher.on('error', () => onEvent(folder, true)); // on Windows it is how a folder goes
      return watcher;
    } catch (error) {
      if (!exhausted && isLimit(error)) onNote(HOW_TO_WATCH_MORE);
      exhausted ||= isLimit(error);
      return undefined;
    }
  };
}

const isLimit = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ENOSPC', 'EMFILE', 'ENFILE'].includes(String(error.code));

const HOW_TO_WATCH_MORE =
  'The system allows no more folders to be watched, so an edit in some of them shows only after the next edit elsewhere. ' +
  'On Linux, `sudo sysctl fs.inotify.max_user_watches=524288` allows more.';
