import { folderOf } from '../paths.ts';
import type { Finding } from '../model/finding.ts';
import type { ParsedCompose, ParsedFile } from '../model/parsed.ts';
import { assemble } from './assemble.ts';
import { factsOf } from './facts.ts';
import { NO_VARIABLES } from './interpolate.ts';
import { unpack } from './pack.ts';
import { projectFiles } from './project-files.ts';
import type { ProjectFiles } from './project-files.ts';
import type { Tree } from './tree.ts';
import { placedIn, withValues } from './with-values.ts';

/** The files of a lab in which each compose file says what it means together with those that belong to it. */
export type JoinedFiles = Readonly<{
  files: readonly ParsedFile[];
  findings: readonly Finding[];
  /** The project that a compose file is part of, by its path, where that is not simply the folder's. */
  projects: ReadonlyMap<string, Belonging>;
}>;

/** `lead` is the file that Compose would begin with. */
export type Belonging = Readonly<{ lead: string; name?: string }>;

/**
 * Joins compose files as Compose does when it starts a project: files named in `.env`, overrides beside the main file,
 * `include` and `extends`. What stands alone stays as it was parsed.
 */
export function joinFiles(files: readonly ParsedFile[]): JoinedFiles {
  const compose = new Map(
    files.flatMap((file) => (file.form === 'compose' ? [[file.path, file] as const] : [])),
  );
  const led = new Map(projectFiles(files).map((project) => [project.paths[0] ?? '', project]));
  const layers = layersOf(compose);
  const findings = new Map<string, Finding>();
  const projects = new Map<string, Belonging>();
  const joined = files.map((file) => {
    if (file.form !== 'compose') return file;
    const project = led.get(file.path) ?? { paths: [file.path], folder: folderOf(file.path) };
    const { name } = project;
    if (name !== undefined || led.get(file.path)?.isNamed)
      for (const path of project.paths)
        projects.set(path, { lead: file.path, ...(name !== undefined && { name }) });
    if (project.paths.length === 1 && !file.compose.some(({ includes }) => includes.length > 0)) return file;
    return joinedFile(file, project, {
      layers,
      report: (finding) => findings.set(JSON.stringify(finding), finding),
    });
  });
  return { files: joined, findings: [...findings.values()], projects: withIncluded(joined, projects) };
}

type Layers = Readonly<{
  own: (path: string) => readonly Tree[];
  placed: (path: string) => readonly Tree[] | undefined;
}>;

function layersOf(compose: ReadonlyMap<string, ParsedCompose>): Layers {
  const placed = new Map<string, readonly Tree[]>();
  const own = (path: string): readonly Tree[] =>
    unpack(compose.get(path)?.layers ?? '[]').map((tree) => withValues(tree, NO_VARIABLES));
  return {
    own,
    placed: (path) => {
      if (!compose.has(path)) return undefined;
      const known = placed.get(path) ?? own(path).map((tree) => placedIn(tree, path));
      placed.set(path, known);
      return known;
    },
  };
}

function joinedFile(
  file: ParsedCompose,
  { paths, folder }: ProjectFiles,
  { layers, report }: Readonly<{ layers: Layers; report: (finding: Finding) => void }>,
): ParsedCompose {
  const own = layers.own(file.path);
  const documents = paths.flatMap((path) =>
    (path === file.path ? own : (layers.placed(path) ?? [])).map((tree) => ({ tree, path })),
  );
  const model = assemble({ documents, folder }, { read: layers.placed, report });
  return { ...file, compose: [factsOf(model, own, file.compose[0]?.line ?? 1)] };
}

/** What a project includes is part of it, unless two projects do or it has a say of its own. */
function withIncluded(
  files: readonly ParsedFile[],
  projects: ReadonlyMap<string, Belonging>,
): ReadonlyMap<string, Belonging> {
  const includers = new Map<string, Set<string>>();
  for (const { from, path } of files.flatMap(includedServices))
    includers.set(path, (includers.get(path) ?? new Set()).add(from));
  const all = new Map(projects);
  for (const [path, leads] of includers) {
    const [lead, ...others] = leads;
    if (lead !== undefined && others.length === 0 && !all.has(path))
      all.set(path, { ...projects.get(lead), lead });
  }
  return all;
}

const includedServices = (file: ParsedFile): readonly Readonly<{ from: string; path: string }>[] =>
  file.form !== 'compose'
    ? []
    : file.compose
        .flatMap(({ services }) => services)
        .flatMap(({ path }) => (path === undefined ? [] : [{ from: file.path, path }]));
