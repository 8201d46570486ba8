import type { Code, Nodes, Root } from 'mdast';
import type { Flaw } from '../model/finding.ts';

/** Fences that never close: all that follows them is code. In a quote, they end with it. */
export function unclosedFences(root: Root, text: string): readonly Flaw[] {
  const flaws: Flaw[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'code') {
      const mark = openMark(node, text);
      if (mark !== undefined) flaws.push(flaw(mark, node.position?.start.line ?? 1));
    } else if ('children' in node && node.type !== 'blockquote') node.children.forEach(visit);
  };
  visit(root);
  return flaws;
}

function openMark({ position }: Code, text: string): string | undefined {
  if (position?.start.offset === undefined || position.end.offset === undefined) return undefined;
  const lines = text.slice(position.start.offset, position.end.offset).split('\n');
  const mark = /^(?:`{3,}|~{3,})/.exec(lines[0] ?? '')?.[0];
  if (mark === undefined) return undefined;
  const last = lines.length > 1 ? (lines.at(-1) ?? '').replace(/^[\s>]+/, '').trimEnd() : '';
  const closed = last.startsWith(mark) && last.replaceAll(mark.charAt(0), '') === '';
  return closed ? undefined : mark;
}

const flaw = (mark: string, line: number): Flaw => ({
  rule: 'unclosed-fence',
  severity: 'warning',
  line,
  message: `The code block that opens here with ${mark} never closes, so everything after it is shown as code.`,
  hint: `Write a line with ${mark} alone, at the same indent, where the code ends.`,
});
