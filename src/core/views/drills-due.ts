import type { Page } from '../model/lab.ts';
import type { LabIndex } from './lab-index.ts';
import { dueAgain } from './next-run.ts';
import { sortedBy } from './order.ts';
import { dayOf } from './related.ts';
import { pageRow, type Row } from './rows.ts';

/**
 * The drills that are to be done, the next one first: planned ones, and those that come again, unless a later drill has
 * broken the same things.
 */
export function drillsDue(index: LabIndex): Row[] {
  const drills = index.lab.pages.filter((page) => page.kind === 'drill' && !page.private);
  const lastDone = new Map<string, string>();
  for (const page of drills.filter(isDone))
    for (const thing of rehearsed(index, page))
      lastDone.set(thing, [lastDone.get(thing) ?? '', dayOf(page) ?? ''].toSorted().at(-1) ?? '');
  const due = drills.flatMap((page) => {
    const day = dueDay(page);
    const things = rehearsed(index, page);
    const superseded =
      things.length > 0 && things.every((thing) => (lastDone.get(thing) ?? '') > (dayOf(page) ?? ''));
    return day === undefined || superseded ? [] : [{ page, day }];
  });
  return sortedBy(due, ({ page, day }) => [day, page.path]).map(({ page, day }) => {
    const row = pageRow(index, page);
    return { ...row, date: undefined, bits: [{ type: 'due', text: day }, ...row.bits] };
  });
}

const isDone = (page: Page): boolean => page.data['status'] !== 'planned';

/** The day of a planned drill, or the day on which one that was done comes again. */
const dueDay = (page: Page): string | undefined => (isDone(page) ? dueAgain(page.data) : dayOf(page));

const rehearsed = (index: LabIndex, { id }: Page): string[] =>
  (index.from.get(id) ?? []).flatMap(({ relation, to }) => (relation === 'rehearses' ? [to] : []));
