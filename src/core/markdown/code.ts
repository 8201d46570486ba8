import type { Element, ElementContent } from 'hast';
import type { Code } from 'mdast';
import type { CodeBlock, Highlight } from '../model/parsed.ts';

/** Language of a fence: ```` ```yaml title="x" ````, ```` ```{.yaml} ```` and ```` ```js{1,3} ```` say so too. */
export const languageOf = ({ lang }: Code): string => /[A-Za-z][\w+#.-]{0,40}/.exec(lang ?? '')?.[0] ?? '';

/** The word after the language. */
export function roleOf({ meta }: Code): CodeBlock['role'] {
  const word = /^\s*([a-z]+)(?:\s|$)/i.exec(meta ?? '')?.[1]?.toLowerCase();
  return word === 'check' || word === 'change' || word === 'expect' ? word : undefined;
}

/** Line on which the code itself begins; `text` is what was parsed. */
export function firstCodeLine({ position }: Code, text: string): number {
  const fenced = /[`~]/.test(text.charAt(position?.start.offset ?? text.length));
  return (position?.start.line ?? 1) + (fenced ? 1 : 0);
}

/** A block of code as a page shows it: it can be scrolled with the keyboard. */
export function codeElement(node: Code, highlight: Highlight): Element {
  const lang = languageOf(node);
  const role = roleOf(node);
  const html = lang === '' ? undefined : highlight(node.value, lang.toLowerCase());
  const content: ElementContent =
    html === undefined ? { type: 'text', value: node.value } : { type: 'raw', value: html };
  return {
    type: 'element',
    tagName: 'pre',
    properties: {
      ...(lang && { className: [`language-${lang}`] }),
      ...(role && { dataRole: role }),
      tabIndex: 0,
    },
    children: [{ type: 'element', tagName: 'code', properties: {}, children: [content] }],
  };
}
