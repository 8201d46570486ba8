import type { Element, Nodes, Root } from 'hast';
import { rehype } from 'rehype';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Shows the code of an MDX page as the lab has parsed it: highlighted, marked as a check or a change, diagrams drawn. `html`
 * is the page read as Markdown; code that only the running page has stays as it is.
 */
export function codeAsParsed(html: string) {
  const parsed = new Map<string, Element>();
  visit(rehype().data('settings', { fragment: true }).parse(html), 'element', (element) => {
    if (!isCode(element) && !isDiagram(element)) return undefined;
    parsed.set(codeOf(element), element);
    return SKIP;
  });
  return (tree: Root): void => {
    visit(tree, 'element', (element, index, parent) => {
      const shown = isCode(element) ? parsed.get(codeOf(element)) : undefined;
      if (!shown || !parent || index === undefined) return undefined;
      parent.children[index] = shown;
      return SKIP;
    });
  };
}

const isCode = ({ tagName }: Element): boolean => tagName === 'pre';

const isDiagram = ({ tagName, properties: { className } }: Element): boolean =>
  tagName === 'figure' && Array.isArray(className) && className.includes('diagram');

/** The text of the code in `element`, as one writes it between fences. */
function codeOf(element: Element): string {
  let text = '';
  visit(element, 'element', (child) => {
    if (child.tagName === 'code') text += textIn(child);
  });
  return text.trim();
}

function textIn(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textIn).join('') : '';
}
