import type { Element, ElementContent, Properties } from 'hast';
import type { Slot } from '../model/parsed.ts';
import { SIZE, wikiText, type Mark } from './marks.ts';
import { keptProperties, textAttribute, visibleText } from './plain-html.ts';
import type { WikiLink } from './wiki-syntax.ts';

/** Where the finished page stands: how to make a slot, and whether a link is open. */
export type SlotMaker = Readonly<{
  add: (slot: Slot) => string;
  inLink: boolean;
  line: number;
}>;

/** A link with its finished `children`; the children alone when it may not lead anywhere. */
export function linkElement(
  element: Element,
  mark: Mark | undefined,
  {
    add,
    inLink,
    line,
    id,
    children,
  }: SlotMaker & Readonly<{ id: string | undefined; children: ElementContent[] }>,
): ElementContent[] {
  const href = textAttribute(element, 'href');
  const { href: _href, ...kept } = keptProperties(element, id);
  if (isFootnote(element)) return [{ ...element, properties: { ...kept, href }, children }];
  if (href === undefined || inLink) {
    return id === undefined
      ? children
      : [{ ...element, tagName: inLink ? 'span' : 'a', properties: { id }, children }];
  }
  const target = mark?.type === 'link' ? mark.target : href;
  const text = visibleText(element).replaceAll(/\s+/g, ' ').trim();
  return [
    { ...element, properties: { dataSlot: add({ type: 'link', target, text, line }), ...kept }, children },
  ];
}

export function imageElement(
  element: Element,
  mark: Mark | undefined,
  { add, inLink, line, id }: SlotMaker & Readonly<{ id: string | undefined }>,
): ElementContent[] {
  const alt = textAttribute(element, 'alt') ?? '';
  const source = textAttribute(element, 'src');
  if (source === undefined) return alt === '' ? [] : [{ type: 'text', value: alt }];
  const target = mark?.type === 'image' ? mark.target : source;
  const width = pixels(element.properties['width']);
  const { title } = element.properties;
  const slot = add({
    type: 'image',
    target,
    text: alt,
    line,
    ...(inLink && { inLink }),
    ...(width && { width }),
  });
  return [image(slot, alt, { ...(id !== undefined && { id }), ...(typeof title === 'string' && { title }) })];
}

/** `![[note]]` alone in its paragraph is the note itself; within a line it is a link. */
export function embeddedNote(node: WikiLink, { add, line }: SlotMaker): Element {
  const dataSlot = add({ type: 'embed', target: node.target, text: wikiText(node), line });
  return { type: 'element', tagName: 'p', properties: { dataSlot }, children: [] };
}

export const isEmbeddedNote = (mark: Mark | undefined): mark is Extract<Mark, { type: 'wiki' }> =>
  mark?.type === 'wiki' && mark.node.embed && !IMAGE.test(mark.node.target) && !OTHER.test(mark.node.target);

export function wikiElement(node: WikiLink, { add, inLink, line }: SlotMaker): ElementContent[] {
  const { target, alias } = node;
  const text = wikiText(node);
  if (node.embed && IMAGE.test(target)) {
    const width = pixels(SIZE.exec(alias)?.[1]);
    const slot = add({
      type: 'embed',
      target,
      text,
      line,
      ...(inLink && { inLink }),
      ...(width && { width }),
    });
    return [image(slot, text, {})];
  }
  if (inLink) return [{ type: 'text', value: text }];
  const dataSlot = add({ type: 'wiki', target, text, line });
  return [
    { type: 'element', tagName: 'a', properties: { dataSlot }, children: [{ type: 'text', value: text }] },
  ];
}

const IMAGE = /\.(avif|bmp|gif|jpe?g|png|svg|webp)$/i;
const OTHER =
  /\.(3gp|base|canvas|excalidraw|flac|m4a|mkv|mov|mp3|mp4|ogg|ogv|pdf|wav|webm|ya?ml|json|txt|sh|conf)$/i;

const image = (dataSlot: string, alt: string, more: Properties): Element => ({
  type: 'element',
  tagName: 'img',
  properties: { dataSlot, alt, ...more },
  children: [],
});

/** The anchors that remark-rehype makes for footnotes lead nowhere else. */
function isFootnote({ properties }: Element): boolean {
  const ours = 'dataFootnoteRef' in properties || 'dataFootnoteBackref' in properties;
  return ours && /^#user-content-fn(ref)?-/.test(String(properties['href']));
}

function pixels(width: unknown): number | undefined {
  const size = Number(/^(\d{1,5})(?:px)?$/.exec(String(width ?? ''))?.[1]);
  return size > 0 ? size : undefined;
}
