import { statSync, watch } from 'node:fs';
import { join } from 'node:path';
import { readingGit } from '../git.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** Git touches several files for a commit. */
const QUIET = 50;

export type GitWatch = Readonly<{ look: () => void; close: () => void }>;

/**
 * Calls `onChange` when what Git says of the repository around `root` is something else: another commit, branch or remote.
 * Its index, which is written each time somebody asks for the status, says nothing about a lab.
 */
export async function watchGit(root: string, onChange: () => void): Promise<GitWatch> {
  const git = readingGit(root);
  const ask = (...args: string[]) => git.raw('rev-parse', ...args).catch(() => '');
  const folderOf = async () => (await ask('--absolute-git-dir')).trim();
  const stateOf = async (folder: string) =>
    (await ask('HEAD', '--symbolic-full-name', 'HEAD')) + settings(folder);

  let folder = await folderOf();
  let state = await stateOf(folder);
  let timer: NodeJS.Timeout | undefined;
  const comparing = oneAtATime(async () => {
    if (folder === '') {
      folder = await folderOf();
      watcher ??= start();
    }
    const found = await stateOf(folder);
    if (found === state) return;
    state = found;
    onChange();
  });
  const look = () => {
    clearTimeout(timer);
    timer = setTimeout(comparing.request, QUIET);
  };
  const start = () => {
    try {
      return folder === '' ? undefined : watch(folder, look).on('error', () => undefined);
    } catch {
      return undefined; // closed to us: then Git can't read it either, and a finding says so
    }
  };
  let watcher = start();
  return {
    look,
    close: () => {
      clearTimeout(timer);
      watcher?.close();
    },
  };
}

/** Git knows without us what they say; that they were written is enough. */
const settings = (folder: string): string =>
  folder === ''
    ? ''
    : ['config', 'shallow']
        .map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? '')
        .join(' ');
