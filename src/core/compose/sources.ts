import type { Finding } from '../model/finding.ts';
import { folderOf, leavesLab, resolvePath } from '../paths.ts';
import type { Tree } from './tree.ts';

/** What joining files needs from outside: the compose files of the lab, and where to say what is wrong. */
export type Sources = Readonly<{
  /** Documents with their variables replaced, every part placed in its file; undefined when there is no such file. */
  read: (path: string) => readonly Tree[] | undefined;
  report: (finding: Finding) => void;
}>;

/**
 * Where a document stands while it is worked into a project: its file, the folder from which the relative paths of the
 * project are seen, and the files that led to it.
 */
export type Scope = Sources & Readonly<{ path: string; folder: string; including: readonly string[] }>;

/** Documents of a file that another one names, or why there are none. */
export type Named =
  | Readonly<{ type: 'found'; path: string; folder: string; trees: readonly Tree[] }>
  | Readonly<{ type: 'missing' | 'outside' | 'remote' | 'unknown' }>;

/** Never reaches out of the lab, and never to another host. */
export function documentsAt(name: string, { read, folder }: Pick<Scope, 'read' | 'folder'>): Named {
  if (/^(?:[a-z+]+:\/\/|oci:|git@|github\.com\/)/i.test(name)) return { type: 'remote' };
  if (name.includes('${') || name.includes('{{')) return { type: 'unknown' };
  const path = resolvePath(folder, name);
  if (/^(?:[/~\\]|[A-Za-z]:)/.test(name) || leavesLab(path)) return { type: 'outside' };
  const trees = read(path);
  return trees ? { type: 'found', path, folder: folderOf(path), trees } : { type: 'missing' };
}
