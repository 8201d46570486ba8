import type { Flaw } from '../model/finding.ts';
import { dateOf, isoDate } from './dates.ts';

/**
 * A moment as precisely as it was written: `2026-03-14`, `2026-03-14T21:05+01:00`, or, when `local`, `2026-03-14T21:05`
 * with the offset unknown. After `dateOnly` there was more in the text than could be read.
 */
export type Moment = Readonly<{ iso: string; local: boolean; dateOnly: boolean }>;

/** Reads a date, or a date and a time of day, with or without an offset; undefined when there is no date in it. */
export function momentOf(text: string): Moment | undefined {
  const match = MOMENT.exec(text.trim());
  if (!match) {
    const date = dateOf(text);
    return date === undefined ? undefined : { iso: date, local: false, dateOnly: /\d:\d\d/.test(text) };
  }
  const [, year = '', month = '', day = '', hour, minute = '', second, zone, offset] = match;
  const date = isoDate(year, month, day);
  if (!date) return undefined;
  if (hour === undefined) return { iso: date, local: false, dateOnly: false };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined;
  const time = `${date}T${hour.padStart(2, '0')}:${minute}${second === undefined ? '' : `:${second}`}`;
  if (offset === undefined && zone === undefined) return { iso: time, local: true, dateOnly: false };
  const written = offset === undefined ? 'Z' : offsetOf(offset);
  return written === undefined ? undefined : { iso: time + written, local: false, dateOnly: false };
}

/** Times of an incident that contradict each other. Dates without a time are compared as dates. */
export function timesOutOfOrder(
  data: Readonly<Record<string, unknown>>,
  lines: Readonly<Record<string, number>>,
): Flaw[] {
  const known = ORDER.flatMap((key) => {
    const value = data[key];
    return typeof value === 'string' && MOMENT.test(value) ? [{ key, value }] : [];
  });
  return known.flatMap(({ key, value }, index) => {
    const earlier = known.slice(0, index).find((other) => isBefore(value, other.value));
    if (!earlier) return [];
    return [
      {
        rule: 'times-out-of-order',
        severity: 'error',
        line: (Object.hasOwn(lines, key) ? lines[key] : undefined) ?? 1,
        message: `\`${key}\` (${value}) is before \`${earlier.key}\` (${earlier.value}).`,
        hint: 'An incident is noticed after it began, mitigated after that, and ended last: mend the time that is wrong.',
      },
    ];
  });
}

const ORDER = ['began', 'noticed', 'mitigated', 'ended'] as const;

const MOMENT =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:(?:T| {1,3}|, ?)(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)? ?(Z|UTC|GMT)? ?([+-]\d{1,2}(?::?\d\d)?)?)?$/i;

function offsetOf(text: string): string | undefined {
  const [, sign = '+', hours = '', minutes = '00'] = /^([+-])(\d{1,2}):?(\d\d)?$/.exec(text) ?? [];
  if (Number(hours) > 14 || Number(minutes) > 59) return undefined;
  return `${sign}${hours.padStart(2, '0')}:${minutes}`;
}

const DATE = 10;
const MINUTE = 16;

function isBefore(a: string, b: string): boolean {
  if (a.length === DATE || b.length === DATE) return a.slice(0, DATE) < b.slice(0, DATE);
  if (hasOffset(a) && hasOffset(b)) return Date.parse(a) < Date.parse(b);
  return a.slice(0, MINUTE) < b.slice(0, MINUTE);
}

const hasOffset = (iso: string): boolean => /(?:Z|[+-]\d\d:\d\d)$/.test(iso);
