import type { Graph, Head } from '../model.ts';
import { layer, rect, short, svg, textAt } from '../svg.ts';
import type { LayOut } from '../../model/parsed.ts';
import { head } from '../heads.ts';
import { layOutGraph, type PlacedEdge } from './lay-out-graph.ts';
import { outline } from './outline.ts';

/** A flowchart or a state diagram as SVG that is named `label`. */
export function drawGraph(graph: Graph, label: string, layOut: LayOut): string {
  const { width, height, nodes, groups, edges } = layOutGraph(graph, layOut);
  const seen = edges.filter(({ edge }) => edge.stroke !== 'invisible');
  const layers = [
    layer(
      'groups',
      groups.map(
        ({ group, box, title }) => rect(box, ' rx="3"') + (title ? textAt(...title, group.title) : ''),
      ),
    ),
    layer('lines', seen.map(line)),
    layer('heads', seen.map(heads)),
    layer(
      'nodes',
      nodes.map(({ node, box }) => outline(node.shape, box) + textAt(box.x, box.y, node.label)),
    ),
    layer(
      'words',
      seen.map(({ edge, label: at }) => (at ? textAt(...at, edge.label) : '')),
    ),
  ];
  const inner = `<g transform="translate(${MARGIN} ${MARGIN})">${layers.join('')}</g>`;
  return svg({ width: width + 2 * MARGIN, height: height + 2 * MARGIN }, label, [inner]);
}

const MARGIN = 8;

function line({ edge, curve }: PlacedEdge): string {
  const [start, ...rest] = curve.map(([x, y]) => `${short(x)} ${short(y)}`);
  const name = edge.stroke === 'solid' ? '' : ` class="${edge.stroke}"`;
  return `<path d="M${start}C${rest.join(' ')}"${name}/>`;
}

const heads = ({ edge, curve, tip, tailTip }: PlacedEdge): string =>
  headAt(edge.head, tip, curve.at(-1)) + headAt(edge.tail, tailTip, curve[0]);

const headAt = (kind: Head, tip: PlacedEdge['tip'], from: PlacedEdge['tip']): string =>
  tip && from ? head(kind, { from, tip }) : '';
