import type { Code, Heading, List, ListItem, Nodes, Root, Table } from 'mdast';
import type { WikiLink } from './wiki-syntax.ts';

/** What the HTML of a Markdown node has to be made from, beyond what survives in the HTML itself. */
export type Mark =
  | Readonly<{ type: 'link' | 'image'; target: string; line: number }>
  | Readonly<{ type: 'wiki'; node: WikiLink; line: number }>
  | Readonly<{ type: 'code'; node: Code; line: number }>
  | Readonly<{ type: 'item'; node: ListItem; line: number }>
  | Readonly<{ type: 'list'; node: List; line: number }>
  | Readonly<{ type: 'table'; node: Table; line: number }>
  | Readonly<{ type: 'heading'; node: Heading; line: number; id: string | undefined }>;

/**
 * Gives each such node the attribute `data-mark`, an index into the returned marks. The same attribute in raw HTML of the
 * author is destroyed (see `safe-html.ts`), so that a mark cannot be forged.
 */
export function markNodes(root: Root, customIds: ReadonlyMap<Nodes, string>): readonly Mark[] {
  const marks: Mark[] = [];
  const addresses = definitionsOf(root);
  const visit = (node: Nodes): void => {
    const mark = markOf(node, addresses, customIds);
    if (mark) {
      node.data = {
        ...node.data,
        hProperties: { ...node.data?.hProperties, dataMark: String(marks.length) },
      };
      marks.push(mark);
    }
    if (node.type === 'wikiLink') showWikiLink(node, addressOf(node, addresses));
    if ('children' in node) node.children.forEach(visit);
  };
  visit(root);
  return marks;
}

function markOf(
  node: Nodes,
  addresses: ReadonlyMap<string, string>,
  customIds: ReadonlyMap<Nodes, string>,
): Mark | undefined {
  const line = node.position?.start.line ?? 1;
  switch (node.type) {
    case 'link':
    case 'image':
      return { type: node.type, target: node.url, line };
    case 'linkReference':
      return { type: 'link', target: addresses.get(node.identifier) ?? '', line };
    case 'imageReference':
      return { type: 'image', target: addresses.get(node.identifier) ?? '', line };
    case 'wikiLink': {
      const target = addressOf(node, addresses);
      return target === undefined ? { type: 'wiki', node, line } : { type: 'link', target, line };
    }
    case 'code':
      return { type: 'code', node, line };
    case 'listItem':
      return { type: 'item', node, line };
    case 'list':
      return { type: 'list', node, line };
    case 'table':
      return { type: 'table', node, line };
    case 'heading':
      return { type: 'heading', node, line, id: customIds.get(node) };
    default:
      return undefined;
  }
}

/** The first definition of a name counts. */
function definitionsOf(root: Root): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>();
  const visit = (node: Nodes): void => {
    if (node.type === 'definition' && !addresses.has(node.identifier))
      addresses.set(node.identifier, node.url);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(root);
  return addresses;
}

/** `[[1]]` is a link in brackets, as on a forge, when `[1]:` says where to. */
const addressOf = (
  { embed, alias, target }: WikiLink,
  addresses: ReadonlyMap<string, string>,
): string | undefined => (embed || alias !== '' ? undefined : addresses.get(target.toLowerCase()));

function showWikiLink(node: WikiLink, href: string | undefined): void {
  node.data = {
    // The HTML parser would take a link inside a link apart.
    hName: href === undefined ? 'span' : 'a',
    hProperties: { ...node.data?.hProperties, ...(href !== undefined && { href }) },
    hChildren: [{ type: 'text', value: href === undefined ? wikiText(node) : `[${node.target}]` }],
  };
}

/** What Obsidian shows for a wiki link: its alias, unless it is a size, else the name and the heading. */
export const wikiText = ({ alias, target, embed }: WikiLink): string =>
  (embed && SIZE.test(alias) ? '' : alias) ||
  target
    .split('#')
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' > ');

export const SIZE = /^(\d{1,5})(?:x\d{1,5})?$/;
