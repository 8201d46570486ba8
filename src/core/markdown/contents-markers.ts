import type { Root, RootContent } from 'mdast';
import { lineText } from '../meaning/plain-text.ts';

/** Takes out where other tools would put a table of contents, and its title: a page has its own beside it. */
export function takeContentsMarkers(root: Root): void {
  const { children } = root;
  if (children.some(isMarker))
    root.children = children.filter(
      (node, at) => !isMarker(node) && !(isTitle(node) && isMarker(children[at + 1])),
    );
}

const isMarker = (node: RootContent | undefined): boolean =>
  node?.type === 'paragraph' && MARKER.test(lineText(node));

const isTitle = (node: RootContent): boolean =>
  (node.type === 'heading' || node.type === 'paragraph') &&
  /^table of contents:?$/i.test(lineText(node).trim());

const MARKER = /^\s*(?:\[\[?_?TOC_?\]\]?|_TOC_|\$\{toc\}|\{:toc\})\s*$/i;
