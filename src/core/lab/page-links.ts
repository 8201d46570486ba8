import type { Id } from '../model/lab.ts';
import type { ParsedPage } from '../model/parsed.ts';
import type { PageLookup } from './anchors.ts';
import type { Keeper } from './keeper.ts';
import { resolveLink, type Resolved } from './links.ts';
import { namesAsText, type Named, type NamedProject } from './service-names.ts';
import { resolveWiki, type WikiContext } from './wiki-links.ts';

/** Where the slots of a page lead, and the pages whose headings had a say in it, by path. */
export type PageLinks = Readonly<{ resolved: readonly Resolved[]; read: ReadonlyMap<string, ParsedPage> }>;

export type LinksOf = (page: ParsedPage) => readonly Resolved[];

/** What pages, services and names are found by. */
export type Findable = Readonly<{
  urls: ReadonlyMap<Id, string>;
  services: readonly Named[];
  projects: readonly NamedProject[];
}>;

/** Resolves the links of pages. Kept ones still lead there as long as the pages that had a say are the same. */
export function linkResolver(
  context: WikiContext,
  { urls, services, projects }: Findable,
  keeper: Keeper<PageLinks>,
): LinksOf {
  const { index, prefix, lists } = context;
  const keep = keeper(
    JSON.stringify([index.paths, prefix, [...lists], [...urls], namesAsText(services, projects)]),
  );
  const isSame = ([path, page]: readonly [string, ParsedPage]): boolean =>
    context.pages(path)?.parsed === page;
  return (page) =>
    keep(
      page,
      () => resolveAll(page, context),
      ({ read }) => [...read].every(isSame),
    ).resolved;
}

function resolveAll({ slots, path }: ParsedPage, context: WikiContext): PageLinks {
  const read = new Map<string, ParsedPage>();
  const links = { ...context, pages: noting(context.pages, read) };
  const resolved = slots.map((slot) =>
    slot.type === 'link' || slot.type === 'image'
      ? resolveLink(slot, path, links)
      : resolveWiki(slot, path, links),
  );
  return { resolved, read };
}

/** The same pages. Those that are looked into are noted in `read`. */
const noting =
  (pages: PageLookup, read: Map<string, ParsedPage>): PageLookup =>
  (path) => {
    const shown = pages(path);
    if (!shown) return undefined;
    const { id, url, parsed } = shown;
    return {
      id,
      url,
      get parsed() {
        read.set(path, parsed);
        return parsed;
      },
    };
  };
