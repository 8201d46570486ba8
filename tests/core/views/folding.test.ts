import { expect, test } from 'vitest';
import { seenAtOnce } from '../../../src/core/views/folding.ts';

test.each([
  ['a list that is not long is seen whole', [30, 30], [30, 30]],
  ['the first groups of a long one are seen', [10, 10, 10, 31], [10, 10, 0, 0]],
  ['once one is folded, so are the next ones', [20, 40, 1], [20, 0, 0]],
  ['a first group that is too long is cut', [100, 2], [24, 0]],
  ['nothing is nothing', [], []],
])('%s', (_, sizes, seen) => {
  expect(seenAtOnce(sizes)).toEqual(seen);
});
