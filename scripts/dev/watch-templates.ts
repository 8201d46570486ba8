import { fileURLToPath } from 'node:url';
import { explore } from '../../src/io/watch/explore.ts';
import { patience } from '../../src/io/watch/patience.ts';
import { watchFolders } from '../../src/io/watch/watch-folders.ts';

const SOURCES = fileURLToPath(new URL('../../src', import.meta.url));

/** Calls `onChange` when a file was changed that the templates are compiled from, in `folder`. */
export async function watchTemplates(
  onChange: () => void,
  folder = SOURCES,
): Promise<Readonly<{ close: () => void }>> {
  const waiting = patience(onChange);
  const watch = watchFolders(folder, {
    onEvent: (path, named) => {
      if (OURS.test(path)) return;
      if (named) watch.drop(path);
      if (TEMPLATE.test(path)) waiting.soon();
      else void look([path]);
    },
    onNote: () => undefined,
  });
  const look = (folders: readonly string[]) =>
    explore(folders, { root: folder, watch, keptOut: async (paths) => new Set(paths.filter(isOurs)) });
  await look(['']);
  return {
    close: () => {
      waiting.close();
      watch.close();
    },
  };
}

/** Disk and Git are no part of a template. */
const OURS = /^io(\/|$)/;
const isOurs = (path: string) => OURS.test(path);
const TEMPLATE = /\.(ts|astro|css|mjs)$/;
