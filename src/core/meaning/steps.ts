import type { Heading, ListItem } from 'mdast';
import { hashOf } from '../hash.ts';
import type { SectionRole } from '../model/parsed.ts';
import { itemsIn, startLine, type Item } from './items.ts';
import type { Part } from './outline.ts';
import { ownText } from './plain-text.ts';

/** A step before the id of its heading is known. */
export type FoundStep = Readonly<{
  id: string;
  item: ListItem;
  text: string;
  heading: Heading | undefined;
  line: number;
  done?: boolean;
}>;

/** Ordered and task-list items of a page, outside sections that mean something else. */
export function findSteps(parts: readonly Part[]): readonly FoundStep[] {
  const seen = new Map<string, number>();
  const steps: FoundStep[] = [];
  for (const { nodes, heading, title, role } of parts) {
    if (role !== undefined && OTHER.has(role)) continue;
    for (const { item } of itemsIn(nodes).filter(isStep)) {
      const text = ownText(item);
      const hash = hashOf(`${title}\n${text}`);
      const count = (seen.get(hash) ?? 0) + 1;
      seen.set(hash, count);
      const id = count === 1 ? hash : `${hash}-${count}`;
      const done = typeof item.checked === 'boolean' ? { done: item.checked } : {};
      steps.push({ id, item, text, heading, line: startLine(item), ...done });
    }
  }
  return steps;
}

const OTHER: ReadonlySet<SectionRole> = new Set([
  'impact',
  'cause',
  'trigger',
  'question',
  'timeline',
  'actions',
  'lessons',
  'well',
  'wrong',
  'lucky',
  'symptoms',
]);

function isStep({ item, ordered }: Item): boolean {
  if (typeof item.checked === 'boolean') return true;
  return ordered && item.children.length > 0 && !isContentsEntry(item);
}

/** An entry of a hand-made table of contents: one link within the page. */
function isContentsEntry({ children: [first] }: ListItem): boolean {
  const [link, more] = first?.type === 'paragraph' ? first.children : [];
  return link?.type === 'link' && link.url.startsWith('#') && more === undefined;
}
