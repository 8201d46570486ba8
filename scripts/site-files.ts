import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lab } from '../src/core/model/lab.ts';
import { cacheFolder } from '../src/io/cache-folder.ts';
import { prepareImages } from '../src/io/images/prepare-images.ts';
import { loadRenderer } from '../src/site/compile.ts';
import { redirectPage } from '../src/site/redirect-page.ts';
import { outputFile, siteUrls } from '../src/site/site-urls.ts';
import { withBase } from '../src/site/url.ts';
import { assetPaths, DATA_FILES, pageSource, shownImages } from './page-source.ts';

/** A file of the built site: its path below the output folder, and how to make its content when its turn comes. */
export type SiteFile = Readonly<{
  path: string;
  content: () => Promise<string | Uint8Array> | string | Uint8Array;
}>;

export type SiteInput = Readonly<{ lab: Lab; root: string; base: string; note: (text: string) => void }>;

/** Every file of the site of a lab, in the order of their paths. */
export async function prepareSite({ lab, root, base, note }: SiteInput): Promise<SiteFile[]> {
  const renderer = await loadRenderer(note);
  const { images } = await prepareImages(root, shownImages(lab), cacheFolder());
  const { index, render } = pageSource({ lab, root, base, live: false, renderer, images });
  const page = (url: string) => async () => {
    const { status, html } = await render(url);
    if (status !== 200 && url !== '/404.html')
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
    ...assetPaths(renderer).map((path) => ({
      path,
      content: () => readFileSync(join(renderer.assets, path)),
    })),
    ...Object.entries(DATA_FILES).map(([path, write]) => ({ path, content: () => write(lab) })),
  ];
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}
