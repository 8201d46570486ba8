import type { Element } from 'hast';
import type { Code } from 'mdast';
import type { DrawDiagram, Highlight } from '../model/parsed.ts';
import { codeElement, languageOf } from './code.ts';

type Drawing = Readonly<{ highlight: Highlight; drawDiagram: DrawDiagram | undefined }>;

/** A fence of Mermaid as a drawing with its source below; undefined when it is none, or can't be drawn. */
export function diagramElement(node: Code, { highlight, drawDiagram }: Drawing): Element | undefined {
  if (languageOf(node).toLowerCase() !== 'mermaid') return undefined;
  const svg = drawDiagram?.(node.value);
  if (svg === undefined) return undefined;
  return element('figure', { className: ['diagram'] }, [
    // It may be wider than the screen: then it scrolls by itself, also with the keyboard.
    element('div', { tabIndex: 0 }, [{ type: 'raw', value: svg }]),
    element('details', {}, [
      element('summary', {}, [{ type: 'text', value: 'Source of the drawing' }]),
      codeElement(node, highlight),
    ]),
  ]);
}

const element = (
  tagName: string,
  properties: Element['properties'],
  children: Element['children'],
): Element => ({ type: 'element', tagName, properties, children });
