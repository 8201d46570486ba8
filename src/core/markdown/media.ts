import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import { MEDIA } from './html-names.ts';

/** Frames, videos and sounds become links to what they would have loaded. */
export function linkMedia(root: Root): void {
  root.children = linked(root.children);
}

function linked(nodes: readonly RootContent[]): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text' || node.type === 'comment' || node.type === 'raw') return [node];
    if (node.type !== 'element') return [];
    node.children = linked(node.children);
    const link = MEDIA.has(node.tagName) ? linkTo(node) : undefined;
    return link ? [link, ...node.children.filter(isContent)] : [node];
  });
}

/** What a frame that was never closed has swallowed; its fallback text and sources are not wanted. */
const isContent = (node: ElementContent): boolean =>
  node.type === 'element' &&
  /^(?:p|h[1-6]|[uod]l|pre|table|div|blockquote|section|details|hr)$/.test(node.tagName);

function linkTo(element: Element): Element | undefined {
  const href = sourceOf(element) ?? element.children.map(sourceOf).find((source) => source !== undefined);
  if (href === undefined) return undefined;
  const title = element.properties['title'] ?? element.properties['ariaLabel'];
  const text: ElementContent = { type: 'text', value: typeof title === 'string' && title ? title : href };
  return {
    type: 'element',
    tagName: 'a',
    properties: { href },
    children: [text],
    ...(element.position && { position: element.position }),
  };
}

function sourceOf(node: Nodes): string | undefined {
  if (node.type !== 'element') return undefined;
  const source = node.properties['src'] ?? node.properties['data'];
  return typeof source === 'string' && source !== '' ? source : undefined;
}
