import { relativePath, resolvePath } from '../paths.ts';
import { cycle, notFound } from './assembly-problems.ts';
import { withDefaults } from './defaults.ts';
import { withExtends } from './extends.ts';
import { EMPTY, layered } from './layers.ts';
import { merge } from './merge.ts';
import { rebase } from './rebase.ts';
import { documentsAt } from './sources.ts';
import type { Scope, Sources } from './sources.ts';
import { at, child, itemsOf, scalarAt, scalarsOf } from './tree.ts';
import type { Entry, Mapping, Scalar, Tree } from './tree.ts';

/** The documents that make a project, in the order in which they are merged, and the folder its paths are seen from. */
export type ProjectSource = Readonly<{ documents: readonly Placed[]; folder: string }>;
export type Placed = Readonly<{ tree: Tree; path: string }>;

/** One model of a project, in long forms: each document brings in what it includes and extends, over what came before. */
export function assemble(project: ProjectSource, sources: Sources): Mapping {
  return assembleFrom(project, { ...sources, including: [] });
}

type From = Sources & Pick<Scope, 'including'>;

function assembleFrom({ documents, folder }: ProjectSource, { including, ...sources }: From): Mapping {
  const model = documents.reduce<Mapping>((before, { tree, path }) => {
    if (tree.kind !== 'mapping') return before;
    const scope = { ...sources, path, folder, including: [...including, path] };
    return layered(before, withExtends(withIncludes(tree, scope), scope));
  }, EMPTY);
  const whole = withDefaults(model);
  return whole.kind === 'mapping' ? whole : EMPTY;
}

/** Where a document and what it includes define the same thing, the document's own words come over the included ones. */
function withIncludes(document: Mapping, scope: Scope): Mapping {
  const include = child(document, 'include');
  if (!include) return document;
  const entries = new Map(document.entries);
  entries.delete('include');
  for (const item of include.kind === 'mapping' ? [include] : itemsOf(include)) {
    const model = includedModel(item, scope);
    if (model) importInto(entries, model);
  }
  return { ...document, entries };
}

const SECTIONS = ['services', 'volumes', 'networks', 'secrets', 'configs', 'models'];

function importInto(entries: Map<string, Entry>, model: Mapping): void {
  for (const section of SECTIONS) {
    const from = model.entries.get(section);
    if (!from) continue;
    const own = entries.get(section);
    if (own)
      entries.set(section, { ...own, value: atHome(merge(from.value, own.value, section), own.value) });
    else entries.set(section, from);
  }
}

/** What a document defines itself stands in it, though others add to it. */
function atHome(merged: Tree, own: Tree): Tree {
  if (merged.kind !== 'mapping' || own.kind !== 'mapping') return merged;
  const entries = new Map<string, Entry>();
  for (const [name, { value }] of merged.entries) {
    const home = own.entries.get(name) ?? merged.entries.get(name);
    if (home) entries.set(name, { value, ...at(home) });
  }
  return { ...merged, entries };
}

/** What an entry of `include` brings in, its paths as they read from the including project. */
function includedModel(item: Tree, scope: Scope): Mapping | undefined {
  const paths = scalarsOf(item.kind === 'mapping' ? child(item, 'path') : item);
  const files = paths.flatMap((path) => includedFiles(path, scope));
  const [first] = files;
  if (!first) return undefined;
  const said = scalarAt(item, 'project_directory');
  const folder = said ? resolvePath(scope.folder, said.text) : first.folder;
  const model = assembleFrom({ documents: files.flatMap(({ documents }) => documents), folder }, scope);
  const rebased = rebase(model, wayTo(folder, scope.folder));
  return rebased.kind === 'mapping' ? rebased : undefined;
}

function includedFiles(said: Scalar, scope: Scope): readonly ProjectSource[] {
  const found = documentsAt(said.text, scope);
  const place = { path: scope.path, ...at(said) };
  if (found.type !== 'found') {
    scope.report(notFound({ what: 'include', type: found.type, name: said }, place));
    return [];
  }
  const { path, folder, trees } = found;
  if (scope.including.includes(path) || scope.including.length > DEEPEST) {
    scope.report(cycle('include', [...scope.including, path], place));
    return [];
  }
  return [{ documents: trees.map((tree) => ({ tree, path })), folder }];
}

/** Nobody includes this deep. */
const DEEPEST = 50;

function wayTo(folder: string, from: string): string {
  return folder === from ? '' : relativePath(from, `${folder}/x`).replace(/\/?x$/, '');
}
