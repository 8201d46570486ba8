import GithubSlugger from 'github-slugger';
import type { Element, Root, RootContent } from 'hast';
import type { Heading as MarkdownHeading } from 'mdast';
import type { Heading } from '../model/parsed.ts';
import type { Mark } from './marks.ts';
import { lineOf, textAttribute, visibleText } from './plain-html.ts';

/** Every id of a page, each once. */
export type Ids = Readonly<{
  of: ReadonlyMap<Element, string>;
  headings: readonly Heading[];
  anchors: readonly string[];
  /** Ids of the headings that stand in Markdown. */
  ofHeading: ReadonlyMap<MarkdownHeading, string>;
}>;

/**
 * Headings have the ids that GitHub gives them, unless their author chose one. Other ids follow, and only those that no
 * heading has.
 */
export function assignIds(root: Root, marks: readonly Mark[]): Ids {
  const found = elementsWithIds(root, marks);
  const slugger = new GithubSlugger();
  const of = new Map<Element, string>();
  const take = (element: Element, id: string): void => {
    if (Object.hasOwn(slugger.occurrences, id)) return;
    slugger.occurrences[id] = 0;
    of.set(element, id);
  };
  for (const { element, id } of found.footnotes) take(element, id);
  for (const { element, chosen } of found.headings) if (chosen !== undefined) take(element, chosen);

  const headings: Heading[] = [];
  const ofHeading = new Map<MarkdownHeading, string>();
  for (const { element, mark } of found.headings) {
    const text = visibleText(element).replaceAll(/\s+/g, ' ').trim();
    const id = of.get(element) ?? (slugger.slug(text) || slugger.slug('section'));
    of.set(element, id);
    if (mark) ofHeading.set(mark.node, id);
    const line = mark?.line ?? lineOf(element) ?? headings.at(-1)?.line ?? 1;
    headings.push({ depth: Number(element.tagName.slice(1)), text, id, line });
  }
  for (const { element, id } of found.anchors) take(element, id);
  const anchors = found.anchors.flatMap(({ element }) => of.get(element) ?? []);
  return { of, headings, anchors, ofHeading };
}

type HeadingMark = Extract<Mark, { type: 'heading' }>;
type Named = Readonly<{ element: Element; id: string }>;
type Found = Readonly<{
  headings: { element: Element; mark: HeadingMark | undefined; chosen: string | undefined }[];
  footnotes: Named[];
  anchors: Named[];
}>;

function elementsWithIds(root: Root, marks: readonly Mark[]): Found {
  const found: Found = { headings: [], footnotes: [], anchors: [] };
  const visit = (node: RootContent): void => {
    if (node.type !== 'element') return;
    const id = validId(textAttribute(node, 'id') ?? textAttribute(node, 'name'));
    if (/^h[1-6]$/.test(node.tagName)) {
      const mark = marks[Number(textAttribute(node, 'dataMark') ?? -1)];
      const heading = mark?.type === 'heading' ? mark : undefined;
      found.headings.push({ element: node, mark: heading, chosen: heading?.id ?? id });
    } else if (id !== undefined) {
      (FOOTNOTE.test(id) ? found.footnotes : found.anchors).push({ element: node, id });
    }
    node.children.forEach(visit);
  };
  root.children.forEach(visit);
  return found;
}

const FOOTNOTE = /^user-content-fn(ref)?-/;

const validId = (id: string | undefined): string | undefined =>
  id !== undefined && /^[^\s\p{C}]{1,200}$/u.test(id) ? id : undefined;
