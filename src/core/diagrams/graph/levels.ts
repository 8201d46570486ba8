import type { Edge, Graph, Group, Node } from '../model.ts';
import { NotDrawn } from '../model.ts';

/** What is laid out in one go: the whole, or a group that no edge leads into or out of. */
export type Level = Readonly<{
  /** Undefined for the whole. */
  group: Group | undefined;
  children: ReadonlyMap<string | undefined, readonly (Node | Group)[]>;
  edges: readonly Edge[];
}>;

export const isGroup = (item: Node | Group): item is Group => 'title' in item;

/** The levels of a graph, each after those inside it. A group with a level of its own is one box in the level around it. */
export function levelsOf(graph: Graph): readonly Level[] {
  const groups = new Map(graph.groups.map((group) => [group.id, group]));
  const parents = new Map(
    [...graph.nodes, ...graph.groups].map(({ id, parent }): [string, string | undefined] => [id, parent]),
  );
  const around = (id: string): string[] => {
    const chain: string[] = [];
    for (let at = parents.get(id); at !== undefined; at = parents.get(at)) {
      if (chain.length > graph.groups.length) throw new NotDrawn('groups hold each other');
      chain.push(at);
    }
    return chain;
  };
  const crossed = new Set<string>();
  const shared = graph.edges.map(({ from, to }) => {
    const [left, right] = [around(from), around(to)];
    if (left.includes(to) || right.includes(from))
      throw new NotDrawn('a group is linked with something inside it');
    const common = left.filter((id) => right.includes(id));
    for (const id of [...left, ...right]) if (!common.includes(id)) crossed.add(id);
    return common;
  });
  const levelOf = (chain: readonly string[]): string | undefined => chain.find((id) => !crossed.has(id));

  const children = Map.groupBy<string | undefined, Node | Group>(
    [...graph.groups, ...graph.nodes],
    ({ parent }) => parent,
  );
  const edges = Map.groupBy(
    graph.edges.map((edge, index) => ({ edge, level: levelOf(shared[index] ?? []) })),
    ({ level }) => level,
  );
  const levels = [undefined, ...graph.groups.filter(({ id }) => !crossed.has(id)).map(({ id }) => id)];
  return levels
    .toSorted((a, b) => depth(b, around) - depth(a, around))
    .map((id) => ({
      group: id === undefined ? undefined : groups.get(id),
      children,
      edges: (edges.get(id) ?? []).map(({ edge }) => edge),
    }));
}

const depth = (id: string | undefined, around: (id: string) => string[]): number =>
  id === undefined ? -1 : around(id).length;
