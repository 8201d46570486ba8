import type { Finding } from '../model/finding.ts';
import type { Lab } from '../model/lab.ts';

/** The lab with findings that only came to light after it was built, in their places. */
export const withFindings = (lab: Lab, more: readonly Finding[]): Lab =>
  more.length === 0
    ? lab
    : {
        ...lab,
        findings: [
          ...lab.findings,
          ...more.filter(({ rule }) => !lab.config.ignoreRules.includes(rule)),
        ].sort(byPlace),
      };

/** Order of findings: by file, line, rule and words. */
export const byPlace = (a: Finding, b: Finding): number =>
  compare(a.place.path, b.place.path) ||
  a.place.line - b.place.line ||
  compare(a.rule, b.rule) ||
  compare(a.message, b.message);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
