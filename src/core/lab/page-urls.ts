import type { Finding } from '../model/finding.ts';
import type { Id } from '../model/lab.ts';
import type { ParsedPage } from '../model/parsed.ts';
import { folderOf, standsForFolder } from '../paths.ts';
import type { Classified } from './classify.ts';
import type { Join } from './services.ts';
import { assignUrls, KIND_FOLDER, urlOf } from './urls.ts';

/** URL of every service, project and page of the lab, by id. A page that describes a service has the service's. */
export type Urls = ReadonlyMap<Id, string>;

export function labUrls(
  pages: ReadonlyMap<ParsedPage, Classified>,
  join: Join,
): { urls: Urls; findings: readonly Finding[] } {
  const wanted = new Map<Id, string>();
  for (const { id, ref } of join.services) wanted.set(id, urlOf('services', ref));
  for (const { id, name } of join.projects) wanted.set(id, urlOf('services', name));
  const introduced = new Set<string>();
  for (const [page, classified] of [...pages].sort(byDepth)) {
    if (join.describes.has(page.path)) continue;
    wanted.set(`page:${page.path}`, wantedUrl(page, classified, introduced));
  }
  const { urls, clashes } = assignUrls(wanted, byNearness);
  const all = new Map<Id, string>();
  for (const id of wanted.keys()) all.set(id, urls.get(id) ?? '/');
  for (const [path, id] of join.describes) all.set(`page:${path}`, urls.get(id) ?? '/');
  const findings = clashes.flatMap(({ key, with: holder, url }): Finding[] => {
    if (!isPage(key)) return [];
    return [
      {
        rule: 'duplicate-url',
        severity: 'hint',
        place: { path: key.slice('page:'.length), line: 1 },
        message: `This page and ${nameOf(holder)} both want the address ${decodeURI(url)}.`,
        hint: `This one is at ${decodeURI(all.get(`page:${key.slice('page:'.length)}`) ?? url)}. Rename one of the two files to give it an address of its own.`,
      },
    ];
  });
  return { urls: all, findings };
}

/** The list of a kind has one introduction, the one nearest to the root; others are notes of their folders. */
function wantedUrl(
  page: ParsedPage,
  { urlKind, below, introduces }: Classified,
  introduced: Set<string>,
): string {
  const folder = KIND_FOLDER[urlKind];
  if (introduces && !introduced.has(folder)) {
    introduced.add(folder);
    return urlOf(folder);
  }
  if (introduces) return urlOf('notes', folderOf(page.path));
  return urlOf(folder, below || (standsForFolder(page.path) ? 'readme' : page.path));
}

const byDepth = ([a]: readonly [ParsedPage, Classified], [b]: readonly [ParsedPage, Classified]): number =>
  byNearness(a.path, b.path);

/** What runs comes before what is written, and then what lies nearest to the root: a new page deep down moves no other. */
const byNearness = (a: string, b: string): number =>
  Number(isPage(a)) - Number(isPage(b)) || depthOf(a) - depthOf(b) || (a < b ? -1 : 1);

const isPage = (key: string): boolean => key.startsWith('page:');
const depthOf = (path: string): number => path.split('/').length;

const nameOf = (key: string): string => key.slice(key.indexOf(':') + 1);
