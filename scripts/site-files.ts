import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { exportLab } from '../src/core/export/export-lab.ts';
import { labSchema } from '../src/core/export/lab-schema.ts';
import { withFindings } from '../src/core/lab/with-findings.ts';
import type { Lab } from '../src/core/model/lab.ts';
import { indexLab } from '../src/core/views/lab-index.ts';
import type { PreparedImages } from '../src/io/images/prepare-images.ts';
import { prepareImages } from '../src/io/images/prepare-images.ts';
import { sourceReader } from '../src/io/source-reader.ts';
import type { Renderer } from '../src/site/compile.ts';
import { loadRenderer } from '../src/site/compile.ts';
import { aroundPages, makeSite } from '../src/site/make-site.ts';
import { redirectPage } from '../src/site/redirect-page.ts';
import { renderPage } from '../src/site/render-page.ts';
import { robotFiles } from '../src/site/robot-files.ts';
import { recordReads, type RecordedReads } from '../src/site/recorded-reads.ts';
import { outputFile, siteUrls } from '../src/site/site-urls.ts';
import { withBase } from '../src/site/url.ts';
import type { OpenLab } from './open-lab.ts';
import { searchFiles } from './search-files.ts';

/** A file of the site: its path below the output folder, and how to make its content when its turn comes. */
export type SiteFile = Readonly<{
  path: string;
  content: () => Promise<string | Uint8Array> | string | Uint8Array;
  /** It is rendered from a template. */
  isPage?: true;
}>;

export type SiteInput = OpenLab &
  Readonly<{
    base: string;
    /** Folder of the cache. */
    cache: string;
    note: (text: string) => void;
  }>;

export type PreparedSite = Readonly<{
  files: readonly SiteFile[];
  /** The search index, which another process makes while the other files are written. */
  search: Promise<readonly SiteFile[]>;
  /** The lab, with what its pictures have wrong. */
  lab: Lab;
  /** What its pages ask while they are rendered. */
  reads: RecordedReads;
  /** Everything else that its pages are made from. */
  around: string;
}>;

/** Every file of the built site of a lab, in the order of their paths, those of the search index apart. */
export async function prepareSite({ root, base, cache, note, ...input }: SiteInput): Promise<PreparedSite> {
  const search = searchFiles(input.lab, { root, cache });
  search.catch(() => undefined); // it is heard of when the index is waited for
  const [renderer, { images, findings }] = await Promise.all([
    loadRenderer(note),
    prepareImages(root, shownImages(input.lab), cache),
  ]);
  const lab = withFindings(input.lab, findings);
  const parts = { lab, root, base, live: false, renderer, images };
  const locals = localsOf(parts);
  const reads = recordReads(locals, (path) => input.keys.get(path));
  const files = siteFiles(parts, locals, reads.locals);
  return { files, search, lab, reads, around: JSON.stringify([renderer.id, aroundPages(lab, base)]) };
}

export type SiteParts = Readonly<{
  lab: Lab;
  root: string;
  base: string;
  /** Pages show their findings and load themselves again. */
  live: boolean;
  renderer: Renderer;
  images: PreparedImages['images'];
}>;

/**
 * Every file of the site that these parts make, in the order of their paths. Nothing is rendered before it is asked for,
 * and then it is handed `locals`, or what stands in for them.
 */
export function siteFiles(
  { lab, base, live, renderer, images }: SiteParts,
  locals: App.Locals,
  handed: App.Locals = locals,
): SiteFile[] {
  const { index } = locals;
  const page = (url: string) => async () => {
    const { status, html } = await renderPage(renderer, url, handed);
    if (status !== (url === '/404.html' ? 404 : 200))
      throw new Error(`The page ${url} could not be rendered (${status}).`);
    return html;
  };
  const urls = live ? [...siteUrls(index), DESIGN] : siteUrls(index);
  const taken = new Set(urls);
  // An old address may have become that of a list, such as a tag's.
  const redirects = [...lab.redirects].filter(([from]) => !taken.has(from));
  const files: SiteFile[] = [
    ...urls.map((url) => ({ path: outputFile(url), content: page(url), isPage: true as const })),
    ...redirects.map(([from, to]) => ({
      path: outputFile(from),
      content: () => redirectPage(withBase(base, to)),
    })),
    ...[...images.values()].flatMap((image) =>
      image.files.map((file) => ({ path: file.path, content: () => file.bytes })),
    ),
    ...filesBelow(renderer.assets).map((path) => ({
      path,
      content: () => readFileSync(join(renderer.assets, path)),
    })),
    { path: 'lab.json', content: () => json(exportLab(lab)) },
    { path: 'lab.schema.json', content: () => json(labSchema()) },
    ...robotFiles(index, base),
  ];
  return files.sort(byPath);
}

/** The page of the design language, for whoever works on the looks. */
const DESIGN = '/design/';

/** What pages are handed to be rendered from. */
export function localsOf({ lab, root, base, live, images }: SiteParts): App.Locals {
  const site = makeSite(lab, { base, live, source: sourceReader(root), image: (path) => images.get(path) });
  return { index: indexLab(lab), site };
}

/** Images that some page shows or links to. */
export const shownImages = (lab: Lab): string[] =>
  [
    ...new Set(
      lab.pages.flatMap(({ targets }) =>
        targets.flatMap((target) => (target.type === 'image' ? target.path : [])),
      ),
    ),
  ].sort();

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll(sep, '/'),
    );

const byPath = (a: SiteFile, b: SiteFile): number => (a.path < b.path ? -1 : 1);

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
