import { evaluate, type EvaluateOptions } from '@mdx-js/mdx';
import * as runtime from 'astro/jsx-runtime';
import type { Root } from 'hast';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';
import { readFrontMatter } from '../core/front-matter/read-front-matter.ts';
import { withoutHiddenComments } from '../core/markdown/hidden-comments.ts';
import type { Heading, ParsedPage, Slot } from '../core/model/parsed.ts';
import { codeAsParsed } from './mdx-code.ts';

/** An MDX page made ready to be rendered as an Astro component, or the reason why its code does not run. */
export type MdxPage = Readonly<{ Content: unknown } | { problem: string }>;

/** Runs the code of an MDX page. Only for a lab whose owner said that it may; `text` is the whole file. */
export async function mdxPage(text: string, { headings, slots, body }: ParsedPage): Promise<MdxPage> {
  try {
    const options = {
      ...runtime,
      remarkPlugins: [remarkGfm],
      rehypePlugins: [
        [headingIds, headings],
        [slotMarks, slots],
        [codeAsParsed, body.html],
      ],
      elementAttributeNameCase: 'html',
    } as unknown as EvaluateOptions; // Astro's runtime is a JSX runtime; its types do not say so.
    const { default: Content } = await evaluate(withoutHiddenComments(readFrontMatter(text).body), options);
    // The marks by which Astro knows a component made by MDX.
    return {
      Content: Object.assign(Content, {
        [Symbol.for('mdx-component')]: true,
        [Symbol.for('astro:renderer')]: 'astro:jsx',
      }),
    };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** The ids that the lab knows the page's headings by. */
function headingIds(headings: readonly Heading[]) {
  return (tree: Root): void => {
    let index = 0;
    visit(tree, 'element', (element) => {
      const heading = /^h[1-6]$/.test(element.tagName) ? headings[index++] : undefined;
      if (heading) element.properties['id'] = heading.id;
    });
  };
}

/** Leaves links and images as the slots that the lab has resolved. */
function slotMarks(slots: readonly Slot[]) {
  return (tree: Root): void => {
    visit(tree, 'element', (element) => {
      const { href, src, alt } = element.properties;
      const index = slots.findIndex(({ target }) => target === (element.tagName === 'a' ? href : src));
      if (index < 0) return;
      if (element.tagName === 'a') element.properties = { dataSlot: String(index) };
      if (element.tagName === 'img') element.properties = { dataSlot: String(index), alt: alt ?? '' };
    });
  };
}
