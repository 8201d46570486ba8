import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { baseName } from '../../core/paths.ts';
import { readingGit } from '../git.ts';
import { NEVER } from '../tree/walk-folder.ts';

/** Which of these paths, all of them there, can't belong to the lab, whatever is in them. */
export type KeptOut = (paths: readonly string[]) => Promise<ReadonlySet<string>>;

/**
 * Asks Git, when Git is what says which files the lab at `root` has. A repository inside the repository is kept out too.
 * Without Git only the names are known that are kept out everywhere: reading the lab says the rest.
 */
export async function keptOut(root: string): Promise<KeptOut> {
  const git = readingGit(root);
  const ignored = (paths: readonly string[]) => git.checkIgnore([...paths]).catch(() => []);
  const useGit = await git.checkIsRepo().then(
    async (inside) => inside && (await ignored(['.'])).length === 0,
    () => false,
  );
  if (!useGit) return async (paths) => new Set(paths.filter((path) => NEVER.has(baseName(path))));
  return async (paths) => {
    const out = new Set(paths.filter((path) => baseName(path) === '.git' || isRepository(join(root, path))));
    const asked = paths.filter((path) => !out.has(path));
    for (let from = 0; from < asked.length; from += AT_ONCE)
      for (const path of await ignored(asked.slice(from, from + AT_ONCE))) out.add(path);
    return out;
  };
}

/** As many paths as any system takes on one command line. */
const AT_ONCE = 200;

const isRepository = (path: string): boolean => existsSync(join(path, '.git'));
