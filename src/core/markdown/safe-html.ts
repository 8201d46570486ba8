import type { Nodes, Root } from 'mdast';
import { DROPPED, isElement, MEDIA } from './html-names.ts';

/**
 * Makes the author's raw HTML fit to be parsed: names that are no elements become text, an element that hides its content
 * does so only when it ends, and nothing in it can pass for a mark of ours. Returns whether there is any raw HTML.
 */
export function prepareRawHtml(root: Root): boolean {
  let found = false;
  const visit = (node: Nodes): void => {
    if (!('children' in node)) return;
    // From the end, for what is hidden has to end in this or a later sibling.
    let closed: ReadonlySet<string> = new Set();
    for (const child of node.children.toReversed()) {
      if (child.type === 'html') {
        closed = new Set([...closed, ...closingNames(child.value)]);
        child.value = safeHtml(child.value, closed) + missingEnds(child.value, closed);
        found = true;
      } else visit(child);
    }
  };
  visit(root);
  return found;
}

const closingNames = (html: string): string[] =>
  Array.from(html.matchAll(/<\/([a-z]{3,8})/gi), ([, name]) => (name ?? '').toLowerCase()).filter(
    (name) => DROPPED.has(name) || MEDIA.has(name),
  );

/** A frame without an end would swallow what follows it. */
const missingEnds = (html: string, closed: ReadonlySet<string>): string =>
  Array.from(html.matchAll(/<(iframe|video|audio|object)\b/gi), ([, name]) => (name ?? '').toLowerCase())
    .filter((name) => !closed.has(name))
    .map((name) => `</${name}>`)
    .join('');

const safeHtml = (html: string, closed: ReadonlySet<string>): string =>
  html.replaceAll(/data-mark/gi, 'data-').replaceAll(TAG, (tag, slashAndName: string, next: string) => {
    const name = slashAndName.toLowerCase().replace('/', '');
    const opens = name === slashAndName.toLowerCase();
    const hidesAll = opens && DROPPED.has(name) && !closed.has(name);
    const known = isElement(name, { bare: opens && !/^\s/.test(next) });
    return known && !hidesAll ? tag : `&lt;${tag.slice(1)}`;
  });

const TAG = /<(\/?[a-z][a-z0-9-]{0,40})(?=([^a-z0-9-]|$))/gi;
