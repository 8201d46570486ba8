import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { ListItem, Nodes } from 'mdast';
import type { DrawDiagram, Highlight, Slot } from '../model/parsed.ts';
import { codeElement } from './code.ts';
import { diagramElement } from './diagram.ts';
import type { Ids } from './ids.ts';
import type { Mark } from './marks.ts';
import { besideTime } from './beside-time.ts';
import { keptProperties, lineOf, textAttribute, visibleText } from './plain-html.ts';
import { withTaskDates } from './task-dates.ts';
import {
  embeddedNote,
  imageElement,
  isEmbeddedNote,
  linkElement,
  wikiElement,
  type SlotMaker,
} from './slot-elements.ts';

export type Finishing = Readonly<{
  marks: readonly Mark[];
  ids: Ids;
  stepIds: ReadonlyMap<ListItem, string>;
  /** What tells of times, and is shown so. */
  timeline: ReadonlySet<Nodes>;
  highlight: Highlight;
  drawDiagram: DrawDiagram | undefined;
}>;

/** Turns sanitised HTML into the page's own: ids, slots, code, steps and tables. Returns the slots, in order. */
export function finish(root: Root, finishing: Finishing): readonly Slot[] {
  const slots: Slot[] = [];
  const add = (slot: Slot): string => String(slots.push(slot) - 1);
  root.children = contents(root.children, { add, inLink: false, line: 1, ...finishing });
  return slots;
}

type State = SlotMaker & Finishing;

function contents(nodes: readonly RootContent[], state: State): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [node];
    return node.type === 'element' ? finished(node, state) : [];
  });
}

function finished(element: Element, state: State): ElementContent[] {
  const mark = state.marks[Number(textAttribute(element, 'dataMark') ?? -1)];
  const here = { ...state, line: mark?.line ?? lineOf(element) ?? state.line };
  const id = state.ids.of.get(element);
  if (mark?.type === 'wiki') return wikiElement(mark.node, here);
  switch (element.tagName) {
    case 'a':
      return linkElement(element, mark, {
        ...here,
        id,
        children: contents(element.children, {
          ...here,
          inLink: here.inLink || 'href' in element.properties,
        }),
      });
    case 'img':
      return imageElement(element, mark, { ...here, id });
    case 'pre':
      return [preElement(element, here)];
    case 'p':
      return paragraph(element, here);
    case 'li':
      return [item(element, mark, here)];
    case 'td':
      return [cell(element, here)];
    case 'ul':
    case 'ol':
      return [tellsTimes(mark, here) ? withClass(plain(element, here), 'timeline') : plain(element, here)];
    case 'table': {
      const table = plain(element, here);
      return [scrollable(tellsTimes(mark, here) ? withClass(table, 'times') : table)];
    }
    default:
      return [plain(element, here)];
  }
}

const plain = (element: Element, state: State): Element => ({
  ...element,
  properties: keptProperties(element, state.ids.of.get(element)),
  children: contents(element.children, state),
});

function preElement(element: Element, state: State): Element {
  const code = element.children.find((child) => child.type === 'element');
  const mark = state.marks[Number((code && textAttribute(code, 'dataMark')) ?? -1)];
  if (mark?.type === 'code')
    return diagramElement(mark.node, state) ?? codeElement(mark.node, state.highlight);
  const shown = plain(element, state);
  return { ...shown, properties: { ...shown.properties, tabIndex: 0 } };
}

/** A paragraph of nothing but embedded notes is those notes. */
function paragraph(element: Element, state: State): ElementContent[] {
  const notes = element.children.flatMap((child) => {
    if (child.type === 'text' && child.value.trim() === '') return [];
    const mark =
      child.type === 'element' ? state.marks[Number(textAttribute(child, 'dataMark') ?? -1)] : undefined;
    return [isEmbeddedNote(mark) ? mark : undefined];
  });
  if (notes.length === 0 || notes.includes(undefined) || state.inLink) return [plain(element, state)];
  return notes.flatMap((mark) => (mark ? embeddedNote(mark.node, { ...state, line: mark.line }) : []));
}

function item(element: Element, mark: Mark | undefined, state: State): Element {
  const step = mark?.type === 'item' ? state.stepIds.get(mark.node) : undefined;
  const shown = plain(element, state);
  labelCheckbox(shown);
  if (mark?.type === 'item' && typeof mark.node.checked === 'boolean')
    shown.children = withTaskDates(shown.children);
  if (tellsTimes(mark, state)) shown.children = besideTime(shown.children);
  return { ...shown, properties: { ...(step !== undefined && { dataStep: step }), ...shown.properties } };
}

/** A task's box is read out with the words of the task. */
function labelCheckbox(element: Element): void {
  const first = element.children.find((child) => child.type === 'element');
  if (first?.tagName === 'p') return labelCheckbox(first);
  if (first?.tagName !== 'input') return;
  const words = element.children.filter(
    (child) => !(child.type === 'element' && /^[uo]l$/.test(child.tagName)),
  );
  const label = words.map(visibleText).join('').replaceAll(/\s+/g, ' ').trim();
  first.properties = { ...first.properties, ariaLabel: label.slice(0, 80) };
}

/** A time, a number or an address is read in one line. */
function cell(element: Element, state: State): Element {
  const shown = plain(element, state);
  if (!SHORT.test(visibleText(element).trim())) return shown;
  return withClass(shown, 'short');
}

function withClass(element: Element, name: string): Element {
  const { className } = element.properties;
  const names = [...(Array.isArray(className) ? className : []), name];
  return { ...element, properties: { ...element.properties, className: names } };
}

const tellsTimes = (mark: Mark | undefined, { timeline }: State): boolean =>
  mark !== undefined && 'node' in mark && mark.type !== 'wiki' && timeline.has(mark.node);

const SHORT = /^\d(?=.{0,18}[-:\s.])[^\n]{1,19}$/;

/** A table wider than the screen scrolls by itself, also with the keyboard; its columns name it. */
function scrollable(table: Element): Element {
  const label = headCells(table).join(', ').slice(0, 80);
  return {
    type: 'element',
    tagName: 'div',
    properties: { className: ['table'], tabIndex: 0, ...(label && { role: 'group', ariaLabel: label }) },
    children: [table],
  };
}

function headCells(element: Element): string[] {
  if (element.tagName === 'th') return [visibleText(element).trim()].filter(Boolean);
  if (element.tagName === 'tbody') return [];
  return element.children.flatMap((child) => (child.type === 'element' ? headCells(child) : []));
}
