/** A line of a file of the lab. `path` is relative to the lab with `/`, `line` counts from 1. */
export type Place = Readonly<{ path: string; line: number }>;

/** `error`: the page says something untrue or unsafe. `warning`: a reader will stumble. `hint`: could be better. */
export type Severity = 'error' | 'warning' | 'hint';

/** What is wrong, where, and what to write instead. `rule` is permanent and has a page in `docs/rules/`. */
export type Finding = Readonly<{
  rule: string;
  severity: Severity;
  place: Place;
  message: string;
  hint?: string;
}>;

/** A finding of one file alone: its path is known to whoever holds the file. */
export type Flaw = Readonly<Omit<Finding, 'place'> & { line: number }>;
