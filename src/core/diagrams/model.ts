/** A label as it is drawn: one text for each line, without markup. */
export type Lines = readonly string[];

export type Direction = 'TB' | 'BT' | 'LR' | 'RL';

export type Shape =
  | 'box'
  | 'round'
  | 'stadium'
  | 'subroutine'
  | 'cylinder'
  | 'circle'
  | 'double-circle'
  | 'diamond'
  | 'hexagon'
  | 'lean-right'
  | 'lean-left'
  | 'trapezoid'
  | 'trapezoid-down'
  | 'flag'
  | 'note'
  | 'text'
  | 'start'
  | 'end'
  | 'bar';

export type Node = Readonly<{ id: string; label: Lines; shape: Shape; parent: string | undefined }>;

export type Head = 'none' | 'arrow' | 'circle' | 'cross';

export type Edge = Readonly<{
  from: string;
  to: string;
  label: Lines;
  stroke: 'solid' | 'dotted' | 'thick' | 'invisible';
  head: Head;
  tail: Head;
  /** Ranks that it spans at least. */
  length: number;
}>;

/** A frame around nodes. Its id may be an end of an edge. */
export type Group = Readonly<{
  id: string;
  title: Lines;
  parent: string | undefined;
  direction: Direction | undefined;
}>;

/** A flowchart or a state diagram. Parents and the ends of edges name nodes or groups that are there. */
export type Graph = Readonly<{
  direction: Direction;
  nodes: readonly Node[];
  edges: readonly Edge[];
  groups: readonly Group[];
}>;

/** Where the layout engine puts what a graph in its own language (DOT) has; the names and ids are those of the text. */
export type GraphLayout = Readonly<{
  bb: string;
  objects?: readonly Readonly<{ name: string; pos?: string; bb?: string; lp?: string }>[];
  edges?: readonly Readonly<{ id: string; pos?: string; lp?: string }>[];
}>;

/** Lays out a graph; undefined when that fails. */
export type LayOut = (dot: string) => GraphLayout | undefined;

/** Why a diagram stays a block of code: thrown inside this folder only, and caught in `drawDiagram`. */
export class NotDrawn extends Error {}

/** Drawings beyond this size say little, and cost a lot. */
export const MOST = {
  characters: 20_000,
  nodes: 300,
  edges: 500,
  groups: 60,
  depth: 8,
  events: 400,
  /** Characters of SVG: packed, no drawing takes more than about 8 KB. */
  drawing: 24_000,
} as const;
