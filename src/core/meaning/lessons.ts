import type { Lesson, LessonGroup } from '../model/parsed.ts';
import { itemsIn, startLine } from './items.ts';
import type { Part } from './outline.ts';
import { lineText, ownText } from './plain-text.ts';

/** What was learnt: the items below such headings, or their paragraphs where there is no list. */
export function findLessons(parts: readonly Part[]): readonly Lesson[] {
  return parts.flatMap(({ role, nodes }) => {
    const group = role === 'lessons' ? 'lesson' : role;
    if (!isGroup(group)) return [];
    const items = itemsIn(nodes).filter(({ depth }) => depth === 0);
    const said =
      items.length > 0
        ? items.map(({ item }) => ({ text: ownText(item), line: startLine(item) }))
        : nodes
            .filter((node) => node.type === 'paragraph')
            .map((node) => ({ text: lineText(node), line: startLine(node) }));
    return said
      .filter(({ text }) => text !== '')
      .map(({ text, line }) => ({ text: text.slice(0, LONGEST), group, line }));
  });
}

const LONGEST = 1000;

const isGroup = (role: string | undefined): role is LessonGroup =>
  role === 'lesson' || role === 'well' || role === 'wrong' || role === 'lucky';
