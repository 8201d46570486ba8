import type { Element, Nodes, Properties } from 'hast';

/** Text that a reader sees, with the alternative texts of images. */
export function visibleText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.tagName === 'img') return String(node.properties['alt'] ?? '');
  return 'children' in node ? node.children.map(visibleText).join('') : '';
}

/** The attributes that stay: `align` becomes a class, marks and names go, ids are given anew. */
export function keptProperties({ properties }: Element, id?: string): Properties {
  const { align, dataMark: _mark, name: _name, id: _id, className, ...kept } = properties;
  const looks = [className ?? []].flat().map(String);
  if (typeof align === 'string' && /^(left|right|center)$/i.test(align))
    looks.push(`align-${align.toLowerCase()}`);
  return { ...(id !== undefined && { id }), ...(looks.length > 0 && { className: looks }), ...kept };
}

export const textAttribute = (element: Element, name: string): string | undefined => {
  const value = element.properties[name];
  return typeof value === 'string' ? value : undefined;
};

export const lineOf = (element: Element): number | undefined => element.position?.start.line;
