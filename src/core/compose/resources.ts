import type { ComposeResource } from '../model/compose.ts';
import { child, entriesOf, scalarAt } from './tree.ts';
import { redactValue } from '../secrets/redact-value.ts';
import type { Entry, Tree } from './tree.ts';
import { valueOf } from './values.ts';

/** The top-level networks or volumes of a document. */
export function resourcesOf(tree: Tree | undefined): readonly ComposeResource[] {
  return entriesOf(tree).map(([key, entry]) => resourceOf(key, entry));
}

function resourceOf(key: string, { value, line }: Entry): ComposeResource {
  const external = child(value, 'external');
  const name = scalarAt(value, 'name') ?? scalarAt(external, 'name');
  const isDenied = external?.kind === 'scalar' && /^(?:false|no|off)$/i.test(external.text);
  return {
    key: redactValue(key),
    ...(name && { name: valueOf(name).display }),
    external: external !== undefined && !isDenied,
    line,
  };
}
