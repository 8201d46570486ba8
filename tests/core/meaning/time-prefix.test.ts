import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timePrefix } from '../../../src/core/meaning/time-prefix.ts';

describe.each([
  ['21:05 fell over', '21:05', 'fell over'],
  ['21:05 UTC – fell over', '21:05 UTC', 'fell over'],
  ['21:05:33: fell over', '21:05:33', 'fell over'],
  ['[21:05] fell over', '21:05', 'fell over'],
  ['~21:05 fell over', '21:05', 'fell over'],
  ['ca. 21:05 fell over', '21:05', 'fell over'],
  ['9:05 pm | fell over', '9:05 pm', 'fell over'],
  ['9pm fell over', '9pm', 'fell over'],
  ['21 Uhr fell over', '21 Uhr', 'fell over'],
  ['21h05 fell over', '21h05', 'fell over'],
  ['21:05 (JST) fell over', '21:05 JST', 'fell over'],
  ['21:05 +01:00 fell over', '21:05 +01:00', 'fell over'],
  ['2026-03-14 21:05 fell over', '2026-03-14 21:05', 'fell over'],
  ['2026-03-14 - ~21:05 UTC: fell over', '2026-03-14 21:05 UTC', 'fell over'],
  ['2026-03-14T21:05+01:00 fell over', '2026-03-14T21:05 +01:00', 'fell over'],
  ['2026-03-14T21:05:00Z fell over', '2026-03-14T21:05:00 Z', 'fell over'],
  ['14.03.2026, 21:05 Uhr: fell over', '14.03.2026 21:05 Uhr', 'fell over'],
  ['14. März 2026 um 21:05 fell over', '14. März 2026 21:05', 'fell over'],
  ['Sat March 14th 21:05 fell over', 'Sat March 14th 21:05', 'fell over'],
  ['14 de marzo de 2026 21:05 fell over', '14 de marzo de 2026 21:05', 'fell over'],
  ['2026年3月14日 21:05 fell over', '2026年3月14日 21:05', 'fell over'],
  ['2026-03-14: fell over', '2026-03-14', 'fell over'],
  ['March 14, 2026 – fell over', 'March 14, 2026', 'fell over'],
  ['T+5m fell over', 'T+5m', 'fell over'],
  ['T-10 min: fell over', 'T-10 min', 'fell over'],
])('%s', (text, at, rest) => {
  test('begins with a time', () => expect(timePrefix(text)).toMatchObject({ at, rest }));
});

test.each([
  ['21:05–21:10 fell over', { at: '21:05', until: '21:10', rest: 'fell over' }],
  ['21:05 to 21:10 UTC: fell over', { at: '21:05 UTC', until: '21:10 UTC', rest: 'fell over' }],
  ['9:05 am - 10:00 am fell over', { at: '9:05 am', until: '10:00 am', rest: 'fell over' }],
])('%s is a range', (text, expected) => expect(timePrefix(text)).toMatchObject(expected));

test.each([
  '',
  'fell over at 21:05',
  '99:05 x',
  '1.10 was released',
  '5 minutes later',
  '1/2 of it',
  '21:0',
  '192.168.1.1 is down',
  'Mayor 5 came',
  '2026 was long',
  'a:b',
  '10:4000 ports',
])('%j begins with no time', (text) => expect(timePrefix(text)).toBeUndefined());

test('reads any text in bounded time, and what it reads stands in it', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom(
      '21',
      ':',
      '05',
      '2026-03-14',
      'T',
      ' ',
      '+01:00',
      'UTC',
      ' – ',
      'pm',
      '[',
      'March ',
      '14',
      ', ',
      '年',
      '1'.repeat(5000),
    ),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      const found = timePrefix(text);
      if (!found) return;
      expect(found.at).toMatch(/\d/);
      expect(text).toContain(found.rest);
      for (const word of found.at.split(' ')) expect(text).toContain(word);
    }),
  );
}, 30_000);
