import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateInPath, dateOf } from '../../../src/core/schema/dates.ts';

describe('the date of a text', () => {
  test.each([
    '2026-03-14',
    'Date: 2026-3-14, 21:05',
    '2026/03/14',
    '2026.03.14',
    'March 14, 2026',
    'Sat, Mar 14th 2026 at 9 pm',
    '14 March 2026',
    'on the 14th of March, 2026',
    '14.03.2026',
    '14. 3. 2026',
    '14. März 2026',
    '14 mars 2026',
    '14 de marzo de 2026',
    '14 de março de 2026',
    '2026年3月14日',
    '2026년 3월 14일',
    '20260314',
    '14/03/2026',
    '03/14/2026',
    '14-03-2026',
    '2026-03-14 to 2026-03-15',
  ])('%s', (text) => {
    expect(dateOf(text)).toBe('2026-03-14');
  });

  test.each([
    '',
    '03/04/2026',
    '03/04/2026, written down on 2026-04-05',
    '2026-02-30',
    '2026-03',
    'March 2026',
    'Margin 14, 2026',
    '192.168.10.2026',
    'ticket 120260314',
    '0000-00-00',
    '9999-12-31',
  ])('is unknown in "%s"', (text) => {
    expect(dateOf(text)).toBeUndefined();
  });

  test('is a day of the calendar or unknown, whatever the text', () => {
    const parts = fc.constantFrom(
      '-',
      '/',
      '.',
      ' ',
      '年',
      '月',
      '日',
      'March',
      'th',
      ',',
      '2026',
      '14',
      '3',
      '31',
      'é',
    );
    fc.assert(
      fc.property(
        fc.array(parts, { maxLength: 12 }).map((list) => list.join('')),
        (text) => {
          const date = dateOf(text);
          if (date !== undefined) expect(new Date(date).toISOString()).toBe(`${date}T00:00:00.000Z`);
        },
      ),
    );
  });

  test('takes no time to find in a long text', () => {
    for (const part of ['1', '1 ', '2026-', 'a ', 'ä', '１'])
      expect(dateOf(part.repeat(1_000_000))).toBeUndefined();
  });
});

describe('the date of a path', () => {
  test.each([
    ['postmortems/2026-03-14-the-only-dns.md', '2026-03-14'],
    ['incidents/20260314 dns.md', '2026-03-14'],
    ['incidents/2026_03_14.md', '2026-03-14'],
    ['blog/2026/03/14/dns.md', '2026-03-14'],
    ['2026-03-14/2026-03-15-follow-up.md', '2026-03-15'],
    ['2022-06/dns.md', undefined],
    ['2022-06/14-dns.md', undefined],
    ['logs/1234567890.md', undefined],
    ['2026-13-14.md', undefined],
  ])('%s', (path, date) => {
    expect(dateInPath(path)).toBe(date);
  });
});
