import type { Element, ElementContent, Nodes, Root } from 'hast';
import { MEDIA } from './html-names.ts';

/** Frames, videos and sounds become links to what they would have loaded. */
export function linkMedia(node: Root | Element): void {
  node.children = node.children.map((child) => {
    if (child.type !== 'element') return child;
    if (MEDIA.has(child.tagName)) return linkTo(child) ?? child;
    linkMedia(child);
    return child;
  }) as typeof node.children;
}

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
