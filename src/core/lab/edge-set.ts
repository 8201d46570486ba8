import type { Edge, Id } from '../model/lab.ts';

/** Collects edges: each pair once per relation, the first that comes. */
export type EdgeSet = Readonly<{
  add: (edge: Edge) => void;
  /** By their ends. A mention is left out where a stronger relation already joins the two. */
  all: () => readonly Edge[];
}>;

export function edgeSet(): EdgeSet {
  const byEnds = new Map<Id, Map<Id, Edge[]>>();
  const isStrong = (from: Id, to: Id): boolean =>
    byEnds
      .get(from)
      ?.get(to)
      ?.some(({ relation }) => relation !== 'mentions') ?? false;
  return {
    add: (edge) => {
      let ends = byEnds.get(edge.from);
      if (!ends) byEnds.set(edge.from, (ends = new Map()));
      const known = ends.get(edge.to);
      if (!known) ends.set(edge.to, [edge]);
      else if (!known.some(({ relation }) => relation === edge.relation)) known.push(edge);
    },
    all: () =>
      [...byEnds.keys()].sort().flatMap((from) =>
        [...(byEnds.get(from)?.values() ?? [])]
          .flat()
          .filter(
            ({ relation, to }) => relation !== 'mentions' || !(isStrong(from, to) || isStrong(to, from)),
          )
          .sort((a, b) => compare(a.relation, b.relation) || compare(a.to, b.to)),
      ),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
