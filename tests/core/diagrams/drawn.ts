import { drawDiagram } from '../../../src/core/diagrams/draw-diagram.ts';
import { loadLayout } from '../../../src/io/diagrams/layout-engine.ts';

const layOut = await loadLayout();

export const drawing = (source: string) => drawDiagram(source, layOut);

/** SVG of a diagram that has to be drawn. */
export function svgOf(source: string): string {
  const result = drawing(source);
  if (result.type !== 'drawn') throw new Error(`not drawn: ${result.reason}`);
  return result.svg;
}

/** Why a diagram is not drawn, or what it became all the same. */
export function reasonOf(source: string): string {
  const result = drawing(source);
  return result.type === 'drawn' ? `drawn: ${result.svg}` : result.reason;
}

/** Texts of a drawing, its lines joined with a slash. */
export const textsOf = (svg: string): string[] =>
  Array.from(svg.matchAll(/<text[^>]*>(.*?)<\/text>/g), ([, inside = '']) =>
    inside.replaceAll('</tspan><tspan', '</tspan>/<tspan').replaceAll(/<[^>]*>/g, ''),
  );
