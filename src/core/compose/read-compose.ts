import type { ComposeFacts, Value } from '../model/compose.ts';
import type { Flaw } from '../model/finding.ts';
import { resourcesOf } from './resources.ts';
import { pathsOf, serviceOf } from './service.ts';
import { child, entriesOf, scalarAt, scalarsOf } from './tree.ts';
import type { Tree } from './tree.ts';
import { valueOf } from './values.ts';
import { parseYaml } from './yaml.ts';
import type { YamlDocument } from './yaml.ts';

/** What a text says about services, and what is wrong with it. `firstLine` is the line of the file on which the text begins. */
export function readCompose(
  text: string,
  { firstLine }: { firstLine: number },
): { documents: readonly ComposeFacts[]; flaws: readonly Flaw[] } {
  const { documents, flaws } = parseYaml(text, firstLine);
  return {
    documents: documents.filter(({ tree }) => saysAnything(tree)).map(factsOf),
    flaws: flaws.toSorted((a, b) => a.line - b.line),
  };
}

function saysAnything(tree: Tree): boolean {
  return ['services', 'include', 'networks', 'volumes', 'name'].some((key) => child(tree, key) !== undefined);
}

function factsOf({ tree, line }: YamlDocument): ComposeFacts {
  const services = entriesOf(child(tree, 'services'));
  const name = scalarAt(tree, 'name');
  return {
    ...(name && { name: valueOf(name) }),
    line,
    services: services.map(([key, entry]) => serviceOf(key, entry.value, entry.line)),
    networks: resourcesOf(child(tree, 'networks')),
    volumes: resourcesOf(child(tree, 'volumes')),
    includes: [
      ...pathsOf(child(tree, 'include')),
      ...services.flatMap(([, { value }]) => extendedFiles(value)),
    ],
  };
}

function extendedFiles(service: Tree): readonly Value[] {
  return scalarsOf(child(child(service, 'extends'), 'file')).map(valueOf);
}
