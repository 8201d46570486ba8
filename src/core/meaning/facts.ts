import type { RootContent } from 'mdast';
import type { SectionRole, Shape } from '../model/parsed.ts';
import { factKey } from './fact-words.ts';
import { itemsIn, startLine } from './items.ts';
import type { Part } from './outline.ts';
import { inlineText, lineText, ownText } from './plain-text.ts';

type Fact = Readonly<{ label: string; text: string; line: number }>;

/** Facts that stand at the top of a page, by the key of the front matter they stand for. The first of each counts. */
export function findFacts(parts: readonly Part[]): Shape['facts'] {
  const facts: Record<string, { text: string; line: number }> = {};
  const firstSection = parts.findIndex(({ heading }) => (heading?.depth ?? 0) > 1);
  for (const [index, part] of parts.entries()) {
    const above = firstSection < 0 || index < firstSection;
    const found = [...headingFacts(part), ...part.nodes.flatMap((node) => factsOf(node, part.role))];
    for (const { label, text, line } of found) {
      const key = above || line <= TOP ? factKey(label) : undefined;
      if (key !== undefined && !(key in facts) && !EMPTY.test(text))
        facts[key] = { text: text.slice(0, LONGEST), line };
    }
  }
  return facts;
}

const TOP = 40;
const LONGEST = 500;
const EMPTY = /^[\s\-–—?.…]*$|^(?:n\/?a|tbd|todo|none yet|unknown|<[^>]*>|\[[^\]]*\]|\{\{?[^}]*\}?\})$/i;

/** `## Date` above a short text. */
function headingFacts({ heading, title, nodes, bold }: Part): readonly Fact[] {
  const first = nodes[0];
  if (!heading || bold || heading.depth < 2 || (first?.type !== 'paragraph' && first?.type !== 'list'))
    return [];
  const text =
    first.type === 'list'
      ? itemsIn([first])
          .map(({ item }) => ownText(item))
          .join(', ')
      : lineText(first);
  return text.length > LONGEST / 2 ? [] : [{ label: title, text, line: startLine(heading) }];
}

function factsOf(node: RootContent, role: SectionRole | undefined): readonly Fact[] {
  switch (node.type) {
    case 'paragraph':
      return labelled(inlineText(node).split('\n'), startLine(node));
    case 'list':
      if (role === 'timeline' || role === 'actions' || role === 'lessons') return [];
      return itemsIn([node]).flatMap(({ item }) => fact(ownText(item), startLine(item)));
    case 'blockquote':
      return node.children.flatMap((child) => factsOf(child, role));
    case 'table':
      if (node.children[0]?.children.length !== 2) return [];
      return node.children.map((row) => {
        const [label, text] = row.children.map(lineText);
        return { label: label ?? '', text: text ?? '', line: startLine(row) };
      });
    default:
      return [];
  }
}

/** Lines with a label; a line without one continues the one before. */
function labelled(lines: readonly string[], firstLine: number): readonly Fact[] {
  const facts: Fact[] = [];
  for (const [index, line] of lines.entries()) {
    const [found] = fact(line, firstLine + index);
    const last = facts.at(-1);
    if (found) facts.push(found);
    else if (last)
      facts[facts.length - 1] = { ...last, text: `${last.text} ${line.trim()}`.slice(0, LONGEST) };
  }
  return facts;
}

function fact(text: string, line: number): readonly Fact[] {
  const [whole, label = ''] = /^\s*([^:：]{2,60}?)\s*[:：]\s*/.exec(text.slice(0, 100)) ?? [];
  return whole === undefined ? [] : [{ label, text: text.slice(whole.length).trim(), line }];
}
