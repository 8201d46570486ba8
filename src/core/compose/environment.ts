import type { EnvironmentName } from '../model/compose.ts';
import { redactValue } from '../secrets/redact-value.ts';
import { entriesOf, itemsOf } from './tree.ts';
import type { Tree } from './tree.ts';

/** Names of the variables of `environment`, in the order in which they first appear. A value never gets past this function. */
export function environmentOf(tree: Tree | undefined): readonly EnvironmentName[] {
  const names = new Map<string, number>();
  const add = (text: string, line: number) => {
    const name = nameIn(text);
    if (name !== '' && !names.has(name)) names.set(name, line);
  };
  const addKeys = (mapping: Tree) => entriesOf(mapping).forEach(([key, { line }]) => add(key, line));
  if (tree?.kind === 'mapping') addKeys(tree);
  else
    for (const item of itemsOf(tree)) {
      if (item.kind === 'scalar') add(item.text, item.line);
      else addKeys(item);
    }
  return [...names].map(([name, line]) => ({ name, origin: 'environment', line }));
}

/** What stands before the first `=`, or `: ` by mistake; a text that cannot be a name may be part of a value. */
function nameIn(text: string): string {
  const [name = ''] = text.split(/=|:\s/, 1);
  return /^[\w.${}:-]{1,200}$/.test(name.trim()) ? redactValue(name.trim()) : '';
}
