import { proseReader } from './prose-lines.ts';

/**
 * The containers of Docusaurus and VitePress, `:::tip Title` down to `:::`, as the callouts that they would be elsewhere
 * (`> [!tip] Title`), one inside another, too. Lines stay where they are; what never closes and what stands in code stays
 * as it is.
 */
export function withCallouts(text: string): string {
  if (!text.includes(':::')) return text;
  const lines = text.split('\n');
  const containers = containersIn(lines);
  if (containers === undefined || containers.size === 0) return text;
  const open: Container[] = [];
  return lines
    .map((line, index) => {
      if (open.at(-1)?.end === index) {
        open.pop();
        return inQuotes('', open);
      }
      const begins = containers.get(index);
      const shown = inQuotes(begins ? `${' '.repeat(begins.indent)}> ${begins.callout}` : line, open);
      if (begins) open.push(begins);
      return shown;
    })
    .join('\n');
}

type Opener = Readonly<{ indent: number; colons: number; callout: string }>;
type Container = Opener & Readonly<{ end: number }>;

const MOST_NESTED = 10;
const LONGEST = 500;
const CLOSER = /^ *(:{3,}) *$/;

/** By the index of the line that opens them; undefined when they are nested too deeply. */
function containersIn(lines: readonly string[]): ReadonlyMap<number, Container> | undefined {
  const containers = new Map<number, Container>();
  const read = proseReader();
  const open: (Opener & { start: number })[] = [];
  for (const [index, line] of lines.entries()) {
    if (read(line) !== 'prose' || line.trim() === '') continue;
    const indent = line.length - line.trimStart().length;
    while ((open.at(-1)?.indent ?? 0) > indent) open.pop();
    if (!line.includes(':::') || line.length > LONGEST) continue;
    const colons = CLOSER.exec(line)?.[1]?.length;
    const opener = colons === undefined ? openerIn(line) : undefined;
    if (opener && open.push({ ...opener, start: index }) > MOST_NESTED) return undefined;
    const closed =
      colons === undefined ? -1 : open.findLastIndex((one) => one.colons <= colons && one.indent <= indent);
    const [container] = closed < 0 ? [] : open.splice(closed);
    if (container) containers.set(container.start, { ...container, end: index });
  }
  return containers;
}

const OPENER = /^( *)(:{3,}) *([\p{L}][\p{L}\p{N}_-]{0,39})(?=[ [{]|$)(?:\[([^\]]*)\])?([^]*)$/u;

function openerIn(line: string): Opener | undefined {
  const [, indent = '', colons = '', name = '', label = '', rest = ''] = OPENER.exec(line.trimEnd()) ?? [];
  if (name === '' || name === 'mermaid' || rest.includes(':::')) return undefined;
  const attributes = /\{[^{}]*\}$/.exec(rest)?.[0] ?? '';
  const said = /\b(?:title|label)="([^"]*)"/.exec(attributes)?.[1] ?? '';
  const title = label || rest.slice(0, rest.length - attributes.length).trim() || said;
  const fold = name !== 'details' ? '' : /\bopen\b/.test(attributes) ? '+' : '-';
  return {
    indent: indent.length,
    colons: colons.length,
    callout: `[!${name}]${fold} ${title}`.trimEnd(),
  };
}

/** A line behind the marks of the quotes that it stands in. */
function inQuotes(line: string, open: readonly Container[]): string {
  let before = '';
  let rest = line;
  let column = 0;
  for (const { indent } of open) {
    const blanks = /^ */.exec(rest.slice(0, indent - column))?.[0].length ?? 0;
    before += `${' '.repeat(indent - column)}> `;
    rest = rest.slice(blanks);
    column = indent;
  }
  return before + rest;
}
