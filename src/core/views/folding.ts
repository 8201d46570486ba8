/**
 * How many rows of each group are seen before anything is unfolded: all of a list that is not long; else those of the first
 * groups, of which the first may be cut, and none of the others.
 */
export function seenAtOnce(sizes: readonly number[]): number[] {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  if (all <= LONG) return [...sizes];
  let left = MOST;
  return sizes.map((size, at) => {
    const seen = at === 0 ? Math.min(size, left) : size <= left ? size : 0;
    left = seen === size ? left - seen : 0;
    return seen;
  });
}

const LONG = 40;
/** On a phone, rows of a few lines each fill several screens. */
const MOST = 16;
