import { relative, sep } from 'node:path';

/** `path` as a person in `cwd` would type it: relative when it is below, whole when it is elsewhere. */
export function shownPath(path: string, cwd: string): string {
  const way = relative(cwd, path);
  return way === '..' || way.startsWith(`..${sep}`) ? path : way || '.';
}
