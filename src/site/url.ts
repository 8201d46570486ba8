/**
 * The one function that makes an internal address: a path of the site, such as `/runbooks/dns-down/`, below `base`.
 * `base` begins and ends with `/`.
 */
export const withBase = (base: string, path: string): string => base + path.replace(/^\//, '');

/** Where others find `path`, which has its base: `site` is any address of the site, of which the server counts. */
export const wholeAddress = (site: string, path: string): string => new URL(path, site).href;

/** Address of the source view of a file or folder of the lab, at a line. */
export function sourceUrl(base: string, path: string, line?: number): string {
  const way = path === '' ? '' : `${path.split('/').map(encodeURIComponent).join('/')}/`;
  return withBase(base, `/source/${way}${line === undefined ? '' : `#L${line}`}`);
}
