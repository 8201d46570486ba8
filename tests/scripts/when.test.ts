import { afterEach, beforeEach, expect, test } from 'vitest';
import { whenOf, readWhen } from '../../scripts/when.ts';

let zone: string | undefined;
beforeEach(() => void (zone = process.env.TZ));
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

test.each([
  ['Europe/Berlin', '2026-03-14T21:05+01:00'],
  ['America/St_Johns', '2026-03-14T17:35-02:30'],
  ['Asia/Kolkata', '2026-03-15T01:35+05:30'],
  ['UTC', '2026-03-14T20:05+00:00'],
])('now in %s has the local minute and its offset', (name, moment) => {
  process.env.TZ = name;
  expect(whenOf(new Date('2026-03-14T20:05:59Z'))).toEqual({ day: moment.slice(0, 10), moment });
});

test('a minute without an offset is one on this clock', () => {
  process.env.TZ = 'Europe/Berlin';
  expect(readWhen('2026-07-14 21:05')).toEqual({ day: '2026-07-14', moment: '2026-07-14T21:05+02:00' });
});

test('a day or a minute is taken as it was written', () => {
  expect(readWhen('2024-02-29')).toEqual({ day: '2024-02-29', moment: '2024-02-29' });
  expect(readWhen('2026-03-14T21:05Z')).toEqual({ day: '2026-03-14', moment: '2026-03-14T21:05Z' });
});

test.each(['yesterday', '2026-02-30', '2026-03-14T25:05Z', ''])('%j is no date', (text) => {
  expect(() => readWhen(text)).toThrow(/is not a date/);
});
