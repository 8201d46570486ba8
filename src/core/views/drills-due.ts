import type { Page } from '../model/lab.ts';
import { minutesOf } from '../schema/durations.ts';
import type { LabIndex } from './lab-index.ts';
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
function dueDay(page: Page): string | undefined {
  const day = dayOf(page);
  if (day === undefined || !isDone(page)) return day;
  const minutes = minutesOf(String(page.data['repeat_every'] ?? ''));
  const next = new Date(Date.parse(day) + (minutes ?? Number.NaN) * 60_000);
  // No calendar of people goes beyond four digits.
  return next.getTime() < LATEST ? next.toISOString().slice(0, 10) : undefined;
}

const LATEST = Date.UTC(9999, 0);

const rehearsed = (index: LabIndex, { id }: Page): string[] =>
  (index.from.get(id) ?? []).flatMap(({ relation, to }) => (relation === 'rehearses' ? [to] : []));
