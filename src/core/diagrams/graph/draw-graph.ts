import type { Graph, Head, LayOut, Node } from '../model.ts';
import { boldSizeOf, layer, rect, sizeOf, svg, textAt, type Box } from '../svg.ts';
import { head } from '../heads.ts';
import { layOutGraph, type PlacedEdge } from './lay-out-graph.ts';
import { outline } from './outline.ts';

/** A flowchart or a state diagram as SVG that is named `label`. */
export function drawGraph(graph: Graph, label: string, layOut: LayOut): string {
  const { width, height, nodes, groups, edges } = layOutGraph(graph, layOut);
  const seen = edges.filter(({ edge }) => edge.stroke !== 'invisible');
  const words = seen.flatMap(({ edge, label: at }): Box[] =>
    at ? [{ ...sizeOf(edge.label), x: at[0], y: at[1] }] : [],
  );
  const layers = [
    layer(
      'groups',
      groups.map(({ box }) => rect(box, ' rx="3"')),
    ),
    layer('lines', seen.map(line)),
    layer('heads', seen.map(heads)),
    layer(
      'nodes',
      nodes.map(({ node, box }) => outline(node.shape, box) + textIn(node, box)),
    ),
    layer(
      'words',
      seen.map(({ edge, label: at }) => (at ? textAt(...at, edge.label) : '')),
    ),
    // Above the lines, which may cross them.
    layer(
      'words titles',
      groups.map(({ group, box, title }) => {
        if (!title) return '';
        return textAt(
          clearOf(words, box, { ...boldSizeOf(group.title), x: title[0], y: title[1] }),
          title[1],
          group.title,
        );
      }),
    ),
  ];
  const inner = `<g transform="translate(${MARGIN} ${MARGIN})">${layers.join('')}</g>`;
  return svg({ width: width + 2 * MARGIN, height: height + 2 * MARGIN }, label, [inner]);
}

const MARGIN = 8;

/** The lid of a cylinder needs its room. */
const textIn = ({ shape, label }: Node, { x, y }: Box): string =>
  textAt(x, shape === 'cylinder' ? y + 4 : y, label);

/** Where the middle of a title goes: in the middle of its frame, unless a word stands there, else to one of the sides. */
function clearOf(words: readonly Box[], frame: Box, title: Box): number {
  const aside = Math.max(0, (frame.width - title.width) / 2 - 10);
  const places = [title.x, frame.x - aside, frame.x + aside];
  const isFree = (x: number): boolean =>
    words.every(
      (word) =>
        Math.abs(word.x - x) > (word.width + title.width) / 2 ||
        Math.abs(word.y - title.y) > (word.height + title.height) / 2,
    );
  return places.find(isFree) ?? title.x;
}

function line({ edge, curve }: PlacedEdge): string {
  const points = curve.map(([x, y]) => [Math.round(x), Math.round(y)] as const);
  const [start = [0, 0], ...rest] = points;
  // Each piece is told from where the last one ended: half as long as in full.
  const pieces = rest.map(([x, y], index) => {
    const [fromX, fromY] = points[index - (index % 3)] ?? start;
    return `${x - fromX} ${y - fromY}`;
  });
  const name = edge.stroke === 'solid' ? '' : ` class="${edge.stroke}"`;
  return `<path d="M${start.join(' ')}c${pieces.join(' ').replaceAll(' -', '-')}"${name}/>`;
}

const heads = ({ edge, curve, tip, tailTip }: PlacedEdge): string =>
  headAt(edge.head, tip, curve.at(-1)) + headAt(edge.tail, tailTip, curve[0]);

const headAt = (kind: Head, tip: PlacedEdge['tip'], from: PlacedEdge['tip']): string =>
  tip && from ? head(kind, { from, tip }) : '';
