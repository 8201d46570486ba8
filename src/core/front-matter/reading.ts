/** What a parser made of a text. Lines count from 1 within that text. */
export type Reading = Readonly<{
  /** Plain JSON, `null` when there is none or when it is broken. */
  value: unknown;
  /** Line of each top-level key. */
  lines: Readonly<Record<string, number>>;
  /** Line of each key of a top-level map, by `key.inner`. */
  inner?: Readonly<Record<string, number>>;
  problems: readonly Problem[];
}>;

/**
 * `what` is a clause that never quotes a value, for values may be secrets. After a `fatal` one there is no value.
 */
export type Problem = Readonly<{ what: string; hint: string; line: number; fatal: boolean }>;

export function failed(what: string, hint: string, line: number): Reading {
  return { value: null, lines: {}, problems: [{ what, hint, line, fatal: true }] };
}

export const TOO_LARGE = {
  what: 'it is too large, too deep, or refers to itself',
  hint: 'Keep front matter small: facts of the page as `key: value` lines, everything else in the text below.',
} as const;
