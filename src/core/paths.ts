/** Paths of the lab: relative, separated by `/`, '' for the lab itself. The only place that takes them apart. */

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Folder of a file or folder; '' for what lies at the root. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** Ending with its dot, lower-cased; '' when there is none or the name only begins with a dot. */
export function endingOf(path: string): string {
  const name = baseName(path);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot).toLowerCase() : '';
}

/** File name without the endings of a page: `dns.html.md.erb` is `dns`. */
export const stemOf = (path: string): string =>
  baseName(path).replace(/(\.html)?\.(md|mdx|markdown|mkd)(\.erb)?$/i, '');

export const joinPath = (folder: string, name: string): string => (folder ? `${folder}/${name}` : name);

/**
 * `target` seen from `folder`, without `.` and `..`. One that climbs out of the lab keeps its leading `..`.
 * A target that begins with `/` is seen from the root.
 */
export function resolvePath(folder: string, target: string): string {
  const whole = target.startsWith('/') || folder === '' ? target : `${folder}/${target}`;
  if (!DETOUR.test(whole)) return whole;
  const out: string[] = [];
  const parts = whole.split('/');
  for (const part of parts) {
    if (part === '' || part === '.') continue;
    if (part === '..' && out.length > 0 && out.at(-1) !== '..') out.pop();
    else out.push(part);
  }
  return out.join('/');
}

/** An empty part, `.` or `..`. */
const DETOUR = /(^|\/)\.{0,2}(\/|$)/;

export const leavesLab = (path: string): boolean => path === '..' || path.startsWith('../');

/** How the file `to` is named from the folder `from`. */
export function relativePath(from: string, to: string): string {
  const start = from.split('/').filter(Boolean);
  const way = to.split('/');
  let shared = 0;
  while (shared < start.length && shared < way.length - 1 && start[shared] === way[shared]) shared++;
  return [...start.slice(shared).map(() => '..'), ...way.slice(shared)].join('/');
}

/** README and index files stand for their folder. */
export const standsForFolder = (path: string): boolean => /^(readme|_?index)$/i.test(stemOf(path));

const IMAGE_ENDINGS = new Set(['.png', '.jpg', '.jpeg', '.gif', '.svg', '.webp', '.avif', '.bmp', '.ico']);
export const isImage = (path: string): boolean => IMAGE_ENDINGS.has(endingOf(path));
