import { formOf } from '../file-form.ts';
import { baseName, folderOf, standsForFolder } from '../paths.ts';
import type { Id } from '../model/lab.ts';
import type { ParsedPage } from '../model/parsed.ts';
import type { Classified } from './classify.ts';
import type { Defined } from './compose-projects.ts';
import { serviceFinder, type FindService, type Named, type NamedProject } from './service-names.ts';

/** A service before its page is made: where it comes from, and which pages tell of it, the main one first. */
export type ServiceDraft = Named & Readonly<{ defined?: Defined; pages: readonly string[] }>;

/** A Compose project before its page is made. */
export type ProjectDraft = NamedProject &
  Readonly<{ folder: string; services: readonly Id[]; pages: readonly string[] }>;

export type Join = Readonly<{
  services: readonly ServiceDraft[];
  projects: readonly ProjectDraft[];
  find: FindService;
  /** Which service or project a page describes, by path. */
  describes: ReadonlyMap<string, Id>;
  /** What a link to a folder with a compose file means. */
  subjects: ReadonlyMap<string, Id>;
}>;

/**
 * Joins what compose files define with the pages that describe it: a README beside a compose file, pages in `services/`,
 * pages that say `service:`. A service that no compose file defines has the id of its file name.
 */
export function joinServices(defined: readonly Defined[], pages: ReadonlyMap<ParsedPage, Classified>): Join {
  const composed = defined.map(namedOf);
  const projects = projectsOf(defined);
  const findComposed = serviceFinder(composed, projects);
  const projectIn = new Map(projects.map((project) => [project.folder, project]));
  const projectNamed = new Map(projects.map((project) => [project.name, project]));

  const describes = new Map<string, Id>();
  const own = new Map<Id, Named>();
  for (const [page, classified] of pages) {
    const beside =
      standsForFolder(page.path) && folderOf(page.path) !== ''
        ? projectIn.get(folderOf(page.path))
        : undefined;
    const about = subjectOf(page, classified);
    if (beside && classified.kind === 'service' && typeof page.frontMatter.data['service'] !== 'string') {
      describes.set(page.path, beside.main ?? beside.id);
    } else if (about !== undefined) {
      const meant = findComposed(about, page.path);
      const project = meant.type === 'several' ? projectNamed.get(about.toLowerCase()) : undefined;
      const said = meant.type === 'found' ? meant.id : (project?.main ?? project?.id);
      const id: Id = said ?? `service:${about}`;
      if (said === undefined) own.set(id, pageOnly(id, about, page));
      describes.set(page.path, id);
    }
  }

  const pagesOf = Map.groupBy([...describes], ([, id]) => id);
  const tell = (id: Id): string[] => (pagesOf.get(id) ?? []).map(([path]) => path).sort(byMain);
  const byId = new Map(defined.map((entry) => [`service:${entry.id}`, entry]));
  const services = [...composed, ...[...own.values()].filter(({ id }) => !byId.has(id))].map((named) => {
    const entry = byId.get(named.id);
    return { ...named, pages: tell(named.id), ...(entry && { defined: entry }) };
  });
  const subjects = new Map(projects.map(({ folder, main, id }) => [folder, main ?? id]));
  const whole = oneOfEachName(projects);
  const drafts = whole.map((project) => ({ ...project, pages: tell(project.id) }));
  return { services, projects: drafts, find: serviceFinder(services, whole), describes, subjects };
}

const namedOf = (entry: Defined): Named => {
  const container = entry.variants[0].service.containerName;
  return {
    id: `service:${entry.id}`,
    ref: entry.id,
    project: entry.project,
    name: entry.name,
    folder: entry.folder,
    inPage: formOf(entry.variants[0].path) === 'page',
    aliases: [],
    ...(container?.state === 'known' && { containerName: container.display }),
  };
};

const pageOnly = (id: Id, ref: string, page: ParsedPage): Named => ({
  id,
  ref,
  project: '',
  name: ref,
  folder: folderOf(page.path),
  inPage: false,
  aliases: [],
});

/** What a page of the kind service is about: `service:`, else its path below `services/` (`dns/pihole`, `pihole`). */
function subjectOf(page: ParsedPage, { kind, introduces, below }: Classified): string | undefined {
  if (kind !== 'service' || introduces) return undefined;
  const said = page.frontMatter.data['service'];
  if (typeof said === 'string' && said.trim() !== '') return said.trim();
  return below || baseName(folderOf(page.path));
}

function projectsOf(defined: readonly Defined[]): Omit<ProjectDraft, 'pages'>[] {
  const groups = Map.groupBy(defined, ({ id, folder }) => `${projectOf(id)}\0${folder}`);
  return [...groups.values()].map((group) => {
    const [first] = group;
    if (!first) throw new Error('A group always has a member.');
    const name = projectOf(first.id);
    const main =
      group.length === 1
        ? first
        : group.find(({ name: service }) => service === first.project || service === baseName(first.folder));
    return {
      id: `project:${name}`,
      name,
      folder: first.folder,
      services: group.map(({ id }): Id => `service:${id}`),
      ...(main && { main: `service:${main.id}` as const }),
    };
  });
}

/** Folders of one name whose services are all different make one project: it has one address. */
function oneOfEachName(projects: readonly Omit<ProjectDraft, 'pages'>[]): Omit<ProjectDraft, 'pages'>[] {
  return [...Map.groupBy(projects, ({ id }) => id).values()].flatMap((group) => {
    const [first, ...others] = group;
    if (!first || others.length === 0) return first ?? [];
    return {
      id: first.id,
      name: first.name,
      folder: '',
      services: group.flatMap(({ services }) => services),
    };
  });
}

const projectOf = (id: string): string => id.slice(0, id.lastIndexOf('/'));

/** A page written for the service comes before the README of its folder. */
const byMain = (a: string, b: string): number =>
  Number(standsForFolder(a)) - Number(standsForFolder(b)) || (a < b ? -1 : 1);
