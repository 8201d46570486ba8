import { slug } from 'github-slugger';
import type { Kind, Lab } from '../src/core/model/lab.ts';
import { FOLDER_WORDS } from '../src/core/meaning/folder-words.ts';
import { baseName, folderOf, joinPath, standsForFolder } from '../src/core/paths.ts';
import { KIND_FOLDER, segmentOf } from '../src/core/lab/urls.ts';

type New = Readonly<{ kind: Kind; title: string; day: string }>;

/** Path of a new page: in the folder where most pages of its kind live, under its title; postmortems sort by their day. */
export function placeOf({ kind, title, day }: New, { pages }: Pick<Lab, 'pages'>): string | undefined {
  const name = fileName(title);
  if (name === '') return undefined;
  const dated = kind === 'postmortem' ? `${day}-${name}` : name;
  return joinPath(usualFolder(kind, pages) ?? KIND_FOLDER[kind], `${dated}.md`);
}

function fileName(title: string): string {
  const name = slug(title.slice(0, LONGEST)).replace(/-+/g, '-').replace(/^-|-$/g, '');
  return name === '' ? '' : segmentOf(name);
}

/** Characters of a title that make it into the file name. */
const LONGEST = 80;

/** Only folders that say the kind by themselves: elsewhere a new page might be taken for something else. */
function usualFolder(kind: Kind, pages: Lab['pages']): string | undefined {
  const homes = pages.filter(
    (page) =>
      page.kind === kind &&
      (page.kindFrom === 'folder' || (kind === 'note' && isForNotes(page.path))) &&
      !standsForFolder(page.path) &&
      folderOf(page.path) !== '',
  );
  const byFolder = [...Map.groupBy(homes, ({ path }) => folderOf(path))];
  const [most] = byFolder.sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  return most?.[0];
}

/** Everything else is a note, wherever it lies. */
const isForNotes = (path: string) => FOLDER_WORDS.note.includes(baseName(folderOf(path)).toLowerCase());
