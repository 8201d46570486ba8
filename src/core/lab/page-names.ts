import type { Page } from '../model/lab.ts';
import { stemOf } from '../paths.ts';
import { suggest } from '../suggest.ts';
import type { Meant } from './service-names.ts';
import { resolveLink } from './links.ts';
import { resolveWiki, type WikiContext } from './wiki-links.ts';

/** Finds a host by its file's name, title, alias or address. A lab without host pages knows no host, and misses none. */
export function hostFinder(pages: readonly Page[]): (name: string) => Meant {
  const hosts = pages.filter(({ kind }) => kind === 'host');
  const byName = new Map<string, Page>();
  for (const host of hosts.toReversed())
    for (const name of [
      stemOf(host.path),
      host.title,
      ...[host.data['address'], host.data['aliases']].flat(),
    ])
      if (typeof name === 'string') byName.set(name.trim().toLowerCase(), host);
  return (name) => {
    const host = byName.get(name.trim().toLowerCase());
    if (host) return { type: 'found', id: host.id };
    return { type: 'unknown', suggestion: () => suggest(name, byName.keys()) };
  };
}

/** Finds the page that front matter names: by a path seen from its file or from the lab, by URL, or as a wiki link does. */
export function pageFinder(
  pages: readonly Page[],
  links: WikiContext,
): (ref: string, path: string) => Page | undefined {
  const byId = new Map(pages.map((page) => [page.id, page]));
  const byUrl = new Map(pages.map((page) => [page.url, page]));
  return (ref, path) => {
    const name = ref.replace(/^\[\[|\]\]$/g, '').trim();
    if (name === '' || /\s.*\s.*\s/.test(name)) return undefined;
    const slot = { target: name, text: '', line: 1 };
    const tries = [
      resolveLink({ ...slot, type: 'link' }, path, links),
      resolveWiki({ ...slot, type: 'wiki' }, path, links),
    ];
    const found = tries.map(({ target }) => target).find((target) => target.type === 'page');
    return (found && byId.get(found.id)) ?? byUrl.get(`/${name.replace(/^\/|\/$/g, '')}/`);
  };
}
