import { hashOf } from '../hash.ts';
import type { Belonging } from '../compose/join-files.ts';
import { baseName, folderOf, joinPath, standsForFolder, stemOf } from '../paths.ts';
import type { ComposeFacts, ComposeService } from '../model/compose.ts';
import type { ParsedCompose, ParsedFile, ParsedPage } from '../model/parsed.ts';

/** One definition of a service: the file it stands in, the document, and what it says. */
export type Definition = Readonly<{ path: string; facts: ComposeFacts; service: ComposeService }>;

/** A service that some compose file defines, under the id that nobody else has. */
export type Defined = Readonly<{
  /** `project/name`, or `project@folder/name` where two folders hold the same. */
  id: string;
  project: string;
  name: string;
  folder: string;
  /** Best first: the file that Compose itself would read, then the others by path. */
  variants: readonly [Definition, ...Definition[]];
}>;

/**
 * Identity of every compose service of the lab. Files of one folder that define the same service are variants of it.
 * A compose fence in a page counts like a file of the page's folder, unless that folder has compose files of its own, or
 * the page is one of manuals, tests or examples in a lab that has compose files.
 */
export function defineServices(
  files: readonly ParsedFile[],
  { labName, belongings }: Readonly<{ labName: string; belongings: ReadonlyMap<string, Belonging> }>,
): readonly Defined[] {
  const groups = Map.groupBy(definitions(files, belongings), ({ home, project, service }) =>
    [home, project, service.name].join('\0'),
  );
  const entries = [...groups.values()].map((group) => {
    const [best, ...others] = group.toSorted(byRank);
    if (!best) throw new Error('A group always has a member.');
    return { best, variants: [best, ...others] as const };
  });
  const homes = Map.groupBy(
    entries,
    ({ best }) => `${projectName(best.project, labName)}/${best.service.name}`,
  );
  const defined = entries.map(({ best, variants }): Defined => {
    const { folder, service } = best;
    const project = projectName(best.project, labName);
    const unique = (homes.get(`${project}/${service.name}`)?.length ?? 0) < 2;
    const id =
      pinnedId(service) ?? `${unique ? project : `${project}@${homeOf(folder, best)}`}/${service.name}`;
    return { id, project, name: service.name, folder, variants };
  });
  return alone(defined).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Pinned ids, and folders whose ways read alike, may still meet: each but the first gets a mark made from its folder. */
function alone(defined: readonly Defined[]): Defined[] {
  const taken = new Set<string>();
  return defined
    .toSorted((a, b) => (a.folder < b.folder ? -1 : 1))
    .map((entry) => {
      const cut = entry.id.lastIndexOf('/');
      const mark = `-${hashOf(`${entry.folder}/${entry.name}`).slice(0, 6)}`;
      const id = taken.has(entry.id) ? entry.id.slice(0, cut) + mark + entry.id.slice(cut) : entry.id;
      taken.add(id);
      return { ...entry, id };
    });
}

/** As Compose makes a project's name from a folder: lower case, only `a-z0-9_-`, not beginning with `_` or `-`. */
export function projectName(text: string, fallback: string): string {
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, '')
    .replace(/^[_-]+/, '');
  return (
    name ||
    fallback
      .toLowerCase()
      .replace(/[^a-z0-9_-]/g, '')
      .replace(/^[_-]+/, '') ||
    'lab'
  );
}

/** `home` is the folder of the project, `folder` that of the file. */
type Found = Definition & Readonly<{ home: string; folder: string; project: string; rank: number }>;

function* definitions(
  files: readonly ParsedFile[],
  belongings: ReadonlyMap<string, Belonging>,
): Iterable<Found> {
  const names = new Map(
    files.flatMap((file) => (file.form === 'compose' ? [[file.path, nameIn(file)]] : [])),
  );
  const composeFolders = new Set(
    files.flatMap(({ form, path }) => (form === 'compose' ? [folderOf(path)] : [])),
  );
  const real = new Set(
    files.flatMap((file) =>
      file.form === 'compose' ? file.compose.flatMap(({ services }) => services.map(({ name }) => name)) : [],
    ),
  );
  for (const file of files) {
    if (file.form === 'file') continue;
    const folder = folderOf(file.path);
    if (file.form === 'page' && composeFolders.has(folder)) continue;
    const example = file.form === 'page' && composeFolders.size > 0 && isExample(file.path);
    const { lead = file.path, name } = belongings.get(file.path) ?? {};
    const home = folderOf(lead);
    const named = name ?? names.get(lead) ?? nameIn(file);
    const project = named ?? (file.form === 'page' && folder === '' ? stemOf(file.path) : baseName(home));
    const first = belongings.has(file.path) && lead === file.path ? LED : 0;
    for (const { facts, service } of servicesIn(file)) {
      if (example && (real.has(service.name) || !isOfServices(file.path))) continue;
      yield {
        path: file.path,
        facts,
        service,
        home,
        folder,
        project,
        rank: rankOf(file.path, service) - first,
      };
    }
  }
}

const nameIn = ({ compose }: ParsedPage | ParsedCompose): string | undefined =>
  compose.find(({ name }) => name?.state === 'known')?.name?.display;

/** A file that leads its project comes before all others of it. */
const LED = 40;

/** Where a lab has compose files, fences in its manuals, tests and examples show how one is written; */
const isExample = (path: string): boolean =>
  /^(.*\/)?(docs?|documentation|tests?|testdata|fixtures|examples?|samples?)\//i.test(path) ||
  /^contributing\b/i.test(baseName(path));

/** but a page among those of services may be the only place that has it. */
const isOfServices = (path: string): boolean => /\/services\/[^/]+$/i.test(path) && !standsForFolder(path);

/** In a page's fences only what has an image or a build is a service; the rest are snippets. */
const servicesIn = ({ form, compose }: ParsedPage | ParsedCompose): Pick<Definition, 'facts' | 'service'>[] =>
  compose
    .flatMap((facts) => facts.services.map((service) => ({ facts, service })))
    .filter(
      ({ service }) =>
        // What a file includes is defined by the other file.
        service.path === undefined &&
        NAME.test(service.name) &&
        (form === 'compose' || service.image !== undefined || service.build !== undefined),
    );

/** Compose takes no other names; templates have them. */
const NAME = /^[\p{L}\p{N}._-]+$/u;

const MAIN_NAMES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];

/** The name Compose looks for comes first, overrides last; a body without image or build only adds to another. */
function rankOf(path: string, service: ComposeService): number {
  const main = MAIN_NAMES.indexOf(baseName(path));
  const byName = main >= 0 ? main : /override/.test(baseName(path)) ? 9 : 5;
  return byName + (service.image || service.build ? 0 : 20);
}

const byRank = (a: Found, b: Found): number =>
  a.rank - b.rank || (a.path < b.path ? -1 : a.path > b.path ? 1 : a.service.line - b.service.line);

function pinnedId({ own, name }: ComposeService): string | undefined {
  const id = own['id'];
  if (typeof id !== 'string' || !/^[\w@.-]+(\/[\w.-]+)?$/.test(id)) return undefined;
  return id.includes('/') ? id : `${id}/${name}`;
}

/** What tells two folders with one project name apart: the way to them, without the last step when that is the name itself. */
function homeOf(folder: string, { project, path }: Found): string {
  const way = baseName(folder) === project ? folderOf(folder) : folder;
  const home = way || (folder ? 'root' : joinPath(folder, stemOf(path)));
  return home.replaceAll('/', '-').replace(/[^\p{L}\p{N}_.-]+/gu, '-');
}
