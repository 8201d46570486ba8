import type { GraphLayout, LayOut } from '../../core/model/parsed.ts';

/** Whether a text may hold a diagram that needs the engine, which is large; few texts do. */
export const needsLayout = (text: string): boolean => FENCE.test(text) && GRAPH.test(text);

const FENCE = /(?:`{3}|~{3})[ \t]{0,8}\{?\.?mermaid\b/i;
const GRAPH = /^[ \t>*+-]*(?:flowchart|graph|stateDiagram)/m;

/** The layout engine, loaded. */
export async function loadLayout(): Promise<LayOut> {
  const { instance } = await import('@viz-js/viz');
  const engine = await instance();
  return (dot) => {
    const result = engine.render(dot, { format: 'json0', yInvert: true });
    if (result.status !== 'success') return undefined;
    const layout: GraphLayout = JSON.parse(result.output);
    return layout;
  };
}

/** Loads the engine for the first text that needs it. */
export function layoutFor(): (texts: Iterable<string>) => Promise<LayOut | undefined> {
  let loaded: Promise<LayOut> | undefined;
  return async (texts) => {
    if (!loaded && ![...texts].some(needsLayout)) return undefined;
    return (loaded ??= loadLayout());
  };
}
