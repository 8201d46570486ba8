import type { ListItem, Nodes, Table } from 'mdast';
import { wikiText } from '../markdown/marks.ts';

/** Text of a node on one line, as a reader sees it. */
export const lineText = (node: Nodes): string => inlineText(node).replaceAll(/\s+/g, ' ').trim();

/** Text of a node with its line breaks, without markup. */
export function inlineText(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value;
    case 'html':
      return htmlText(node.value);
    case 'break':
      return '\n';
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'wikiLink':
      return wikiText(node);
    case 'footnoteReference':
    case 'definition':
      return '';
    default:
      return 'children' in node ? node.children.map(inlineText).join(isFlow(node) ? '\n' : '') : '';
  }
}

/** Text of a list item without the lists inside it. */
export const ownText = (item: ListItem): string =>
  item.children
    .filter((child) => child.type !== 'list' && child.type !== 'code')
    .map(lineText)
    .join(' ')
    .trim();

/** Text of a block for search and for a terminal, where lists and tables still look like ones. */
export function blockText(node: Nodes, indent = ''): string {
  switch (node.type) {
    case 'list': {
      const start = node.start ?? 1;
      return node.children
        .map((item, index) => {
          const box = typeof item.checked === 'boolean' ? `[${item.checked ? 'x' : ' '}] ` : '';
          const bullet = node.ordered ? `${start + index}. ` : '- ';
          const text = item.children.map((child) => blockText(child, `${indent}  `)).join('\n');
          return `${indent}${bullet}${box}${text.trimStart()}`;
        })
        .join('\n');
    }
    case 'table':
      return tableText(node);
    case 'blockquote':
    case 'footnoteDefinition':
      return node.children.map((child) => blockText(child, indent)).join('\n');
    case 'thematicBreak':
    case 'definition':
      return '';
    default:
      return inlineText(node)
        .split('\n')
        .map((line) => indent + line)
        .join('\n');
  }
}

const tableText = (table: Table): string =>
  table.children.map((row) => row.children.map(lineText).join(' | ')).join('\n');

/** Text of raw HTML: no tags, no comments, no scripts. */
export const htmlText = (html: string): string =>
  html
    .replaceAll(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replaceAll(/<(script|style|template)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replaceAll(/<br\b[^>]*>/gi, '\n')
    .replaceAll(/<\/?[a-z][^<>]*>/gi, '')
    .replaceAll(/&(amp|lt|gt|quot|nbsp|#39);/g, (_whole, name: string) => ENTITIES[name] ?? ' ');

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const isFlow = ({ type }: Nodes): boolean =>
  type === 'root' ||
  type === 'blockquote' ||
  type === 'list' ||
  type === 'listItem' ||
  type === 'footnoteDefinition';
