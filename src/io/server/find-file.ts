import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { isOutputPath } from '../output-manifest.ts';

/** What stands at an address. `file` is a real path below the folder, `path` the way to it that was asked for. */
export type Found = Readonly<
  | { type: 'file'; file: string; path: string }
  | { type: 'moved'; to: string; permanent: boolean }
  | { type: 'missing' }
  | { type: 'malformed' }
>;

/** `folder` is a real path; `base` begins and ends with `/`. */
export type Place = Readonly<{ folder: string; base: string }>;

/** Finds what the target of a request means, such as `/lab/notes/?q=x`. Nothing outside the folder is ever found. */
export async function findFile(target: string, place: Place): Promise<Found> {
  const { base } = place;
  const [, rawPath, query = ''] = /^(\/[^?]*)(\?[^]*)?$/.exec(target) ?? [];
  const url = rawPath === undefined ? undefined : decode(rawPath);
  if (url === undefined) return { type: 'malformed' };
  if (url.startsWith(base)) return findBelowBase(url.slice(base.length), query, place);
  if (url === '/' || `${url}/` === base)
    return { type: 'moved', to: encodeURI(base) + query, permanent: false };
  return { type: 'missing' };
}

async function findBelowBase(way: string, query: string, { folder, base }: Place): Promise<Found> {
  const asFolder = way === '' || way.endsWith('/');
  const path = way.replace(/\/$/, '');
  if (path !== '' && !isOutputPath(path)) return { type: 'missing' };
  const here = await examine(folder, path);
  if (here?.type === 'file' && !asFolder) return { type: 'file', file: here.real, path };
  const indexPath = path === '' ? INDEX : `${path}/${INDEX}`;
  const index = here?.type === 'folder' ? await examine(folder, indexPath) : undefined;
  if (index?.type !== 'file') return { type: 'missing' };
  if (asFolder) return { type: 'file', file: index.real, path: indexPath };
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return { type: 'moved', to: `${encodeURI(base)}${encoded}/${query}`, permanent: true };
}

const INDEX = 'index.html';

/** Decoded once: what is still encoded after that is part of a name. */
function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined; // a percent sign that encodes nothing
  }
}

type Examined = Readonly<{ type: 'file' | 'folder' | 'other'; real: string }>;

/** What is at `path` once all links are followed; undefined when it is nothing, or outside. */
async function examine(folder: string, path: string): Promise<Examined | undefined> {
  try {
    const real = await realpath(join(folder, path));
    const way = relative(folder, real);
    if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) return undefined;
    const stats = await stat(real);
    return { type: stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other', real };
  } catch {
    return undefined; // whatever the system says about it, there is nothing to serve
  }
}
