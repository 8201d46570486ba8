import type { Dirent } from 'node:fs';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { joinPath } from '../../core/paths.ts';
import type { KeptOut } from './kept-out.ts';
import type { FolderWatch } from './watch-folders.ts';

type Tools = Readonly<{ root: string; watch: FolderWatch; keptOut: KeptOut }>;

/** More folders than a lab has; fewer than what makes starting take long. */
const MOST = 20_000;

/**
 * Watches `folders` and every folder below them that may belong to the lab, the empty ones too. A folder is watched before
 * it is looked into, so that nothing comes unseen. Gives what is kept out of the lab on the way.
 */
export async function explore(folders: Iterable<string>, { root, watch, keptOut }: Tools): Promise<string[]> {
  const out: string[] = [];
  let left = MOST;
  let level = [...folders];
  while (level.length > 0 && left > 0) {
    const added = level.filter((folder) => watch.add(folder));
    left -= added.length;
    const below = added.flatMap((folder) =>
      foldersIn(join(root, folder)).map((name) => joinPath(folder, name)),
    );
    const unknown = below.filter((folder) => !watch.has(folder));
    const kept = await keptOut(unknown);
    out.push(...kept);
    level = unknown.filter((folder) => !kept.has(folder));
  }
  return out;
}

function foldersIn(path: string): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch {
    return []; // gone again, or closed to us
  }
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}
