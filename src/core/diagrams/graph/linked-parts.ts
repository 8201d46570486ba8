import type { Group, Node } from '../model.ts';
import type { Level } from './levels.ts';

type Item = Node | Group;

/** What stands directly in a group of a level, or in the level itself: what is linked stands together, in order. */
export function linkedParts({
  children,
  edges,
}: Level): (id: string | undefined) => readonly (readonly Item[])[] {
  return (id) => {
    const items = children.get(id) ?? [];
    const itemOf = new Map<string, string>();
    for (const item of items) claim(item.id, item.id, { children, itemOf });
    const parts = new Map(items.map((item) => [item.id, [item]]));
    const partOf = new Map(items.map((item) => [item.id, item.id]));
    for (const { from, to } of edges) {
      const one = partOf.get(itemOf.get(from) ?? '');
      const other = partOf.get(itemOf.get(to) ?? '');
      if (one === undefined || other === undefined || one === other) continue;
      const joined = [...(parts.get(one) ?? []), ...(parts.get(other) ?? [])];
      parts.set(one, joined);
      parts.delete(other);
      for (const item of joined) partOf.set(item.id, one);
    }
    const place = new Map(items.map((item, index) => [item.id, index]));
    const inOrder = (some: readonly Item[]): readonly Item[] =>
      some.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
    return [...parts.values()]
      .map(inOrder)
      .toSorted((a, b) => (place.get(a[0]?.id ?? '') ?? 0) - (place.get(b[0]?.id ?? '') ?? 0));
  };
}

type Claims = Readonly<{ children: Level['children']; itemOf: Map<string, string> }>;

function claim(id: string, item: string, claims: Claims): void {
  claims.itemOf.set(id, item);
  for (const child of claims.children.get(id) ?? []) claim(child.id, item, claims);
}
