import type { Lab } from '../../src/core/model/lab.ts';
import { SEARCH_FOLDER, searchFiles } from '../search-files.ts';
import type { Shown } from './shown-site.ts';

/** What stands at a path below the search index of a lab; undefined where nothing does. */
export type LiveSearch = (lab: Lab, path: string) => Promise<Shown | undefined>;

/** Makes the index when somebody searches, and keeps it until the lab is another one. */
export function liveSearch(root: string, cache: string): LiveSearch {
  let made: Readonly<{ lab: Lab; files: ReturnType<typeof searchFiles> }> | undefined;
  return async (lab, path) => {
    if (!path.startsWith(SEARCH_FOLDER)) return undefined;
    if (made?.lab !== lab) made = { lab, files: searchFiles(lab, { root, cache }) };
    const { files } = made;
    try {
      const file = (await files).find((each) => each.path === path);
      return file && { type: 'file', path, bytes: file.content() };
    } catch (error) {
      if (made?.files === files) made = undefined;
      throw error;
    }
  };
}
