import type { Nodes, Root } from 'mdast';
import { parseMarkdown } from './parser.ts';

/**
 * Syntax tree in which a comment that never closes hides nothing: only its `<!--` is left out. `text` is what the tree's
 * positions belong to.
 */
export function parseShowingOpenComments(source: string): Readonly<{ root: Root; text: string }> {
  const root = parseMarkdown(source);
  const open = source.includes('<!--', source.lastIndexOf('-->') + 1) ? openComment(root) : undefined;
  if (open === undefined) return { root, text: source };
  const text = source.slice(0, open) + source.slice(open).replaceAll('<!--', '');
  return { root: parseMarkdown(text), text };
}

/** Offset in the text of the first comment without an end. */
function openComment(node: Nodes): number | undefined {
  if (node.type === 'html') {
    const within = node.value.lastIndexOf('<!--');
    const open = within >= 0 && !node.value.includes('-->', within);
    // The node's text lacks the marks of the containers it stands in, so its own offset is only exact for its first line.
    const start = node.position?.start.offset;
    return open && start !== undefined
      ? start + (node.value.includes('\n') && within > 0 ? 0 : within)
      : undefined;
  }
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const found = openComment(child);
    if (found !== undefined) return found;
  }
  return undefined;
}
