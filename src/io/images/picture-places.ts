import { hashOf } from '../../core/hash.ts';
import { segmentOf } from '../../core/lab/urls.ts';
import { baseName, endingOf, folderOf } from '../../core/paths.ts';

/** A file that wants a place in the output: `suffix` is what the name of the picture at `path` gets added. */
export type Wanted = Readonly<{ path: string; suffix: string }>;

/**
 * A path below the output folder for each of `wanted`, in its order: as in the lab, below `_files/`, without what a file
 * system or a URL can't have. Of two that would be one, also where case does not count, the second gets a suffix.
 */
export function picturePlaces(wanted: readonly Wanted[]): string[] {
  const taken = new Set<string>();
  // Pictures that keep their name come first, so that one that was drawn or scaled never moves them.
  const inOrder = wanted
    .map((each, index) => ({ ...each, index }))
    .sort((a, b) => a.suffix.length - b.suffix.length || (a.path < b.path ? -1 : 1));
  const places: string[] = [];
  for (const { path, suffix, index } of inOrder) {
    const plain = placeOf(path, suffix, '');
    const place = taken.has(plain.toLowerCase())
      ? placeOf(path, suffix, `-${hashOf(path).slice(0, 6)}`)
      : plain;
    taken.add(place.toLowerCase());
    places[index] = place;
  }
  return places;
}

/** Address on the site, without base, of a path below the output folder. */
export const pictureUrl = (place: string): string =>
  `/${place
    .split('/')
    .map((segment) => encodeURIComponent(segment).replaceAll("'", '%27'))
    .join('/')}`;

function placeOf(path: string, suffix: string, mark: string): string {
  const ending = endingOf(path);
  const name = baseName(path);
  const stem = name.slice(0, name.length - ending.length);
  const folders = folderOf(path).split('/').filter(Boolean).map(segmentOf);
  return ['_files', ...folders, `${segmentOf(stem)}${mark}${ending}${suffix}`].join('/');
}
