import { wrapped } from '../label.ts';
import type { Direction, Edge, Graph, Group, Lines, Node, Shape } from '../model.ts';
import { MOST, NotDrawn } from '../model.ts';

type GrowingGroup = {
  id: string;
  title: Lines;
  parent: string | undefined;
  direction: Direction | undefined;
  /** Ids named inside it. */
  named: Set<string>;
};

export type GraphBuilder = ReturnType<typeof graphBuilder>;

/** Gathers a graph in the order of its text. A node belongs to the group that ends first of those it is named in. */
export function graphBuilder(usual: Shape) {
  const nodes = new Map<string, { label: Lines | undefined; shape: Shape | undefined }>();
  const parents = new Map<string, string>();
  const groups = new Map<string, GrowingGroup>();
  const open: GrowingGroup[] = [];
  const edges: Edge[] = [];
  let direction: Direction = 'TB';

  return {
    /** Names a node; what is said of it later counts. */
    node(id: string, said: Readonly<{ label?: Lines; shape?: Shape }> = {}): void {
      const known = nodes.get(id);
      nodes.set(id, { label: said.label ?? known?.label, shape: said.shape ?? known?.shape });
      if (nodes.size > MOST.nodes) throw new NotDrawn(`it has more than ${MOST.nodes} nodes`);
      open.at(-1)?.named.add(id);
    },
    edge(edge: Edge): void {
      edges.push(edge);
      if (edges.length > MOST.edges) throw new NotDrawn(`it has more than ${MOST.edges} edges`);
    },
    openGroup(id: string, title: Lines): void {
      if (groups.has(id)) throw new NotDrawn(`the group ${id} is there twice`);
      const group = { id, title, parent: open.at(-1)?.id, direction: undefined, named: new Set<string>() };
      groups.set(id, group);
      open.push(group);
      if (open.length > MOST.depth) throw new NotDrawn(`its groups are more than ${MOST.depth} deep`);
      if (groups.size > MOST.groups) throw new NotDrawn(`it has more than ${MOST.groups} groups`);
    },
    closeGroup(): void {
      const group = open.pop();
      if (!group) throw new NotDrawn('a group ends that has not begun');
      for (const id of group.named) if (!parents.has(id)) parents.set(id, group.id);
    },
    setDirection(value: Direction): void {
      const group = open.at(-1);
      if (group) group.direction = value;
      else direction = value;
    },
    inGroup: (): string | undefined => open.at(-1)?.id,
    finish(): Graph {
      if (open.length > 0) throw new NotDrawn('a group has no end');
      return {
        direction,
        edges,
        groups: [...groups.values()].map(({ named: _named, ...group }): Group => ({
          ...group,
          title: nodes.get(group.id)?.label ?? group.title,
        })),
        nodes: [...nodes].flatMap(([id, { label, shape }]): Node[] =>
          groups.has(id)
            ? []
            : [{ id, label: label ?? wrapped(id, 200), shape: shape ?? usual, parent: parents.get(id) }],
        ),
      };
    },
  };
}
