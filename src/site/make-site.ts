import { forgeOf } from '../core/forge.ts';
import type { Lab } from '../core/model/lab.ts';
import type { Addresses } from '../core/views/fill-slots.ts';
import type { Site } from './site.ts';
import { sourceUrl, withBase } from './url.ts';

export type SiteOptions = Readonly<{
  base: string;
  live: boolean;
  source: (path: string) => string | undefined;
  /** Pictures of the lab with URLs without base. */
  image: Addresses['image'];
}>;

/** How one rendering writes addresses and texts. */
export function makeSite(lab: Lab, { base, live, source, image }: SiteOptions): Site {
  const { config, history } = lab;
  const address = config.forge ?? history.origin;
  const forge = address === undefined ? undefined : forgeOf({ address, branch: history.branch ?? 'main' });
  const privatePaths = new Set(lab.pages.filter((page) => page.private).map(({ path }) => path));
  const inRepository = (path: string): string => history.prefix + path;
  const picture: Addresses['image'] = (path) => {
    const found = image(path);
    if (!found) return undefined;
    const { src, original, ...size } = found;
    return {
      ...size,
      src: withBase(base, src),
      ...(original !== undefined && { original: withBase(base, original) }),
    };
  };
  return {
    base,
    title: lab.title,
    language: lab.language,
    ...(config.site.url !== undefined && { url: config.site.url }),
    noindex: !config.site.index,
    ...(forge && {
      forge: {
        ...forge,
        view: (path) => forge.view(inRepository(path)),
        edit: (path) => forge.edit(inRepository(path)),
      },
    }),
    addresses: {
      href: (url) => withBase(base, url),
      // The source of a private page is kept back: there is no line to lead to.
      source: (path, line) => sourceUrl(base, path, privatePaths.has(path) ? undefined : line),
      // A link that leaves the lab names its target from the root of the repository.
      forge: (path) => forge?.view(path),
      image: picture,
    },
    live,
    source,
  };
}

/** What `makeSite` takes from a lab, and so may show on any page. */
export const aroundPages = (
  { title, language, trusted, config, history, pages }: Lab,
  base: string,
): unknown => [
  base,
  title,
  language,
  trusted,
  config,
  history.origin,
  history.branch,
  history.prefix,
  pages.flatMap((page) => (page.private ? [page.path] : [])),
];
