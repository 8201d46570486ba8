import type { Nodes, Root } from 'mdast';
import type { Flaw } from '../model/finding.ts';

/** Wiki links whose bar ends a cell of a table, so that they are torn in two. */
export function tornWikiLinks(root: Root, text: string): readonly Flaw[] {
  const flaws: Flaw[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'tableRow') {
      const { start, end } = node.position ?? {};
      const row = text.slice(start?.offset, end?.offset).replaceAll(/(`+).*?\1/g, '');
      for (const [link] of row.matchAll(TORN)) flaws.push(flaw(link, start?.line ?? 1));
    } else if ('children' in node) node.children.forEach(visit);
  };
  visit(root);
  return flaws;
}

const TORN = /!?\[\[[^[\]|\\]+\|[^[\]|]*\]\]/g;

const flaw = (link: string, line: number): Flaw => ({
  rule: 'wiki-link-in-table',
  severity: 'warning',
  line,
  message: `In a table the bar of ${link} ends the cell, so the link is torn in two.`,
  hint: `Write \`${link.replace('|', String.raw`\|`)}\`.`,
});
