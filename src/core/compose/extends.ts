import { EMPTY, layered } from './layers.ts';
import { documentsAt } from './sources.ts';
import type { Scope } from './sources.ts';
import { cycle, noService, notFound } from './assembly-problems.ts';
import { merge } from './merge.ts';
import { rebase } from './rebase.ts';
import { at, child, entriesOf, scalarAt } from './tree.ts';
import type { Entry, Mapping, Scalar, Tree } from './tree.ts';
import { untagged } from './untagged.ts';

/** A document whose services stand over what they extend, from the same file or another. */
export function withExtends(document: Mapping, scope: Scope): Mapping {
  const services = document.entries.get('services');
  if (
    services?.value.kind !== 'mapping' ||
    !entriesOf(services.value).some(([, { value }]) => child(value, 'extends'))
  )
    return document;
  const bases: Bases = { services: services.value, file: scope.path, trail: [] };
  const entries = new Map<string, Entry>();
  for (const [name, entry] of services.value.entries)
    entries.set(name, { ...entry, value: extended(name, bases, scope) ?? entry.value });
  return {
    ...document,
    entries: new Map(document.entries).set('services', {
      ...services,
      value: { ...services.value, entries },
    }),
  };
}

/** The services among which a name is looked up, the file they stand in, and the way that led there. */
type Bases = Readonly<{ services: Mapping; file: string; trail: readonly string[] }>;

function extended(name: string, bases: Bases, scope: Scope): Tree | undefined {
  const service = bases.services.entries.get(name)?.value;
  const said = child(service, 'extends');
  if (service?.kind !== 'mapping' || !said) return service;
  const own = without(service, 'extends');
  const ref = said.kind === 'scalar' ? said : scalarAt(said, 'service');
  if (!ref) return own;
  const base = baseOf(ref, { said, name, bases, scope });
  return base?.kind === 'mapping' ? mergedOver(base, own) : own;
}

type Search = Readonly<{ said: Tree; name: string; bases: Bases; scope: Scope }>;

function baseOf(ref: Scalar, { said, name, bases, scope }: Search): Tree | undefined {
  const file = scalarAt(said, 'file');
  const place = { path: scope.path, ...at(ref) };
  const trail = [...bases.trail, `${bases.file}#${name}`];
  const found = file ? servicesIn(file, scope) : { services: bases.services, file: bases.file };
  if (!found) return undefined;
  if (trail.includes(`${found.file}#${ref.text}`) || trail.length > DEEPEST) {
    scope.report(cycle('extends', [...trail, `${found.file}#${ref.text}`], place));
    return undefined;
  }
  if (!found.services.entries.has(ref.text)) {
    if (ref.state !== 'unresolved') scope.report(noService(ref, found.file, place));
    return undefined;
  }
  const base = extended(ref.text, { ...found, trail }, scope);
  return base && untagged(base);
}

/** Nobody extends this deep; what does has no end. */
const DEEPEST = 50;

function servicesIn(name: Scalar, scope: Scope): Omit<Bases, 'trail'> | undefined {
  const found = documentsAt(name.text, scope);
  if (found.type !== 'found') {
    scope.report(notFound({ what: 'extends', type: found.type, name }, { path: scope.path, ...at(name) }));
    return undefined;
  }
  const model = found.trees.reduce<Mapping>(
    (before, tree) => (tree.kind === 'mapping' ? layered(before, tree) : before),
    EMPTY,
  );
  const folder = name.text.includes('/') ? name.text.slice(0, name.text.lastIndexOf('/')) : '';
  const services = child(rebase(model, folder), 'services');
  return { services: services?.kind === 'mapping' ? services : EMPTY, file: found.path };
}

/** A service is where its own body stands, whatever it extends. */
function mergedOver(base: Mapping, own: Mapping): Tree {
  const merged = merge(base, own, 'services.*');
  if (merged.kind !== 'mapping') return merged;
  return { kind: 'mapping', entries: merged.entries, ...at(own), ...(own.tag && { tag: own.tag }) };
}

function without(mapping: Mapping, key: string): Mapping {
  const entries = new Map(mapping.entries);
  entries.delete(key);
  return { ...mapping, entries };
}
