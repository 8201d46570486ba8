import type { ListItem, Nodes, Root } from 'mdast';
import { rehype } from 'rehype';
import type { DrawDiagram, Highlight, Slot } from '../model/parsed.ts';
import { finish } from './finish.ts';
import { assignIds, type Ids } from './ids.ts';
import { markNodes } from './marks.ts';
import { toHast } from './to-hast.ts';

export type Rendered = Readonly<{ html: string; slots: readonly Slot[]; ids: Ids }>;

/** Safe HTML with slots of a Markdown tree, which is used up. */
export function toHtml(
  root: Root,
  {
    customIds,
    stepIds,
    timeline,
    highlight,
    drawDiagram,
  }: Readonly<{
    customIds: ReadonlyMap<Nodes, string>;
    stepIds: ReadonlyMap<ListItem, string>;
    timeline: ReadonlySet<Nodes>;
    highlight: Highlight;
    drawDiagram: DrawDiagram | undefined;
  }>,
): Rendered {
  const marks = markNodes(root, customIds);
  const tree = toHast(root);
  const ids = assignIds(tree, marks);
  const slots = finish(tree, { marks, ids, stepIds, timeline, highlight, drawDiagram });
  return { html: writer.stringify(tree), slots, ids };
}

// Nothing raw is left of the author's HTML: what is written as it stands is highlighted code and drawings.
const writer = rehype().data('settings', { allowDangerousHtml: true }).freeze();
