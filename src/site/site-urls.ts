import type { LabIndex } from '../core/views/lab-index.ts';
import { listUrls } from '../core/views/list-urls.ts';
import { sourcePaths } from '../core/views/source-view.ts';
import { sourceUrl } from './url.ts';

/** Every URL of the site of a lab, without base, sorted; each is rendered on its own. */
export function siteUrls(index: LabIndex): string[] {
  const urls = new Set(['/', '/findings/', '/search/', '/404.html']);
  for (const url of listUrls(index)) urls.add(url);
  for (const url of index.places.keys()) urls.add(url);
  for (const url of index.several.keys()) urls.add(url);
  for (const path of sourcePaths(index)) urls.add(sourceUrl('/', path));
  return [...urls].sort();
}

/** Where the page at `url` lies below the output folder. */
export const outputFile = (url: string): string => {
  const path = url.slice(1).split('/').map(decodeURIComponent).join('/');
  return url.endsWith('/') ? `${path}index.html` : path;
};
