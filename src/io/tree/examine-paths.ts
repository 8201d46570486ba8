import { lstatSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { folderOf } from '../../core/paths.ts';
import type { Finding } from '../../core/model/finding.ts';
import { reasonOf } from '../reason-of.ts';
import { leadsNowhere, linkOutsideLab, tooDeep, unreadable } from './tree-findings.ts';
import { followLink } from './follow-link.ts';

/** Deeper paths are refused: matching patterns against them takes too long, and no one works there. */
export const DEEPEST = 64;

/** What stands at a path itself, no link followed; undefined when nothing does. */
export type Look = (path: string) => Stats | undefined;

/** Looks below `root`, at each path once. */
export function looks(root: string): Look {
  const seen = new Map<string, Stats | undefined>();
  return (path) => {
    if (!seen.has(path)) seen.set(path, lstatSync(join(root, path), { throwIfNoEntry: false }));
    return seen.get(path);
  };
}

export type Examined = Readonly<{
  files: readonly Readonly<{ path: string; stats: Stats }>[];
  links: ReadonlyMap<string, string>;
  findings: readonly Finding[];
}>;

/**
 * What stands at each of `paths`, none of them read through a symbolic link. What is not on disk, and what is neither
 * file nor link (folders of submodules, sockets, pipes), is left out.
 */
export function examinePaths(root: string, paths: readonly string[], look = looks(root)): Examined {
  const files: { path: string; stats: Stats }[] = [];
  const links = new Map<string, string>();
  const findings: Finding[] = [];
  const isRealFolder = realFolders(look);
  for (const path of paths) {
    if (path.split('/').length > DEEPEST) {
      findings.push(tooDeep(path));
      continue;
    }
    const stats = isRealFolder(folderOf(path)) ? statsOf(path, look, findings) : undefined;
    if (stats?.isFile()) files.push({ path, stats });
    if (!stats?.isSymbolicLink()) continue;
    const target = followLink(root, path);
    if (target.type === 'inside') links.set(path, target.path);
    else findings.push(target.type === 'outside' ? linkOutsideLab(path) : leadsNowhere(path));
  }
  return { files, links, findings };
}

/** Git may still track files below a folder that has become a link: whether the way to a folder is free of links. */
function realFolders(look: Look): (folder: string) => boolean {
  const known = new Map<string, boolean>([['', true]]);
  const isReal = (folder: string): boolean => {
    const before = known.get(folder);
    if (before !== undefined) return before;
    const real = isReal(folderOf(folder)) && (look(folder)?.isDirectory() ?? false);
    known.set(folder, real);
    return real;
  };
  return isReal;
}

function statsOf(path: string, look: Look, findings: Finding[]): Stats | undefined {
  try {
    const stats = look(path);
    // Tracked and deleted is fine; a name that could not be decoded is a file that is there and can't be named.
    if (!stats && path.includes('\uFFFD')) findings.push(unreadable(path, 'its name is not valid UTF-8'));
    return stats;
  } catch (error) {
    findings.push(unreadable(path, reasonOf(error)));
    return undefined;
  }
}
