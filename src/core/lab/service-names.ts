import { folderOf } from '../paths.ts';
import type { Id } from '../model/lab.ts';
import { suggest } from '../suggest.ts';

/** What may be meant by a name: a service, or a project as a whole. */
export type Named = Readonly<{
  id: Id;
  /** `project/name`, or the id of a service that only a page describes. */
  ref: string;
  project: string;
  name: string;
  folder: string;
  containerName?: string;
  /** Only a page shows it, as an example or instead of a file. */
  inPage: boolean;
  aliases: readonly string[];
}>;

export type NamedProject = Readonly<{ id: Id; name: string; main?: Id }>;

export type Meant =
  | Readonly<{ type: 'found'; id: Id }>
  | Readonly<{ type: 'several'; refs: readonly string[] }>
  // Finding it takes long, and few ask for it.
  | Readonly<{ type: 'unknown'; suggestion: () => string | undefined }>;

/** All that a service or project is found by, as a text: where it is the same, the same is found. */
export const namesAsText = (services: readonly Named[], projects: readonly NamedProject[]): string =>
  JSON.stringify([
    services.map(({ id, ref, project, name, folder, containerName, inPage, aliases }) => [
      [id, ref, project, name, folder, inPage, containerName],
      aliases,
    ]),
    projects.map(({ id, name, main }) => [id, name, main]),
  ]);

/** Finds the service meant by `name` as written in the file `path`. */
export type FindService = (name: string, path: string) => Meant;

/**
 * How a lab's services are found by name: `project/name` always, a bare name or container name when one service has it
 * (or one in the nearest folder), the project's name for its main service or the whole of it.
 */
export function serviceFinder(services: readonly Named[], projects: readonly NamedProject[]): FindService {
  const byRef = groupByKey(services, ({ ref }) => [ref]);
  const bare = groupByKey(services, ({ project, name }) => (project ? [`${project}/${name}`] : []));
  const byName = groupByKey(services, ({ name, containerName, aliases }) => [
    name,
    containerName ?? '',
    ...aliases,
  ]);
  const byProject = groupByKey(projects, ({ name }) => [name]);
  const known = [...new Set(services.flatMap(({ ref, name }) => [ref, name]))];

  return (name, path) => {
    const key = fold(name);
    const exact = byRef.get(key) ?? bare.get(key);
    if (exact) return choose(exact, path);
    const named = byName.get(key) ?? byName.get(key.replaceAll('-', '').replaceAll('_', ''));
    if (named) return choose(named, path);
    const project = byProject.get(key)?.[0];
    if (project) return { type: 'found', id: project.main ?? project.id };
    return { type: 'unknown', suggestion: () => suggest(name, known) };
  };
}

/** The only one, else the only one in the folder of the file or nearest above it. What files define comes before what pages show. */
function choose(all: readonly Named[], path: string): Meant {
  const files = all.filter(({ inPage }) => !inPage);
  const candidates = files.length > 0 ? files : all;
  const [first, ...rest] = candidates;
  if (first && rest.length === 0) return { type: 'found', id: first.id };
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
    const [near, ...others] = candidates.filter((candidate) => candidate.folder === folder);
    if (near && others.length === 0) return { type: 'found', id: near.id };
  }
  return { type: 'several', refs: candidates.map(({ ref }) => ref) };
}

function groupByKey<T>(
  items: readonly T[],
  keysOf: (item: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items)
    for (const key of new Set(keysOf(item).map(fold))) {
      if (key === '') continue;
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  return groups;
}

const fold = (name: string): string => name.trim().normalize('NFC').toLowerCase();
