import type { ComposeFacts, Value } from '../model/compose.ts';
import { resourcesOf } from './resources.ts';
import { pathsOf, serviceOf } from './service.ts';
import { child, entriesOf, scalarsOf } from './tree.ts';
import type { Mapping, Tree } from './tree.ts';
import { valueAt, valueOf } from './values.ts';

/** Whether a document can be part of a Compose project. */
export function saysAnything(tree: Tree): boolean {
  return ['services', 'include', 'networks', 'volumes', 'name'].some((key) => child(tree, key) !== undefined);
}

/** The facts of a project's model. `documents` are those of its first file, `line` the one on which it begins. */
export function factsOf(model: Mapping, documents: readonly Tree[], line: number): ComposeFacts {
  const name = valueAt(model, 'name');
  return {
    ...(name && { name }),
    line,
    services: entriesOf(child(model, 'services')).map(([key, { value, ...place }]) =>
      serviceOf(key, value, place),
    ),
    networks: resourcesOf(child(model, 'networks')),
    volumes: resourcesOf(child(model, 'volumes')),
    secrets: resourcesOf(child(model, 'secrets')),
    configs: resourcesOf(child(model, 'configs')),
    includes: documents.flatMap(namedFiles),
  };
}

/** Files that a document includes, or from which its services extend others. */
function namedFiles(document: Tree): readonly Value[] {
  const services = entriesOf(child(document, 'services'));
  return [
    ...pathsOf(child(document, 'include')),
    ...services.flatMap(([, { value }]) => scalarsOf(child(child(value, 'extends'), 'file')).map(valueOf)),
  ];
}
