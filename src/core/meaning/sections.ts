import type { Heading, Nodes, Root } from 'mdast';
import type { PageBody } from '../model/parsed.ts';
import { blockText, lineText } from './plain-text.ts';
import { shortened } from './sentences.ts';

/** Plain text by heading; before the first heading there is a section without a name, if there is text. */
export function findSections(root: Root, idOf: (heading: Heading) => string): PageBody['sections'] {
  const sections: { id: string; heading: string; texts: string[] }[] = [{ id: '', heading: '', texts: [] }];
  for (const node of root.children) {
    if (node.type === 'heading') sections.push({ id: idOf(node), heading: lineText(node), texts: [] });
    else sections.at(-1)?.texts.push(blockText(node).trim());
  }
  return sections
    .map(({ id, heading, texts }) => ({ id, heading, text: texts.filter(Boolean).join('\n\n') }))
    .filter(({ heading, text }) => heading !== '' || text !== '');
}

/** First paragraph that is prose, not a label, a badge, a way back or a marker of another tool. */
export function findExcerpt(root: Root): string {
  for (const node of root.children) {
    if (node.type !== 'paragraph') continue;
    const children = node.children.filter((child) => !isPicture(child));
    if (children.every(isLinkOrMark)) continue;
    const text = lineText({ ...node, children })
      .replaceAll(SHORTCODE, '')
      .trim();
    if (/\p{L}{2}/u.test(text) && !NOT_PROSE.test(text)) return shortened(text, 300);
  }
  return '';
}

const NOT_PROSE =
  /^(?:[^:：.]{2,40}[:：](?:\s|$)|[Tt]able of [Cc]ontents\b|\[\[?_?TOC_?\]\]?$|\{[{%:<]|<[%A-Za-z/]|!!!|:::|import\s|export\s)/;

/** What Hugo would put something else for: `{{% pageinfo %}}`, `{{< ref >}}`. */
const SHORTCODE = /\{\{[%<][^{}]*[%>]\}\}/g;

/** "← Back to index" is no beginning of a text. */
const isLinkOrMark = (node: Nodes): boolean =>
  node.type === 'link' ||
  node.type === 'linkReference' ||
  node.type === 'wikiLink' ||
  (node.type === 'text' && !/[\p{L}\p{N}]/u.test(node.value));

const isPicture = (node: Nodes): boolean =>
  node.type === 'image' ||
  node.type === 'imageReference' ||
  ((node.type === 'link' || node.type === 'linkReference') && node.children.every(isPicture));

/** Words of all sections; each character of Chinese and Japanese counts as one. */
export const countWords = (sections: PageBody['sections']): number =>
  sections.reduce((sum, { heading, text }) => sum + wordsIn(heading) + wordsIn(text), 0);

const wordsIn = (text: string): number => text.match(WORD)?.length ?? 0;

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu;
