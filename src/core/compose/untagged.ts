import { at, word } from './tree.ts';
import type { Entry, Tree } from './tree.ts';

/** The tree without tags: what `!reset` took away is gone. Undefined when that is all of it. */
export function untagged(tree: Tree): Tree | undefined {
  if (tree.tag === 'reset') return undefined;
  const inner = withoutTagsInside(tree);
  if (inner.tag === undefined) return inner;
  const place = at(inner);
  switch (inner.kind) {
    case 'mapping':
      return { kind: 'mapping', entries: inner.entries, ...place };
    case 'sequence':
      return { kind: 'sequence', items: inner.items, ...place };
    case 'scalar': {
      const { text, type, raw, state } = inner;
      return { ...word(text, place, type), ...(raw !== undefined && { raw }), ...(state && { state }) };
    }
  }
}

function withoutTagsInside(tree: Tree): Tree {
  if (tree.kind === 'scalar') return tree;
  if (tree.kind === 'sequence') {
    const items = tree.items.flatMap((item) => untagged(item) ?? []);
    const isSame =
      items.length === tree.items.length && items.every((item, index) => item === tree.items[index]);
    return isSame ? tree : { ...tree, items };
  }
  let changed: Map<string, Entry> | undefined;
  for (const [key, entry] of tree.entries) {
    const value = untagged(entry.value);
    if (value === entry.value) continue;
    changed ??= new Map(tree.entries);
    if (value) changed.set(key, { ...entry, value });
    else changed.delete(key);
  }
  return changed ? { ...tree, entries: changed } : tree;
}
