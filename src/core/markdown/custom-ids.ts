import type { Heading, Nodes, Root, Text } from 'mdast';

/**
 * Ids that authors gave to headings, as Hugo, Pandoc (`## Title {#id}`) and kramdown (`{: #id}`) have them. They are taken
 * out of the text.
 */
export function takeCustomIds(root: Root): ReadonlyMap<Nodes, string> {
  const ids = new Map<Nodes, string>();
  const visit = (node: Nodes): void => {
    if (node.type === 'heading') {
      const id = takeId(node);
      if (id) ids.set(node, id);
    } else if ('children' in node) node.children.forEach(visit);
  };
  visit(root);
  return ids;
}

function takeId(heading: Heading): string | undefined {
  const last = heading.children.at(-1);
  if (last?.type !== 'text') return undefined;
  const [whole, attributes = ''] = ATTRIBUTES.exec(last.value) ?? [];
  if (whole === undefined) return undefined;
  const id = /(?:^|\s)#([\p{L}\p{N}_][^\s#}]{0,199})/u.exec(attributes)?.[1];
  if (id !== undefined) shorten(last, whole.length);
  return id;
}

const ATTRIBUTES = /\s*\{:?([^{}]{1,300})\}\s*$/;

const shorten = (text: Text, by: number): void => {
  text.value = text.value.slice(0, text.value.length - by);
};
