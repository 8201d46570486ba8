import { atomFeed } from '../core/export/feed.ts';
import { robots } from '../core/export/robots.ts';
import { sitemap } from '../core/export/sitemap.ts';
import type { LabIndex } from '../core/views/lab-index.ts';
import { wholeAddress, withBase } from './url.ts';

/**
 * What feed readers and search engines ask for. A feed and a sitemap are made of whole addresses, so they exist only
 * where `site.url` says them; a sitemap also wants `site.index`.
 */
export function robotFiles(index: LabIndex, base: string): { path: string; content: () => string }[] {
  const { lab } = index;
  const { url, index: listed } = lab.config.site;
  const text = (sitemapAddress?: string) => () =>
    robots({ index: listed, ...(sitemapAddress !== undefined && { sitemap: sitemapAddress }) });
  if (url === undefined) return [{ path: 'robots.txt', content: text() }];
  const whole = (path: string): string => wholeAddress(url, withBase(base, path));
  return [
    { path: 'robots.txt', content: text(whole('/sitemap.xml')) },
    { path: 'feed.xml', content: () => atomFeed(lab, { whole }) },
    ...(listed ? [{ path: 'sitemap.xml', content: () => sitemap(index, { whole }) }] : []),
  ];
}
