import type { Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import type { Processor } from 'unified';
import { knownHtml } from './known-html.ts';
import { mkdocsFromMarkdown, mkdocsSyntax } from './mkdocs-blocks.ts';
import { wikiFromMarkdown, wikiSyntax } from './wiki-syntax.ts';

/** Syntax tree of a Markdown text: GitHub's Markdown with wiki links and the blocks of MkDocs. */
export function parseMarkdown(text: string): Root {
  if (!ADDRESS.test(text)) return withoutAddresses.parse(text);
  return (text.includes('@') ? complete : withoutMail).parse(text);
}

/** Something that becomes a link without brackets. To look for it costs a third of the parser's time. */
const ADDRESS = /(?<!\]\()https?:\/\/|www\.|@/i;

const complete = remark().use(remarkGfm).use(ours).freeze();
const withoutMail = remark()
  .use(remarkGfm)
  .use(leaveOut, /^emailAutolink$/)
  .use(ours)
  .freeze();
const withoutAddresses = remark()
  .use(remarkGfm)
  .use(leaveOut, /Autolink$/)
  .use(withoutTransforms)
  .use(ours)
  .freeze();

function ours(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(wikiSyntax, knownHtml, mkdocsSyntax);
  (data.fromMarkdownExtensions ??= []).push(wikiFromMarkdown, mkdocsFromMarkdown);
}

/** Takes constructs out of remark-gfm by their name; its own settings cannot. */
function leaveOut(this: Processor, names: RegExp): void {
  for (const extension of this.data().micromarkExtensions ?? []) {
    const kept = Object.entries(extension.text ?? {}).map(([code, constructs]) => [
      code,
      [constructs ?? []].flat().filter(({ name }) => !names.test(name ?? '')),
    ]);
    extension.text = Object.fromEntries(kept);
  }
}

/** The only transform of remark-gfm looks through all text for addresses that its syntax missed. */
function withoutTransforms(this: Processor): void {
  for (const extension of (this.data().fromMarkdownExtensions ?? []).flat()) extension.transforms = [];
}
