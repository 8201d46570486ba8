import type { Finding, Severity } from '../../src/core/model/finding.ts';
import { printable, printableLine } from '../printable.ts';

/** For GitHub Actions and Forgejo: one workflow command each, shown beside the line it is about. */
export function github(findings: readonly Finding[]): string {
  return findings.map(command).join('\n');
}

function command({ rule, severity, place, message, hint }: Finding): string {
  const properties = `file=${property(printableLine(place.path))},line=${place.line},title=${property(rule)}`;
  const body = [printableLine(message), ...(hint === undefined ? [] : [printable(hint)])].join('\n');
  return `::${LEVELS[severity]} ${properties}::${data(body)}`;
}

const LEVELS = { error: 'error', warning: 'warning', hint: 'notice' } as const satisfies Record<
  Severity,
  string
>;

// The escapes of https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
const data = (value: string) => value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (value: string) => data(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
