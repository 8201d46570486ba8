/** Thrown by `plain` when a value is too large or refers to itself. */
export class TooLarge extends Error {
  override name = 'TooLarge';
}

/**
 * `value` as plain JSON that shares nothing with it: no dates, no `undefined`, no `__proto__` key, no number that JSON
 * cannot write. Throws `TooLarge` when there is more of it than any page needs, as when aliases multiply.
 */
export function plain(value: unknown): unknown {
  const budget = { left: MOST_VALUES };
  return copy(value, DEEPEST, budget);
}

const MOST_VALUES = 20_000;
const DEEPEST = 40;

function copy(value: unknown, depth: number, budget: { left: number }): unknown {
  budget.left -= 1;
  if (depth === 0 || budget.left < 0) throw new TooLarge();
  if (Array.isArray(value)) return value.map((item: unknown) => copy(item, depth - 1, budget));
  if (value instanceof Date) return dateText(value);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => key !== '__proto__')
        .map(([key, item]) => [key, copy(item, depth - 1, budget)]),
    );
  return leaf(value);
}

function leaf(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return null;
}

/** TOML dates print themselves as they were written, but with milliseconds. */
function dateText(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().replace(/(:\d\d)\.000/, '$1');
}
