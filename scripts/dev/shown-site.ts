import { createHash } from 'node:crypto';
import { escapeHtml } from '../../src/core/views/fill-slots.ts';
import { reasonOf } from '../../src/io/reason-of.ts';
import type { SiteFile } from '../site-files.ts';

/** What stands at a path below the output folder of a build. A page has a version, which tells it from what it was before. */
export type Shown = Readonly<
  | { type: 'page'; status: number; html: string; version: string }
  | { type: 'file'; path: string; bytes: string | Uint8Array }
  | { type: 'moved'; to: string }
>;

/** The site at one moment. */
export type ShownSite = Readonly<{ at: (path: string) => Promise<Shown> }>;

/**
 * Shows `files` as a server shows them that was given the output folder. `problems` are why this is not the newest state:
 * every page says so.
 */
export function shownSite(files: readonly SiteFile[], problems: readonly string[]): ShownSite {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const render = async (path: string, status: number): Promise<Shown> => {
    const file = byPath.get(path);
    if (!file) throw new Error(`The site has no ${path}.`);
    try {
      return page(status, String(await file.content()), problems);
    } catch (error) {
      if (path === NOT_FOUND) throw error;
      const frame = String(await byPath.get(NOT_FOUND)?.content());
      const problem = `This page could not be rendered: ${reasonOf(error)}`;
      return page(500, withoutContent(frame), [...problems, problem]);
    }
  };
  // Code in a page may make it different each time: asked for twice, it would never be what its tab shows.
  const made = new Map<string, Promise<Shown>>();
  const pageAt = (path: string, status: number): Promise<Shown> => {
    if (made.size > MOST_KEPT) made.clear();
    const shown = made.get(path) ?? render(path, status);
    made.set(path, shown);
    return shown;
  };
  return {
    at: async (path) => {
      const index = path === '' || path.endsWith('/') ? `${path}index.html` : path;
      const file = byPath.get(index);
      if (file && !index.endsWith('.html')) return { type: 'file', path: index, bytes: await file.content() };
      if (file) return pageAt(index, index === NOT_FOUND ? 404 : 200);
      return byPath.has(`${path}/index.html`) ? { type: 'moved', to: `${path}/` } : pageAt(NOT_FOUND, 404);
    },
  };
}

const NOT_FOUND = '404.html';
const MOST_KEPT = 500;

function page(status: number, rendered: string, problems: readonly string[]): Shown {
  const html = problems.reduceRight(withProblem, rendered);
  const version = createHash('sha256').update(`${status} ${html}`).digest('base64url').slice(0, 16);
  return { type: 'page', status, html: html.replace('<html', `<html data-version="${version}"`), version };
}

/** With a quotation mark, so that it is found in no attribute that holds an author's words. */
const MAIN = /<main id="[^>]*>/;

const withoutContent = (html: string): string =>
  html.replace(new RegExp(`(${MAIN.source})[^]*(</main>)`), '$1$2');

const withProblem = (html: string, problem: string): string =>
  html.replace(MAIN, (main) => `${main}<pre class="notice danger" role="alert">${escapeHtml(problem)}</pre>`);
