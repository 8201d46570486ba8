import type { Finding, Severity } from '../../src/core/model/finding.ts';
import type { Paint, Style } from '../command.ts';
import { printable, printableLine } from '../printable.ts';
import { tally } from './tally.ts';

/** For people: `path:line  severity  message`, and under it what to write instead. Many findings are grouped by file. */
export function text(findings: readonly Finding[], paint: Paint): string {
  const body =
    findings.length > FEW ? grouped(findings, paint) : findings.map((finding) => single(finding, paint));
  return [...body, ...(body.length > 0 ? [''] : []), tally(findings)].join('\n');
}

/** As many as a screen shows at once; more need the order of files. */
const FEW = 12;

function single(finding: Finding, paint: Paint): string {
  const { place, severity } = finding;
  const start = `${printableLine(place.path)}:${place.line}`;
  return `${paint('bold', start)}  ${paint(STYLES[severity], severity)}  ${rest(finding, paint)}`;
}

function grouped(findings: readonly Finding[], paint: Paint): string[] {
  const files = [...Map.groupBy(findings, ({ place }) => place.path)];
  return files.map(([path, ofFile], index) => {
    const width = Math.max(...ofFile.map(({ place }) => String(place.line).length));
    const lines = ofFile.map((finding) => {
      const { place, severity } = finding;
      const line = String(place.line).padStart(width);
      return `  ${line}  ${paint(STYLES[severity], severity.padEnd(7))}  ${rest(finding, paint)}`;
    });
    return [...(index === 0 ? [] : ['']), paint('bold', printableLine(path)), ...lines].join('\n');
  });
}

function rest({ message, hint, rule }: Finding, paint: Paint): string {
  const more = hint === undefined ? '' : `\n${indent(printable(hint))}`;
  return `${printableLine(message)}  ${paint('dim', `(${rule})`)}${more}`;
}

const indent = (lines: string) => lines.trimEnd().replace(/^/gm, '      ');

const STYLES = { error: 'red', warning: 'yellow', hint: 'cyan' } as const satisfies Record<Severity, Style>;
