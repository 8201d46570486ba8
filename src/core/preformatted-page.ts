import { maskComposeIn } from './markdown/mask-compose.ts';
import type { Flaw } from './model/finding.ts';
import type { ParsedPage } from './model/parsed.ts';

/** A page that can't be parsed, as the text it is: nothing of it is lost, and search still finds it. */
export function preformattedPage(
  frame: Pick<ParsedPage, 'form' | 'path' | 'mdx' | 'frontMatter'>,
  source: string,
  flaw: Flaw,
): ParsedPage {
  const text = maskComposeIn(source).trim();
  return {
    ...frame,
    excerpt: '',
    headings: [],
    anchors: [],
    slots: [],
    mentions: { words: '', lines: [], code: 0 },
    timeline: [],
    actions: [],
    lessons: [],
    symptoms: [],
    stepCount: 0,
    shape: { facts: {}, roles: [] },
    compose: [],
    flaws: [flaw],
    words: 0,
    body: {
      html: `<pre tabindex="0"><code>${escaped(text)}</code></pre>`,
      sections: [{ id: '', heading: '', text }],
      code: [],
      steps: [],
    },
  };
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
