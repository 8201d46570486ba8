import { describe, expect, test } from 'vitest';
import { momentOf, timesOutOfOrder } from '../../../src/core/schema/times.ts';

describe('a moment', () => {
  test.each([
    ['2026-03-14', '2026-03-14'],
    ['2026-03-14T21:05+01:00', '2026-03-14T21:05+01:00'],
    ['2026-03-14 21:05 +01:00', '2026-03-14T21:05+01:00'],
    ['2026-03-14T21:05:30.250+0100', '2026-03-14T21:05:30+01:00'],
    ['2026-3-14 9:05Z', '2026-03-14T09:05Z'],
    ['2026-03-14 21:05 UTC', '2026-03-14T21:05Z'],
    ['2026-03-14 21:05 UTC+2', '2026-03-14T21:05+02:00'],
    ['March 14, 2026', '2026-03-14'],
  ])('%s is %s', (text, iso) => {
    expect(momentOf(text)).toEqual({ iso, local: false, dateOnly: false });
  });

  test('without an offset keeps its local time', () => {
    expect(momentOf('2026-03-14 21:05')).toEqual({ iso: '2026-03-14T21:05', local: true, dateOnly: false });
  });

  test('whose time of day is not understood keeps its date and says so', () => {
    expect(momentOf('2026-03-14 21:05 CET')).toEqual({ iso: '2026-03-14', local: false, dateOnly: true });
  });

  test.each([
    '',
    'yesterday',
    '2026-03-14T25:00Z',
    '2026-03-14T21:60Z',
    '2026-03-14T21:05+20:00',
    '2026-02-30',
  ])('is unknown in "%s"', (text) => {
    expect(momentOf(text)).toBeUndefined();
  });
});

describe('times of an incident', () => {
  const lines = { began: 2, noticed: 3, mitigated: 4, ended: 5 };

  test('in order, in different zones and precisions, are sound', () => {
    const data = {
      began: '2026-03-14T23:50+01:00',
      noticed: '2026-03-14T23:10Z',
      mitigated: '2026-03-15T00:10Z',
      ended: '2026-03-15',
    };
    expect(timesOutOfOrder(data, lines)).toEqual([]);
    expect(timesOutOfOrder({ began: '2026-03-14T20:00', ended: '2026-03-14T20:00' }, lines)).toEqual([]);
    expect(timesOutOfOrder({ began: 'Saturday', ended: '2026-03-14' }, lines)).toEqual([]);
  });

  test('that contradict each other are an error, though a date lies between them', () => {
    const data = { began: '2026-03-14T23:50+01:00', noticed: '2026-03-14', ended: '2026-03-14T00:40+01:00' };
    expect(timesOutOfOrder(data, lines)).toMatchInlineSnapshot(`
      [
        {
          "hint": "An incident is noticed after it began, mitigated after that, and ended last: mend the time that is wrong.",
          "line": 5,
          "message": "\`ended\` (2026-03-14T00:40+01:00) is before \`began\` (2026-03-14T23:50+01:00).",
          "rule": "times-out-of-order",
          "severity": "error",
        },
      ]
    `);
  });

  test('are compared in their zones', () => {
    const data = {
      began: '2026-03-14T21:05+01:00',
      noticed: '2026-03-14T21:00Z',
      ended: '2026-03-14T21:30+01:00',
    };
    expect(timesOutOfOrder(data, {}).map(({ line, message }) => `${line} ${message}`)).toMatchInlineSnapshot(`
      [
        "1 \`ended\` (2026-03-14T21:30+01:00) is before \`noticed\` (2026-03-14T21:00Z).",
      ]
    `);
  });
});
