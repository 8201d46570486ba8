import { momentOf } from '../src/core/schema/times.ts';
import { WrongUse } from './command.ts';

/** When something was: the day, and the minute with its offset where it is known. */
export type When = Readonly<{ day: string; moment: string }>;

/** `time` on the clock of this machine: `2026-03-14T21:05+01:00`. */
export function whenOf(time: Date): When {
  const offset = -time.getTimezoneOffset();
  const local = new Date(time.getTime() + offset * 60_000).toISOString().slice(0, 16);
  const hours = two(Math.trunc(Math.abs(offset) / 60));
  const zone = `${offset < 0 ? '-' : '+'}${hours}:${two(Math.abs(offset) % 60)}`;
  return { day: local.slice(0, 10), moment: `${local}${zone}` };
}

/** A day or a minute as a person wrote it; without an offset, on the clock of this machine. */
export function readWhen(text: string): When {
  const moment = momentOf(text);
  if (!moment || moment.dateOnly)
    throw new WrongUse(
      `\`${text}\` is not a date. Write a day, or the minute with its offset, such as 2026-03-14T21:05+01:00.`,
    );
  return moment.local ? whenOf(new Date(moment.iso)) : { day: moment.iso.slice(0, 10), moment: moment.iso };
}

const two = (number: number) => String(number).padStart(2, '0');
