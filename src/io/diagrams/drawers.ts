import type { LayOut } from '../../core/diagrams/model.ts';
import type { DrawDiagram } from '../../core/model/parsed.ts';
import { loadLayout } from './layout-engine.ts';

/** What draws the diagrams of a text; undefined when it has none. */
export type DrawerOf = (text: string) => DrawDiagram | undefined;

/**
 * Loads what the diagrams of some texts need: nothing where there are none, and the layout engine only for graphs. Each text
 * gets what it needs itself, so that a page is the same in any company.
 */
export function drawers(): (texts: readonly string[]) => Promise<DrawerOf> {
  let engine: Promise<LayOut> | undefined;
  return async (texts) => {
    const holding = texts.filter(holdsDiagram);
    if (holding.length === 0) return () => undefined;
    if (holding.some(holdsGraph)) engine ??= loadLayout();
    const [{ drawDiagram }, layOut] = await Promise.all([
      import('../../core/diagrams/draw-diagram.ts'),
      engine,
    ]);
    return (text) => {
      if (!holdsDiagram(text)) return undefined;
      const own = holdsGraph(text) ? layOut : undefined;
      return (source) => {
        const drawing = drawDiagram(source, own);
        return drawing.type === 'drawn' ? drawing.svg : undefined;
      };
    };
  };
}

/** Too often rather than too seldom. */
const holdsDiagram = (text: string): boolean => /mermaid/i.test(text);
const holdsGraph = (text: string): boolean => /flowchart|graph|stateDiagram/.test(text);
