import type { Nodes, Root } from 'mdast';
import { isElement } from './html-names.ts';

/**
 * Makes the author's raw HTML fit to be parsed: names that are no elements become text, and nothing in it can pass for
 * a mark of ours. Returns whether there is any.
 */
export function prepareRawHtml(root: Root): boolean {
  let found = false;
  const visit = (node: Nodes): void => {
    if (node.type === 'html') {
      node.value = safeHtml(node.value);
      found = true;
    }
    if ('children' in node) node.children.forEach(visit);
  };
  visit(root);
  return found;
}

const safeHtml = (html: string): string =>
  html
    .replaceAll(/data-mark/gi, 'data-')
    .replaceAll(/<(\/?)([a-z][a-z0-9-]{0,40})(?=([^a-z0-9-]|$))/gi, (tag, slash: string, name: string, next: string) =>
      isElement(name, { bare: slash === '' && !/^\s/.test(next) }) ? tag : `&lt;${tag.slice(1)}`,
    );
