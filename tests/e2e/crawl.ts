import type { BrowserContext } from 'playwright-core';
import type { Visit } from './visit.ts';
import { visit, watchPolicy } from './visit.ts';

export type Crawl = Readonly<{
  /** By URL without hash. */
  pages: ReadonlyMap<string, Visit>;
  /** Links that lead nowhere: `page -> target`. */
  dead: readonly string[];
}>;

/** Follows every internal link from `start` on, as a reader with a mouse and much time would. */
export async function crawl(context: BrowserContext, start: string): Promise<Crawl> {
  await watchPolicy(context);
  const page = await context.newPage();
  const pages = new Map<string, Visit>();
  const files = new Map<string, number>();
  const queue = new Set([start]);
  for (const url of queue) {
    const visited = await visit(page, url);
    pages.set(url, visited);
    for (const target of targetsOf(visited)) {
      if (isPage(target)) queue.add(target);
      else if (!files.has(target)) files.set(target, (await context.request.get(target)).status());
    }
  }
  await page.close();
  const dead = [...pages.values()].flatMap((visited) => deadLinks(visited, pages, files));
  return { pages, dead };
}

const withoutHash = (url: string): string => url.replace(/#.*$/s, '');

const isInternal = (url: string, { origin }: URL): boolean => URL.parse(url)?.origin === origin;

const isPage = (url: string): boolean => /(\/|\.html)$/.test(new URL(url).pathname);

const targetsOf = ({ url, references }: Visit): string[] =>
  references
    .filter((reference) => isInternal(reference.url, new URL(url)))
    .map(({ url: to }) => withoutHash(to));

function deadLinks(
  { url, references }: Visit,
  pages: ReadonlyMap<string, Visit>,
  files: ReadonlyMap<string, number>,
): string[] {
  const isDead = (to: string): boolean => {
    const target = withoutHash(to);
    const page = pages.get(target);
    if (!page) return files.get(target) !== 200;
    const hash = decodeURIComponent(new URL(to).hash.slice(1));
    return page.status !== 200 || (hash !== '' && !page.ids.includes(hash));
  };
  return references
    .filter(({ url: to }) => isInternal(to, new URL(url)) && isDead(to))
    .map(({ url: to }) => `${url} -> ${to}`);
}
