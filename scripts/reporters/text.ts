import type { Finding, Severity } from '../../src/core/model/finding.ts';
import type { Paint, Style } from '../command.ts';
import { printable, printableLine } from '../printable.ts';
import { tally } from './tally.ts';

/**
 * For people: `path:line  severity  message`, and under it what to write instead. What is wrong in the same way on
 * several lines of a file is said once, and many findings are grouped by file.
 */
export function text(findings: readonly Finding[], paint: Paint): string {
  const said = once(findings);
  const body = said.length > FEW ? grouped(said, paint) : said.map((finding) => single(finding, paint));
  return [...body, ...(body.length > 0 ? [''] : []), tally(findings)].join('\n');
}

/** As many as a screen shows at once; more need the order of files. */
const FEW = 12;

/** A finding, and the other lines of its file that are wrong in the same way. */
type Said = Finding & Readonly<{ again: readonly number[] }>;

function once(findings: readonly Finding[]): Said[] {
  const same = Map.groupBy(findings, ({ rule, place, message, hint }) =>
    [place.path, rule, message, hint].join('\0'),
  );
  return [...same.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const lines = new Set(others.map(({ place }) => place.line));
    lines.delete(first.place.line);
    return [{ ...first, again: [...lines] }];
  });
}

function single(finding: Said, paint: Paint): string {
  const { place, severity } = finding;
  const start = `${printableLine(place.path)}:${place.line}`;
  return `${paint('bold', start)}  ${paint(STYLES[severity], severity)}  ${rest(finding, paint)}`;
}

function grouped(findings: readonly Said[], paint: Paint): string[] {
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

function rest({ message, hint, rule, again }: Said, paint: Paint): string {
  const more = hint === undefined ? '' : `\n${indent(printable(hint))}`;
  return `${printableLine(message)}  ${paint('dim', `(${rule}${alsoOn(again)})`)}${more}`;
}

function alsoOn(lines: readonly number[]): string {
  if (lines.length === 0) return '';
  const some = lines.slice(0, 5);
  const left = lines.length - some.length;
  return `, also on ${lines.length === 1 ? 'line' : 'lines'} ${some.join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
}

const indent = (lines: string) => lines.trimEnd().replace(/^/gm, '      ');

const STYLES = { error: 'red', warning: 'yellow', hint: 'cyan' } as const satisfies Record<Severity, Style>;
