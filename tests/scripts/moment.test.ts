import { afterEach, beforeEach, expect, test } from 'vitest';
import { momentOf, readMoment } from '../../scripts/moment.ts';

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
  expect(momentOf(new Date('2026-03-14T20:05:59Z'))).toEqual({ day: moment.slice(0, 10), moment });
});

test('a day or a minute is taken as it was written', () => {
  expect(readMoment('2024-02-29')).toEqual({ day: '2024-02-29', moment: '2024-02-29' });
  expect(readMoment('2026-03-14T21:05Z')).toEqual({ day: '2026-03-14', moment: '2026-03-14T21:05Z' });
});

test.each(['yesterday', '2026-02-30', '2026-3-1', '2026-03-14T21:05', '2026-03-14T25:05Z', ''])(
  '%j is no date',
  (text) => {
    expect(() => readMoment(text)).toThrow(/is not a date/);
  },
);
