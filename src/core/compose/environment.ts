import type { EnvironmentName } from '../model/compose.ts';
import { at, entriesOf, itemsOf } from './tree.ts';
import type { At, Tree } from './tree.ts';

/** Names of the variables of `environment` of a masked tree, in the order in which they first appear. */
export function environmentOf(tree: Tree | undefined): readonly EnvironmentName[] {
  const names = new Map<string, At>();
  const add = (text: string, place: At): void => {
    const [name = ''] = text.split('=', 1);
    if (name !== '' && !names.has(name)) names.set(name, at(place));
  };
  const addKeys = (mapping: Tree): void => entriesOf(mapping).forEach(([key, entry]) => add(key, entry));
  if (tree?.kind === 'mapping') addKeys(tree);
  else
    for (const item of itemsOf(tree)) {
      if (item.kind === 'scalar') add(item.text, item);
      else addKeys(item);
    }
  return [...names].map(([name, place]) => ({ name, origin: 'environment', ...place }));
}
