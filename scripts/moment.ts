import { WrongUse } from './command.ts';

/** When something was: the day, and the minute with its offset where it is known. */
export type Moment = Readonly<{ day: string; moment: string }>;

/** `now` on the clock of this machine: `2026-03-14T21:05+01:00`. */
export function momentOf(now: Date): Moment {
  const offset = -now.getTimezoneOffset();
  const local = new Date(now.getTime() + offset * 60_000).toISOString().slice(0, 16);
  const hours = two(Math.trunc(Math.abs(offset) / 60));
  const zone = `${offset < 0 ? '-' : '+'}${hours}:${two(Math.abs(offset) % 60)}`;
  return { day: local.slice(0, 10), moment: `${local}${zone}` };
}

/** A day, or a minute with its offset, as a person wrote it. */
export function readMoment(text: string): Moment {
  const day = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(Z|[+-]\d{2}:\d{2}))?$/.exec(text)?.[1];
  if (day === undefined || !exists(day) || Number.isNaN(Date.parse(text)))
    throw new WrongUse(
      `\`${text}\` is not a date. Write a day, or the minute with its offset, such as 2026-03-14T21:05+01:00.`,
    );
  return { day, moment: text };
}

const two = (number: number) => String(number).padStart(2, '0');

/** `Date` takes the 30th of February for a day in March. */
const exists = (day: string) => new Date(`${day}T00:00Z`).toJSON()?.startsWith(day) === true;
