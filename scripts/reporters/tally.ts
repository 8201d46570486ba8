import type { Finding, Severity } from '../../src/core/model/finding.ts';

/** `2 errors, 1 warning in 3 files (broken-link 2, unknown-key 1)` */
export function tally(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'No findings.';
  const files = new Set(findings.map(({ place }) => place.path)).size;
  const severities = countBy(findings, ({ severity }) => severity);
  const counts = SEVERITIES.flatMap((severity) => {
    const count = severities.get(severity);
    return count === undefined ? [] : [plural(count, severity)];
  });
  const rules = [...countBy(findings, ({ rule }) => rule)]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([rule, count]) => `${rule} ${count}`);
  return `${counts.join(', ')} in ${plural(files, 'file')} (${rules.join(', ')})`;
}

/** Whether a reader would be told something untrue or unsafe. */
export const hasErrors = (findings: readonly Finding[]) =>
  findings.some(({ severity }) => severity === 'error');

/** `1 file`, `2 files` */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'hint'];

function countBy<T>(findings: readonly Finding[], key: (finding: Finding) => T): Map<T, number> {
  const counts = new Map<T, number>();
  for (const finding of findings) counts.set(key(finding), (counts.get(key(finding)) ?? 0) + 1);
  return counts;
}
