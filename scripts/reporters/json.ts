import type { Finding } from '../../src/core/model/finding.ts';
import { printableJson } from '../printable.ts';

/** For programs: an array with the fields that findings have in `lab.json`. */
export function json(findings: readonly Finding[]): string {
  return printableJson(
    findings.map(({ rule, severity, place, message, hint }) => ({
      rule,
      severity,
      path: place.path,
      line: place.line,
      message,
      ...(hint !== undefined && { hint }),
    })),
  );
}
