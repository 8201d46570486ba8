import type { Root } from 'mdast';

/** MDX is shown, not run: its `import` and `export` blocks become code. */
export function showModuleCode(root: Root, text: string): void {
  root.children = root.children.map((node) => {
    const { start, end } = node.position ?? {};
    if (node.type !== 'paragraph' || start?.offset === undefined || end?.offset === undefined) return node;
    const value = text.slice(start.offset, end.offset);
    if (!MODULE.test(value)) return node;
    return { type: 'code', lang: 'js', value, ...(node.position && { position: node.position }) };
  });
}

const MODULE =
  /^(?:import\s+(?:['"{*]|[\w$]+[\s,])|export\s+(?:default|const|let|var|function|async|class|[{*]))/;
