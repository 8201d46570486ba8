import { interpolate } from './interpolate.ts';
import type { Variables } from './interpolate.ts';
import type { Entry, Scalar, Tree } from './tree.ts';

/** The tree with the variables of its values replaced, as Compose does before it joins files; keys stay as they are. */
export function withValues(tree: Tree, variables: Variables): Tree {
  switch (tree.kind) {
    case 'scalar':
      return valued(tree, variables);
    case 'sequence':
      return { ...tree, items: tree.items.map((item) => withValues(item, variables)) };
    case 'mapping': {
      const entries = new Map<string, Entry>();
      for (const [key, entry] of tree.entries)
        entries.set(key, { ...entry, value: withValues(entry.value, variables) });
      return { ...tree, entries };
    }
  }
}

function valued(scalar: Scalar, variables: Variables): Scalar {
  const { text } = scalar;
  if (text.includes('{{')) return { ...scalar, state: 'unresolved' };
  if (!text.includes('$')) return scalar;
  const found = interpolate(text, variables);
  return { ...scalar, text: found.text, raw: text, ...(found.state !== 'known' && { state: found.state }) };
}

/** The tree of another file: every part says in which file it stands. */
export function placedIn(tree: Tree, path: string): Tree {
  switch (tree.kind) {
    case 'scalar':
      return { ...tree, path };
    case 'sequence':
      return { ...tree, path, items: tree.items.map((item) => placedIn(item, path)) };
    case 'mapping': {
      const entries = new Map<string, Entry>();
      for (const [key, entry] of tree.entries)
        entries.set(key, { ...entry, path, value: placedIn(entry.value, path) });
      return { ...tree, path, entries };
    }
  }
}
