import type { Direction, Edge, Group, Lines, Node } from '../model.ts';
import { boldSizeOf, sizeOf, type Size } from '../svg.ts';
import { nodeSize } from './outline.ts';
import { linkedParts } from './linked-parts.ts';
import { isGroup, type Level } from './levels.ts';

export type Dot = Readonly<{
  text: string;
  /** Ids of nodes by their name in the text. */
  nodes: ReadonlyMap<string, string>;
  groups: ReadonlyMap<string, string>;
}>;

/** A level in the language of the layout engine, with names of ours and no text of the author. `sizes` has what is drawn already. */
export function dotOf(level: Level, direction: Direction, sizes: ReadonlyMap<string, Size>): Dot {
  const names = new Map<string, string>();
  const nodes = new Map<string, string>();
  const groups = new Map<string, string>();
  const lines: string[] = [];

  const partsOf = linkedParts(level);
  const inOrder = (id: string | undefined): readonly (Node | Group)[] => {
    const parts = partsOf(id);
    // Across the page the engine stacks what is not linked from the bottom up.
    return direction === 'LR' || direction === 'RL' ? parts.toReversed().flat() : parts.flat();
  };
  const add = (item: Node | Group): void => {
    const size = isGroup(item) ? sizes.get(item.id) : sizeIn(direction, item);
    if (!size) return addCluster(item);
    const name = `n${nodes.size}`;
    names.set(item.id, name);
    nodes.set(name, item.id);
    const outline = isGroup(item) ? 'box' : (OUTLINES.get(item.shape) ?? 'box');
    lines.push(`${name} [shape=${outline} width=${inches(size.width)} height=${inches(size.height)}]`);
  };
  const addCluster = ({ id, ...group }: Node | Group): void => {
    const name = `cluster${groups.size}`;
    names.set(id, name);
    groups.set(name, id);
    lines.push(
      `subgraph ${name} { margin=14 ${'title' in group ? labelOf(group.title, boldSizeOf(group.title)) : ''}`,
    );
    for (const child of inOrder(id)) add(child);
    lines.push('}');
  };
  for (const item of inOrder(level.group?.id)) add(item);

  const ends = endsOf(level, names);
  level.edges.forEach((edge, index) => lines.push(edgeLine(edge, index, ends)));
  const text = `digraph { rankdir=${direction} compound=true nodesep=0.42 ranksep=0.55 nslimit=4 nslimit1=4 mclimit=0.8
node [fixedsize=true label=""]
edge [arrowsize=0.8]
${lines.join('\n')}
}`;
  return { text, nodes, groups };
}

/** A bar lies across the way. */
export function sizeIn(direction: Direction, { shape, label }: Node): Size {
  const { width, height } = nodeSize(shape, label);
  return shape === 'bar' && (direction === 'LR' || direction === 'RL')
    ? { width: height, height: width }
    : { width, height };
}

const OUTLINES: ReadonlyMap<string, string> = new Map([
  ['circle', 'ellipse'],
  ['double-circle', 'ellipse'],
  ['start', 'ellipse'],
  ['end', 'ellipse'],
  ['diamond', 'diamond'],
]);

const inches = (pixels: number): string => (pixels / 72).toFixed(4);

/** Room for a text, which the engine itself can't measure. */
function labelOf(lines: Lines, { width, height }: Size): string {
  if (lines.every((line) => line === '')) return '';
  return `label=<<table border="0" cellborder="0" cellspacing="0" cellpadding="0" fixedsize="true" width="${width + 14}" height="${height + 4}"><tr><td></td></tr></table>>`;
}

type End = Readonly<{ name: string; cluster: string | undefined }>;

/** An edge of a group ends at a node in it, and is cut at the group's border. */
function endsOf(level: Level, names: ReadonlyMap<string, string>): (id: string) => End {
  const inside = (id: string): string => {
    const name = names.get(id) ?? '';
    const [first] = level.children.get(id) ?? [];
    return name.startsWith('cluster') && first ? inside(first.id) : name;
  };
  return (id) => {
    const name = names.get(id) ?? '';
    return { name: inside(id), cluster: name.startsWith('cluster') ? name : undefined };
  };
}

function edgeLine(edge: Edge, index: number, ends: (id: string) => End): string {
  const [from, to] = [ends(edge.from), ends(edge.to)];
  const settings = [
    `id=e${index}`,
    `arrowhead=${edge.head === 'none' ? 'none' : 'normal'}`,
    ...(edge.tail === 'none' ? [] : ['dir=both', 'arrowtail=normal']),
    ...(edge.length > 1 ? [`minlen=${edge.length}`] : []),
    ...(edge.stroke === 'invisible' ? ['style=invis'] : []),
    ...(from.cluster === undefined ? [] : [`ltail=${from.cluster}`]),
    ...(to.cluster === undefined ? [] : [`lhead=${to.cluster}`]),
    labelOf(edge.label, sizeOf(edge.label)),
  ];
  return `${from.name} -> ${to.name} [${settings.join(' ')}]`;
}
