import type { Element, Root } from 'hast';
import type { Root as MarkdownRoot } from 'mdast';
import { rehype } from 'rehype';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import { remark } from 'remark';
import remarkRehype from 'remark-rehype';
import { linkMedia } from './media.ts';
import { prepareRawHtml } from './safe-html.ts';
import { schema } from './schema.ts';

/** Safe HTML tree of a Markdown tree, whose raw HTML it changes. */
export function toHast(markdown: MarkdownRoot): Root {
  const raw = prepareRawHtml(markdown);
  const tree = toRawHast.runSync(markdown);
  return raw ? parseRaw.runSync(tree) : sanitize.runSync(tree);
}

const toRawHast = remark().use(remarkRehype, { allowDangerousHtml: true }).freeze();
const parseRaw = rehype()
  .use(rehypeRaw)
  .use(() => linkMedia)
  .use(rehypeSanitize, schema)
  .use(() => nameFootnotes)
  .freeze();
const sanitize = rehype()
  .use(rehypeSanitize, schema)
  .use(() => nameFootnotes)
  .freeze();

/** Roles say in every language what the English heading of the footnotes says in one. */
function nameFootnotes(root: Root): void {
  const section = root.children.at(-1);
  if (section?.type !== 'element' || !('dataFootnotes' in section.properties)) return;
  section.properties['role'] = 'doc-endnotes';
  section.children = section.children.filter((child) => !isLabel(child));
}

const isLabel = (node: Element['children'][number]): boolean =>
  node.type === 'element' && node.tagName === 'h2' && node.properties['id'] === 'footnote-label';
