import type { ElementContent } from 'hast';

/** The words of a task with its days as times, which do not break at their hyphens. */
export const withTaskDates = (children: readonly ElementContent[]): ElementContent[] =>
  children.flatMap((child) => {
    if (child.type === 'element' && child.tagName === 'p')
      return [{ ...child, children: withTaskDates(child.children) }];
    if (child.type !== 'text') return [child];
    return child.value.split(DAY).map((part, index): ElementContent => {
      const text = { type: 'text' as const, value: part };
      if (index % 2 === 0) return text;
      return { type: 'element', tagName: 'time', properties: { dateTime: part }, children: [text] };
    });
  });

const DAY = /(?<![\d-])(\d{4}-\d{2}-\d{2})(?![\d-])/;
