import type { Direction, Edge, Graph, Group, LayOut, Node } from '../model.ts';
import { NotDrawn } from '../model.ts';
import { boldSizeOf, type Box, type Size } from '../svg.ts';
import { dotOf, sizeIn } from './dot.ts';
import { levelsOf, type Level } from './levels.ts';

type Point = readonly [number, number];

export type PlacedEdge = Readonly<{
  edge: Edge;
  /** A curve: a start, then three points for each piece. */
  curve: readonly Point[];
  /** Tips of the heads, where there are any. */
  tip: Point | undefined;
  tailTip: Point | undefined;
  label: Point | undefined;
}>;

export type PlacedGraph = Size &
  Readonly<{
    nodes: readonly Readonly<{ node: Node; box: Box }>[];
    groups: readonly Readonly<{ group: Group; box: Box; title: Point | undefined }>[];
    edges: readonly PlacedEdge[];
  }>;

/** Places of everything in a graph. Groups that stand alone are laid out by themselves, in a direction of their own. */
export function layOutGraph(graph: Graph, layOut: LayOut): PlacedGraph {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const groups = new Map(graph.groups.map((group) => [group.id, group]));
  const done = new Map<string, PlacedGraph>();
  let whole: PlacedGraph | undefined;
  for (const level of levelsOf(graph)) {
    const direction = directionOf(level, graph);
    const inner = layOutLevel(level, direction, { nodes, groups, done, layOut });
    if (level.group) done.set(level.group.id, framed(level.group, inner));
    else whole = inner;
  }
  if (!whole || whole.nodes.length + whole.groups.length === 0) throw new NotDrawn('nothing is in it');
  if (whole.nodes.length < graph.nodes.length || whole.edges.length < graph.edges.length)
    throw new NotDrawn('the layout engine lost a part of it');
  return whole;
}

/** A group without a direction goes across the way of what is around it, as in Mermaid. */
function directionOf({ group }: Level, graph: Graph): Direction {
  if (!group) return graph.direction;
  if (group.direction) return group.direction;
  const around = graph.groups.find(({ id }) => id === group.parent)?.direction ?? graph.direction;
  return around === 'TB' || around === 'BT' ? 'LR' : 'TB';
}

type Known = Readonly<{
  nodes: ReadonlyMap<string, Node>;
  groups: ReadonlyMap<string, Group>;
  done: ReadonlyMap<string, PlacedGraph>;
  layOut: LayOut;
}>;

function layOutLevel(
  level: Level,
  direction: Direction,
  { nodes, groups, done, layOut }: Known,
): PlacedGraph {
  if ((level.children.get(level.group?.id) ?? []).length === 0)
    return { width: 0, height: 0, nodes: [], groups: [], edges: [] };
  const dot = dotOf(level, direction, done);
  const laidOut = layOut(dot.text);
  if (!laidOut) throw new NotDrawn('the layout engine gave up on it');
  const [left = 0, top = 0, right = 0, bottom = 0] = numbers(laidOut.bb);
  const placed = { nodes: [...NONE.nodes], groups: [...NONE.groups], edges: [...NONE.edges] };
  for (const object of laidOut.objects ?? []) {
    const id = dot.nodes.get(object.name) ?? dot.groups.get(object.name) ?? '';
    const group = groups.get(id);
    const node = nodes.get(id);
    if (group && object.bb !== undefined) placed.groups.push({ group, ...frameOf(object.bb, object.lp) });
    if (object.pos === undefined) continue;
    const [x = 0, y = 0] = numbers(object.pos);
    const inner = done.get(id);
    if (inner) {
      const moved = move(inner, x - inner.width / 2, y - inner.height / 2);
      placed.groups.push(...moved.groups);
      placed.nodes.push(...moved.nodes);
      placed.edges.push(...moved.edges);
    } else if (node) placed.nodes.push({ node, box: { x, y, ...sizeIn(direction, node) } });
  }
  for (const { id, pos, lp } of laidOut.edges ?? []) {
    const edge = level.edges[Number(id.slice(1))];
    if (edge && pos !== undefined) placed.edges.push({ edge, ...curveOf(pos), label: pointOf(lp) });
  }
  return move(
    { width: right - left, height: Math.abs(bottom - top), ...placed },
    -left,
    -Math.min(top, bottom),
  );
}

const NONE: Pick<PlacedGraph, 'nodes' | 'groups' | 'edges'> = { nodes: [], groups: [], edges: [] };

const numbers = (text: string): number[] => text.split(/[ ,]/).map(Number);

function pointOf(text: string | undefined): Point | undefined {
  if (text === undefined) return undefined;
  const [x = 0, y = 0] = numbers(text);
  return [x, y];
}

function frameOf(
  bounds: string,
  label: string | undefined,
): Readonly<{ box: Box; title: Point | undefined }> {
  const [left = 0, top = 0, right = 0, bottom = 0] = numbers(bounds);
  return {
    box: {
      x: (left + right) / 2,
      y: (top + bottom) / 2,
      width: right - left,
      height: Math.abs(bottom - top),
    },
    title: pointOf(label),
  };
}

/** `e,x,y` is the tip of the head, `s,x,y` that of the tail; the rest is the curve. */
function curveOf(position: string): Pick<PlacedEdge, 'curve' | 'tip' | 'tailTip'> {
  const parts = (position.split(';', 1)[0] ?? '').split(' ');
  const tipOf = (mark: string) => pointOf(parts.find((part) => part.startsWith(mark))?.slice(2));
  const curve = parts.flatMap((part): Point[] => (/^[es],/.test(part) ? [] : [pointOf(part) ?? [0, 0]]));
  return { curve, tip: tipOf('e,'), tailTip: tipOf('s,') };
}

/** Room above for the title, and a margin around. */
function framed(group: Group, inner: PlacedGraph): PlacedGraph {
  const untitled = group.title.every((line) => line === '');
  const title = untitled ? { width: 0, height: 0 } : boldSizeOf(group.title);
  const width = Math.max(inner.width, title.width, 20) + 2 * MARGIN;
  const above = MARGIN + (untitled ? 0 : title.height + 6);
  const height = above + inner.height + MARGIN;
  const { groups, ...rest } = move(inner, (width - inner.width) / 2, above);
  const frame = {
    group,
    box: { x: width / 2, y: height / 2, width, height },
    title: untitled ? undefined : ([width / 2, MARGIN / 2 + 2 + title.height / 2] as const),
  };
  return { ...rest, width, height, groups: [frame, ...groups] };
}

const MARGIN = 14;

function move(placed: PlacedGraph, dx: number, dy: number): PlacedGraph {
  const moved = ([x, y]: Point): Point => [x + dx, y + dy];
  const box = (of: Box): Box => ({ ...of, x: of.x + dx, y: of.y + dy });
  const perhaps = (point: Point | undefined) => point && moved(point);
  return {
    width: placed.width,
    height: placed.height,
    nodes: placed.nodes.map(({ node, box: of }) => ({ node, box: box(of) })),
    groups: placed.groups.map(({ group, box: of, title }) => ({
      group,
      box: box(of),
      title: perhaps(title),
    })),
    edges: placed.edges.map(({ edge, curve, tip, tailTip, label }) => ({
      edge,
      curve: curve.map(moved),
      tip: perhaps(tip),
      tailTip: perhaps(tailTip),
      label: perhaps(label),
    })),
  };
}
