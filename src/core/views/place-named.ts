import type { LabIndex } from './lab-index.ts';
import { pageView, type PageView } from './page-view.ts';
import { serviceNamed } from './service-named.ts';

/** What a component of a page means by `dns/pihole`, `heron`, `runbooks/dns-down` or a path in the lab, and where it is. */
export function viewNamed(
  index: LabIndex,
  name: string,
): Readonly<{ url: string; view: PageView }> | undefined {
  const url = urlNamed(index, name);
  const place = url === undefined ? undefined : index.places.get(url);
  return url !== undefined && place ? { url, view: pageView(index, place) } : undefined;
}

function urlNamed(index: LabIndex, name: string): string | undefined {
  const bare = name.replace(/^\/|\/$/g, '');
  return (
    serviceNamed(index, name)?.url ??
    (index.pageByPath.get(name) ?? index.pageByPath.get(`${name}.md`))?.url ??
    ['', 'services/', 'hosts/'].map((folder) => `/${folder}${bare}/`).find((url) => index.places.has(url))
  );
}
