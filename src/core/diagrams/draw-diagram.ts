import { drawGraph } from './graph/draw-graph.ts';
import { parseFlowchart } from './flowchart/parse-flowchart.ts';
import { plainText } from './label.ts';
import type { LayOut } from './model.ts';
import { MOST, NotDrawn } from './model.ts';
import { prepare, type Prepared } from './prepare.ts';
import { drawSequence } from './sequence/draw-sequence.ts';
import { parseSequence } from './sequence/parse-sequence.ts';
import { parseState } from './state/parse-state.ts';

/** A diagram as SVG that needs nothing but the site's styles, or why it stays what it is. */
export type Drawing =
  Readonly<{ type: 'drawn'; svg: string }> | Readonly<{ type: 'not drawn'; reason: string }>;

/** Draws Mermaid's text. What isn't understood in every part is not drawn at all. */
export function drawDiagram(source: string, layOut: LayOut | undefined): Drawing {
  try {
    const svg = draw(prepare(source.replaceAll(/\r\n?/g, '\n')), layOut);
    if (svg.length > MOST.drawing) throw new NotDrawn('the drawing would be too large');
    return { type: 'drawn', svg };
  } catch (error) {
    if (error instanceof NotDrawn) return { type: 'not drawn', reason: error.message };
    throw error;
  }
}

function draw({ type, title, body }: Prepared, layOut: LayOut | undefined): string {
  const label = title === undefined ? NAMES[type] : `${NAMES[type]}: ${plainText(title)}`;
  if (type === 'sequence') return drawSequence(parseSequence(body), label);
  if (!layOut) throw new NotDrawn('there is no layout engine');
  return drawGraph(type === 'state' ? parseState(body) : parseFlowchart(body), label, layOut);
}

const NAMES: Readonly<Record<Prepared['type'], string>> = {
  flowchart: 'Flowchart',
  sequence: 'Sequence diagram',
  state: 'State diagram',
};
