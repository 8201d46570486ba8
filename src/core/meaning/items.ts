import type { ListItem, Nodes, RootContent } from 'mdast';

/** A list item; `ordered` when its list is. */
export type Item = Readonly<{ item: ListItem; ordered: boolean; depth: number }>;

/** All list items below the nodes, in order, also those inside others. */
export function itemsIn(nodes: readonly RootContent[]): readonly Item[] {
  const items: Item[] = [];
  const visit = (node: Nodes, depth: number): void => {
    if (node.type === 'list')
      for (const item of node.children) {
        items.push({ item, ordered: node.ordered ?? false, depth });
        item.children.forEach((child) => visit(child, depth + 1));
      }
    else if (node.type === 'blockquote') node.children.forEach((child) => visit(child, depth));
  };
  nodes.forEach((node) => visit(node, 0));
  return items;
}

export const startLine = (node: Nodes): number => node.position?.start.line ?? 1;
