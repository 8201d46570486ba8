import { expect, test } from 'vitest';
import { minutesBetween, momentsOf } from '../../../src/core/views/incident-times.ts';

test('the times of an incident count from its beginning', () => {
  const moments = momentsOf({
    began: '2026-03-14T23:05+01:00',
    noticed: '2026-03-14T23:12+01:00',
    ended: '2026-03-15T00:27+01:00',
  });
  expect(moments).toEqual([
    { key: 'began', at: '2026-03-14T23:05+01:00', sameDay: true, after: undefined },
    { key: 'noticed', at: '2026-03-14T23:12+01:00', sameDay: true, after: 7 },
    { key: 'ended', at: '2026-03-15T00:27+01:00', sameDay: false, after: 82 },
  ]);
});

test('a day alone is no time of day, and says nothing that the header does not', () => {
  expect(momentsOf({ began: '2026-03-14' })).toEqual([]);
  expect(momentsOf({})).toEqual([]);
  expect(momentsOf({ began: '2026-03-14', ended: '2026-03-16' }).map(({ after }) => after)).toEqual([
    undefined,
    undefined,
  ]);
});

test('times are compared only when both are known in the same way', () => {
  expect(minutesBetween('2026-03-14T20:00', '2026-03-14T20:30')).toBe(30);
  expect(minutesBetween('2026-03-14T20:00+01:00', '2026-03-14T20:30Z')).toBe(90);
  expect(minutesBetween('2026-03-14T20:00', '2026-03-14T20:30Z')).toBeUndefined();
  expect(minutesBetween('2026-03-14T20:30Z', '2026-03-14T20:00Z')).toBeUndefined();
});
