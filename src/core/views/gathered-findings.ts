import type { Finding, Place, Severity } from '../model/finding.ts';
import { sortedBy } from './order.ts';

/** One thing that is wrong, and the lines that have it. */
export type Gathered = Readonly<{
  rule: string;
  severity: Severity;
  message: string;
  hint: string | undefined;
  /** The first of them. */
  places: readonly Place[];
  all: number;
}>;

/** What one rule found. A few of `all` things are shown: who mends the first of many asks `check` for the rest. */
export type FoundByRule = Readonly<{
  rule: string;
  findings: number;
  rows: readonly Gathered[];
  /** How many of the rows are seen before the rest is unfolded. */
  seen: number;
  all: number;
}>;

/** Findings by rule, the worst first; the same words in several places are one row. */
export function gatheredFindings(findings: readonly Finding[]): FoundByRule[] {
  const byRule = [...Map.groupBy(findings, ({ rule }) => rule)].map(([rule, found]) => {
    const rows = gathered(found);
    return { rule, findings: found.length, rows: rows.slice(0, MOST), all: rows.length };
  });
  const shown = byRule.reduce((sum, { rows }) => sum + rows.length, 0);
  const folded = byRule.map((one) => ({ ...one, seen: shown <= FEW ? one.rows.length : FIRST }));
  return sortedBy(folded, ({ rule, rows }) => [
    String(Math.min(...rows.map(({ severity }) => RANKS[severity]))),
    rule,
  ]);
}

/** The same words in several places are one row; otherwise the order stays. */
export const gathered = (findings: readonly Finding[]): Gathered[] =>
  [
    ...Map.groupBy(findings, ({ severity, message, hint }) => JSON.stringify([severity, message, hint])),
  ].flatMap(([, same]) => {
    const [first] = same;
    if (!first) return [];
    const { rule, severity, message, hint } = first;
    const places = same.slice(0, MOST_PLACES).map(({ place }) => place);
    return [{ rule, severity, message, hint, places, all: same.length }];
  });

const MOST = 60;
/** As many as are read without folding, and the first of each rule in a longer list. */
const FEW = 24;
const FIRST = 3;
const MOST_PLACES = 5;
const RANKS = { error: 0, warning: 1, hint: 2 } as const satisfies Record<Severity, number>;
