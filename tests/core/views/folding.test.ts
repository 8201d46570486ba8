import { expect, test } from 'vitest';
import { seenAtOnce } from '../../../src/core/views/folding.ts';

test.each([
  ['a list that is not long is seen whole', [20, 20], [20, 20]],
  ['the first groups of a long one are seen', [8, 8, 8, 31], [8, 8, 0, 0]],
  ['once one is folded, so are the next ones', [10, 40, 1], [10, 0, 0]],
  ['a first group that is too long is cut', [100, 2], [16, 0]],
  ['nothing is nothing', [], []],
])('%s', (_, sizes, seen) => {
  expect(seenAtOnce(sizes)).toEqual(seen);
});
