import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SimpleGit } from 'simple-git';

/** What Git says about the repository around a lab, before any of its history is read. */
export type Repository = Readonly<{
  head: string;
  /** Commits whose parents were not fetched. */
  boundary: readonly string[];
  /** Size and time of the repository's settings. */
  settings: string;
  /** Folder of the lab inside the repository: '' at its root, else ending in `/`. */
  prefix: string;
}>;

/** Undefined when there is no commit yet or no work tree here. */
export async function readRepository(git: SimpleGit, root: string): Promise<Repository | undefined> {
  const output = await git.raw(
    'rev-parse',
    '--is-inside-work-tree',
    '--is-shallow-repository',
    '--show-prefix',
    '--git-path',
    'shallow',
    '--git-path',
    'config',
    '--revs-only',
    'HEAD',
  );
  const lines = output.replace(/\n$/, '').split('\n');
  const head = lines.at(-1) ?? '';
  if (lines[0] !== 'true' || !/^[0-9a-f]{40,64}$/.test(head)) return undefined;
  const shallow = lines[1] === 'true';
  const { prefix, shallowFile, configFile } = splitNames(lines.slice(2, -1));
  return {
    head,
    prefix,
    settings: stateOf(resolve(root, configFile)),
    boundary: shallow ? boundaryOf(resolve(root, shallowFile)) : [],
  };
}

/** The name of a folder may hold a line break, so the prefix is all that comes before the two paths. */
function splitNames(lines: readonly string[]) {
  const [shallowFile = '', configFile = ''] = lines.slice(-2);
  return { prefix: lines.slice(0, -2).join('\n'), shallowFile, configFile };
}

export function stateOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.size} ${stats.mtimeMs}` : '';
}

export const boundaryOf = (shallowFile: string): string[] =>
  existsSync(shallowFile)
    ? readFileSync(shallowFile, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .sort()
    : [];
