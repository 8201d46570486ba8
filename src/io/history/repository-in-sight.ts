import { lstatSync, readFileSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { boundaryOf, stateOf, type Repository } from './repository.ts';

/**
 * The repository whose root is `root`, as its own files show it, which spares starting Git. Undefined wherever Git might see
 * more than that: the lab is a folder of the repository or a linked work tree, belongs to someone else, or its branch is
 * packed away. It is worth something only where Git has said the same before.
 */
export function repositoryInSight(root: string): Repository | undefined {
  const folder = join(root, '.git');
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (!stats?.isDirectory() || ![stats, lstatSync(root)].every(isOwn)) return undefined;
  const head = headIn(folder);
  if (head === undefined) return undefined;
  return {
    head,
    prefix: '',
    settings: stateOf(join(folder, 'config')),
    boundary: boundaryOf(join(folder, 'shallow')),
  };
}

/** Git refuses what belongs to another user, unless it is told otherwise. */
const isOwn = ({ uid }: Stats): boolean => uid === process.getuid?.();

function headIn(folder: string): string | undefined {
  const said = textOf(join(folder, 'HEAD'));
  const [, branch] = /^ref: (refs\/heads\/.+)$/.exec(said) ?? [];
  if (branch?.includes('..')) return undefined;
  const commit = branch === undefined ? said : textOf(join(folder, branch));
  return /^[0-9a-f]{40,64}$/.test(commit) ? commit : undefined;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return ''; // packed, or in a format of its own
  }
}
