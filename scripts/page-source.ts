import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { exportLab } from '../src/core/export/export-lab.ts';
import { labSchema } from '../src/core/export/lab-schema.ts';
import type { Lab } from '../src/core/model/lab.ts';
import type { LabIndex } from '../src/core/views/lab-index.ts';
import { indexLab } from '../src/core/views/lab-index.ts';
import type { PreparedImages } from '../src/io/images/prepare-images.ts';
import { sourceReader } from '../src/io/source-reader.ts';
import type { Renderer } from '../src/site/compile.ts';
import { makeSite } from '../src/site/make-site.ts';
import { renderPage } from '../src/site/render-page.ts';

/** The pages of the site of a lab, each rendered when it is asked for, by its URL without base. */
export type PageSource = Readonly<{
  index: LabIndex;
  render: (url: string) => Promise<Readonly<{ status: number; html: string }>>;
}>;

export type PageSourceInput = Readonly<{
  lab: Lab;
  root: string;
  base: string;
  /** Pages show their findings and reload by themselves. */
  live: boolean;
  renderer: Renderer;
  images: PreparedImages['images'];
}>;

export function pageSource({ lab, root, base, live, renderer, images }: PageSourceInput): PageSource {
  const index = indexLab(lab);
  const image = (path: string) => images.get(path);
  const site = makeSite(lab, { base, live, source: sourceReader(root), image });
  return { index, render: (url) => renderPage(renderer, url, { index, site }) };
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

/** What programs read of a lab, by its path on the site. */
export const DATA_FILES: Readonly<Record<string, (lab: Lab) => string>> = {
  'lab.json': (lab) => json(exportLab(lab)),
  'lab.schema.json': () => json(labSchema()),
};

/** Paths of the style sheet, the scripts and the icon that were compiled along with the templates. */
export const assetPaths = ({ assets }: Renderer): string[] =>
  readdirSync(assets, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(assets.length + 1)
        .replaceAll(sep, '/'),
    );

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
