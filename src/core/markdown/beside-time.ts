import type { Element, ElementContent } from 'hast';
import { timePrefix } from '../meaning/time-prefix.ts';
import { visibleText } from './plain-html.ts';

/** The content of an item of a timeline, the time that it begins with apart from the rest; as it was where there is none. */
export function besideTime(children: readonly ElementContent[]): ElementContent[] {
  const split = splitTime(children);
  if (!split) return [...children];
  const { when, what } = split;
  return [element('span', 'when', when), element('div', 'what', what)];
}

type Split = Readonly<{ when: ElementContent[]; what: ElementContent[] }>;

function splitTime(children: readonly ElementContent[]): Split | undefined {
  const at = children.findIndex((child) => child.type !== 'text' || child.value.trim() !== '');
  const [first, ...rest] = children.slice(at === -1 ? children.length : at);
  if (first?.type === 'text') {
    const text = first.value.trimEnd();
    const length = prefixLength(text);
    if (length === 0) return undefined;
    const after = first.value.slice(length);
    return {
      when: [{ type: 'text', value: withoutMarks(text.slice(0, length)) }],
      what: [
        ...(after.trim() === '' ? [] : [{ type: 'text' as const, value: after }]),
        ...unjoined(rest, after),
      ],
    };
  }
  if (first?.type !== 'element') return undefined;
  if (first.tagName === 'p') {
    const inner = splitTime(first.children);
    return inner && { when: inner.when, what: [{ ...first, children: inner.what }, ...rest] };
  }
  const text = visibleText(first).trim();
  if (!INLINE.test(first.tagName) || prefixLength(text) !== text.length || text === '') return undefined;
  return { when: [{ type: 'text', value: withoutMarks(text) }], what: unjoined(rest, '') };
}

const INLINE = /^(?:strong|b|em|i|code)$/;

/** How much of a text is the time it begins with, and what joins it to the words. */
function prefixLength(text: string): number {
  const rest = timePrefix(text)?.rest;
  return rest === undefined || !text.endsWith(rest) ? 0 : text.length - rest.length;
}

/** `[21:05] –` without what only sets it apart. */
const withoutMarks = (time: string): string =>
  time
    .trim()
    .replace(/^[[(*_`\s]+/, '')
    .replace(/[\s\-–—:|,;)\]>=→*_`]+$/, '');

/** What joined the words to a time that stands elsewhere goes. */
function unjoined(children: readonly ElementContent[], before: string): ElementContent[] {
  const [first, ...rest] = children;
  if (before.trim() !== '' || first?.type !== 'text') return [...children];
  return [{ type: 'text', value: first.value.replace(/^[\s\-–—:|,;=→>)]+/, '') }, ...rest];
}

const element = (tagName: string, name: string, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: { className: [name] },
  children,
});
