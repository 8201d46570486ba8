import type { PageData } from '../model/lab.ts';

/** One of the times of an incident; `after` counts the minutes since it began, where both are known to the minute. */
export type Moment = Readonly<{
  key: (typeof MOMENTS)[number];
  at: string;
  /** It was on the day that it began, so that the hour says enough. */
  sameDay: boolean;
  after: number | undefined;
}>;

export const MOMENTS = ['began', 'noticed', 'mitigated', 'ended'] as const;

/** The times that a postmortem gives, in order; none where a day is all it says. */
export function momentsOf(data: PageData): Moment[] {
  const began = timeIn(data, 'began');
  const moments = MOMENTS.flatMap((key): Moment[] => {
    const at = timeIn(data, key);
    if (at === undefined) return [];
    const sameDay = at.length > 10 && at.slice(0, 10) === began?.slice(0, 10);
    return [{ key, at, sameDay, after: key === 'began' ? undefined : minutesBetween(began, at) }];
  });
  return moments.length > 1 || (moments[0]?.at.length ?? 0) > 10 ? moments : [];
}

/** Minutes from one time to another, when both are known to the minute and in the same way. */
export function minutesBetween(began: unknown, ended: unknown): number | undefined {
  if (typeof began !== 'string' || typeof ended !== 'string') return undefined;
  const [from, to] = [began, ended].map((time) => MINUTE.exec(time));
  if (!from || !to || (from[1] === undefined) !== (to[1] === undefined)) return undefined;
  const [start, end] = [began, ended].map((time) => Date.parse(from[1] === undefined ? `${time}Z` : time));
  const count = Math.round(((end ?? Number.NaN) - (start ?? Number.NaN)) / 60_000);
  return count > 0 ? count : undefined;
}

const MINUTE = /^\d{4}-\d{2}-\d{2}T[\d:]+(Z|[+-][\d:]+)?$/;

const timeIn = (data: PageData, key: string): string | undefined => {
  const time = data[key];
  return typeof time === 'string' && /^\d{4}-\d{2}-\d{2}/.test(time) ? time : undefined;
};
