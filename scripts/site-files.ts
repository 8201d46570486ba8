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
import { makeSite } from '../src/site/make-site.ts';
import { redirectPage } from '../src/site/redirect-page.ts';
import { renderPage } from '../src/site/render-page.ts';
import { robotFiles } from '../src/site/robot-files.ts';
import { outputFile, siteUrls } from '../src/site/site-urls.ts';
import { withBase } from '../src/site/url.ts';
import { searchFiles } from './search-files.ts';

/** A file of the site: its path below the output folder, and how to make its content when its turn comes. */
export type SiteFile = Readonly<{
  path: string;
  content: () => Promise<string | Uint8Array> | string | Uint8Array;
}>;

export type SiteInput = Readonly<{
  lab: Lab;
  root: string;
  base: string;
  /** Folder of the cache. */
  cache: string;
  note: (text: string) => void;
}>;

/** Every file of the built site of a lab, in the order of their paths, and the lab with what its pictures have wrong. */
export async function prepareSite(input: SiteInput): Promise<{ files: SiteFile[]; lab: Lab }> {
  const { root, base, cache, note } = input;
  const [renderer, { images, findings }, search] = await Promise.all([
    loadRenderer(note),
    prepareImages(root, shownImages(input.lab), cache),
    searchFiles(input.lab, { root, cache }),
  ]);
  const lab = withFindings(input.lab, findings);
  const files = siteFiles({ lab, root, base, live: false, renderer, images });
  return { files: [...files, ...search].sort(byPath), lab };
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

/** Every file of the site that these parts make, in the order of their paths. Nothing is rendered before it is asked for. */
export function siteFiles({ lab, root, base, live, renderer, images }: SiteParts): SiteFile[] {
  const index = indexLab(lab);
  const site = makeSite(lab, {
    base,
    live,
    source: sourceReader(root),
    image: (path) => images.get(path),
  });
  const page = (url: string) => async () => {
    const { status, html } = await renderPage(renderer, url, { index, site });
    if (status !== (url === '/404.html' ? 404 : 200))
      throw new Error(`The page ${url} could not be rendered (${status}).`);
    return html;
  };
  const files: SiteFile[] = [
    ...siteUrls(index).map((url) => ({ path: outputFile(url), content: page(url) })),
    ...[...lab.redirects].map(([from, to]) => ({
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
