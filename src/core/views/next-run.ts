import type { Id, Page } from '../model/lab.ts';
import { minutesOf } from '../schema/durations.ts';
import type { LabIndex } from './lab-index.ts';

/** When a drill is due again, or the drill that has repeated it since. */
export type NextRun = Readonly<{ due: string } | { by: Page }>;

export function nextRunOf(index: LabIndex, drill: Page): NextRun | undefined {
  const due = dueAgain(drill.data);
  if (due === undefined) return undefined;
  const by = repetitionOf(index, drill);
  return by ? { by } : { due };
}

/** The day that follows the last run by the time that is to pass; a planned drill is due on its own day. */
export function dueAgain({ date, status, repeat_every: every }: Page['data']): string | undefined {
  if (typeof date !== 'string' || typeof every !== 'string' || status === 'planned') return undefined;
  const day = date.slice(0, 10);
  const [, count, unit] = MONTHS.exec(every.trim()) ?? [];
  if (unit !== undefined) return plusMonths(day, Number(count ?? 1) * (MONTHS_IN[unit.charAt(0)] ?? 1));
  const minutes = minutesOf(every);
  const start = Date.parse(day);
  return minutes === undefined || Number.isNaN(start) || minutes > LONGEST
    ? undefined
    : new Date(start + minutes * 60_000).toISOString().slice(0, 10);
}

/** The newest drill that was done since, when everything that this one rehearses has been rehearsed again. */
function repetitionOf(index: LabIndex, drill: Page): Page | undefined {
  const things = (index.from.get(drill.id) ?? []).flatMap(({ to, relation }) =>
    relation === 'rehearses' ? [to] : [],
  );
  const later = things.map((thing) => laterDrills(index, thing, dateOf(drill)));
  if (later.some((drills) => drills.length === 0)) return undefined;
  return later.flat().toSorted((a, b) => (dateOf(a) < dateOf(b) ? 1 : -1))[0];
}

const laterDrills = (index: LabIndex, thing: Id, day: string): readonly Page[] =>
  (index.to.get(thing) ?? []).flatMap(({ from, relation }) => {
    const page = relation === 'rehearses' ? index.pages.get(from) : undefined;
    if (page?.kind !== 'drill' || page.private || page.data['status'] === 'planned') return [];
    return dateOf(page) > day ? [page] : [];
  });

const dateOf = ({ data: { date } }: Page): string => (typeof date === 'string' ? date : '');

/** Months are counted by the calendar: six months after 11 April is 11 October. */
const MONTHS = /^(?:every\s+)?(\d+)?\s*(months?|years?|quarters?)$/i;
const MONTHS_IN: Readonly<Record<string, number>> = { m: 1, q: 3, y: 12, M: 1, Q: 3, Y: 12 };
const LONGEST = 100 * 365 * 24 * 60;

function plusMonths(day: string, months: number): string | undefined {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const then = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)));
  return Number.isNaN(then.getTime()) || then.getUTCFullYear() > 9999
    ? undefined
    : then.toISOString().slice(0, 10);
}
