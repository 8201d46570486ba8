import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';

/** A page on disk: the ids that links may lead to, and every address it names. */
type DiskPage = Readonly<{ ids: ReadonlySet<string>; addresses: readonly string[] }>;

export type DeadLink = Readonly<{ page: string; to: string }>;

/** Internal addresses, in the pages of a site on disk, that lead to no file or to no anchor. `base` is the site's. */
export function deadOnDisk(folder: string, base: string): DeadLink[] {
  const paths = pathsIn(folder);
  const files = new Set(paths);
  const pages = new Map(
    paths
      .filter((path) => path.endsWith('.html'))
      .map((path) => [path, readPage(readFileSync(join(folder, path), 'utf8'))] as const),
  );
  return [...pages].flatMap(([path, { addresses }]) => {
    const here = new URL(encodePath(base + path.replace(/(^|\/)index\.html$/, '$1')), SITE);
    return addresses
      .filter((address) => !leads(address, here, { base, files, pages }))
      .map((to) => ({ page: path, to }));
  });
}

/** Addresses below the base of the pages of a site on disk, without the old ones that only lead on. */
export const pagesOnDisk = (folder: string): string[] =>
  pathsIn(folder)
    .filter((path) => /(^|\/)index\.html$/.test(path))
    .filter((path) => !readFileSync(join(folder, path), 'utf8').includes('<meta http-equiv="refresh"'))
    .map((path) => path.replace(/index\.html$/, ''))
    .sort();

const pathsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, '/'));

const SITE = 'http://site.invalid';

const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

type SiteOnDisk = Readonly<{
  base: string;
  files: ReadonlySet<string>;
  pages: ReadonlyMap<string, DiskPage>;
}>;

function leads(address: string, here: URL, { base, files, pages }: SiteOnDisk): boolean {
  const url = URL.parse(address, here);
  if (!url) return false;
  if (url.origin !== SITE) return true;
  const path = decodeURIComponent(url.pathname);
  if (!path.startsWith(base)) return false;
  const file = path.slice(base.length).replace(/(^|\/)$/, '$1index.html');
  const hash = decodeURIComponent(url.hash.slice(1));
  return files.has(file) && (hash === '' || pages.get(file)?.ids.has(hash) === true);
}

function readPage(html: string): DiskPage {
  const attributes = elementsOf(html).flatMap(({ tagName, attrs }) =>
    attrs.map(({ name, value }) => ({ name: name === 'name' && tagName === 'a' ? 'id' : name, value })),
  );
  const valuesOf = (...names: string[]): string[] =>
    attributes.filter(({ name }) => names.includes(name)).map(({ value }) => value);
  return { ids: new Set(valuesOf('id')), addresses: valuesOf('href', 'src') };
}

function elementsOf(html: string): DefaultTreeAdapterTypes.Element[] {
  const nodes: DefaultTreeAdapterTypes.Node[] = [parse(html)];
  for (const node of nodes) if ('childNodes' in node) nodes.push(...node.childNodes);
  return nodes.filter((node) => 'tagName' in node);
}
