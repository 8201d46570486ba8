import { readlinkSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

export type LinkTarget = Readonly<
  { type: 'inside'; path: string } | { type: 'outside' } | { type: 'nothing' }
>;

/** Where the symbolic link at `path` ends, all links on the way followed. */
export function followLink(root: string, path: string): LinkTarget {
  const link = join(root, path);
  const real = realPathOf(link);
  const seen = relative(root, real ?? resolve(dirname(link), readlinkSync(link)));
  if (seen === '..' || seen.startsWith(`..${sep}`) || isAbsolute(seen)) return { type: 'outside' };
  return real === undefined ? { type: 'nothing' } : { type: 'inside', path: seen.split(sep).join('/') };
}

function realPathOf(link: string): string | undefined {
  try {
    return realpathSync(link);
  } catch {
    return undefined; // it leads to nothing, or in a circle
  }
}
