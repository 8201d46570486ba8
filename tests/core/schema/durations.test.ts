import { expect, test } from 'vitest';
import { minutesOf } from '../../../src/core/schema/durations.ts';

test.each([
  ['15m', 15],
  ['4h', 240],
  ['1h 30m', 90],
  ['1 hour and 30 minutes', 90],
  ['1,5 h', 90],
  ['7d', 10_080],
  ['6 months', 259_200],
  ['3 Monate', 129_600],
  ['quarterly', 129_600],
  ['every 2 weeks', 20_160],
  ['a day', 1_440],
  ['P1DT2H', 1_560],
  ['PT30M', 30],
  ['none', 0],
])('%s is %d minutes', (text, minutes) => {
  expect(minutesOf(text)).toBe(minutes);
});

test.each(['', 'soon', 'PT', 'p', '4', '4 parsecs', '-4h', '4h-ish'])('"%s" says no duration', (text) => {
  expect(minutesOf(text)).toBeUndefined();
});
