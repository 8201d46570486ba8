import type { GraphLayout, LayOut } from '../../core/diagrams/model.ts';

/** Loads the layout engine, which is large. */
export async function loadLayout(): Promise<LayOut> {
  const { instance } = await import('@viz-js/viz');
  const engine = await instance();
  return (dot) => {
    try {
      const result = engine.render(dot, { format: 'json0', yInvert: true });
      if (result.status !== 'success') return undefined;
      const layout: GraphLayout = JSON.parse(result.output);
      return layout;
    } catch {
      return undefined; // a graph beyond what WebAssembly has room for
    }
  };
}
