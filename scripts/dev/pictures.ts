import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Lab } from '../../src/core/model/lab.ts';
import type { PreparedImages } from '../../src/io/images/prepare-images.ts';
import { prepareImages } from '../../src/io/images/prepare-images.ts';
import { shownImages } from '../site-files.ts';

export type Pictures = PreparedImages['images'];

/** Prepares the pictures of one lab after the other, and only when one of them is not what it was. */
export function pictureMaker(root: string, cache: string): (lab: Lab) => Promise<Pictures> {
  let last: Readonly<{ state: string; images: Pictures }> | undefined;
  return async (lab) => {
    const paths = shownImages(lab);
    const state = JSON.stringify(paths.map((path) => [path, stamp(join(root, path))]));
    if (last?.state !== state) last = { state, images: (await prepareImages(root, paths, cache)).images };
    return last.images;
  };
}

function stamp(path: string): string {
  const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return stats ? `${stats.ino} ${stats.size} ${stats.mtimeNs} ${stats.ctimeNs}` : '';
}
