import type { Page } from '../model/lab.ts';
import type { LabIndex, Place } from '../views/lab-index.ts';
import { listUrls } from '../views/list-urls.ts';
import { escapeXml, XML_HEAD } from './xml.ts';

/** `sitemap.xml`: the home page, the lists and the pages that are not private, with the time of their last change. */
export function sitemap(index: LabIndex, { whole }: Readonly<{ whole: (url: string) => string }>): string {
  const lists = ['/', ...listUrls(index)].map((url) => ({ url, at: undefined }));
  const pages = [...index.places]
    .filter(([, place]) => !isPrivate(place))
    .map(([url, place]) => ({ url, at: lastChange(place) }));
  const all = new Map([...lists, ...pages].map(({ url, at }) => [url, at]));
  const urls = [...all.keys()].sort().slice(0, MOST);
  return [
    XML_HEAD,
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls.map((url) => {
      const at = all.get(url);
      const changed = at === undefined ? '' : `<lastmod>${escapeXml(at)}</lastmod>`;
      return `  <url><loc>${escapeXml(whole(url))}</loc>${changed}</url>`;
    }),
    '</urlset>',
    '',
  ].join('\n');
}

/** The most that a sitemap may hold. */
const MOST = 50_000;

function isPrivate(place: Place): boolean {
  switch (place.type) {
    case 'page':
      return place.page.private;
    case 'service':
      return place.service.private || place.pages.some((page) => page.private);
    case 'project':
      return place.pages.some((page) => page.private);
  }
}

/** When the text of a page last changed. */
const lastChange = (place: Place): string | undefined =>
  pagesOf(place)
    .flatMap((page) => page.lastChange?.at ?? [])
    .sort((a, b) => Date.parse(b) - Date.parse(a))[0];

const pagesOf = (place: Place): readonly Page[] => (place.type === 'page' ? [place.page] : place.pages);
